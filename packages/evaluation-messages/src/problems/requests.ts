import type { Texts } from '../language.ts';

/** Refusals of any request, and of the server itself. */
export const requestProblems: Texts = {
  'request.malformed': [
    '提交的内容格式不对，没有保存任何东西。请刷新页面后重试；仍然出现请把请求编号告诉管理员。',
    'What was sent is not in the right form; nothing was saved. Reload the page and try again. If it happens again, tell the administrator the request number.',
  ],
  'request.too-large': [
    '提交的内容太大，没有接收。请分批提交，或上传更小的文件。',
    'Too much at once; it was not accepted. Send it in parts, or upload a smaller file.',
  ],
  'request.unsupported-media': [
    '不支持这种文件或内容格式。请按页面说明的格式（例如 .xlsx 或 .csv）重新提交。',
    'This format is not supported. Use one of the formats named on the page (for example .xlsx or .csv).',
  ],
  'request.not-found': [
    '没有这个地址。请从首页重新进入。',
    'There is nothing at this address. Start again from the first page.',
  ],
  'request.csrf': [
    '页面的安全标记已失效，操作没有执行。请刷新页面后再做一次；已经填的内容不会丢。',
    'The page’s security mark has expired; nothing was done. Reload the page and do it again. What you typed is kept.',
  ],
  'request.rate-limited': [
    '操作太频繁，请稍等片刻再试。已经填的内容不会丢。',
    'Too many requests. Wait a moment and try again. What you typed is kept.',
  ],
  'server.internal': [
    '系统出错了，操作没有完成，已自动记录。请稍后重试；仍然出现请把请求编号告诉管理员。',
    'Something went wrong on our side; nothing was changed and the fault was recorded. Try again later. If it happens again, tell the administrator the request number.',
  ],
  'server.unavailable': [
    '系统暂时不可用，请稍后重试。已经填的内容保存在本机，恢复后自动提交。',
    'The system is not available right now. Try again shortly. What you typed is kept on this device and sent when it is back.',
  ],
  'server.storage-full': [
    '服务器的存储空间不足，文件没有接收。请通知管理员，稍后再传。',
    'The server has run out of space; the file was not accepted. Tell the administrator and upload it later.',
  ],
};
