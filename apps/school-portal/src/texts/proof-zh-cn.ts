/** The proof of a submission from the audit log. */
export const proofZhCn = {
  proof: {
    title: '存证',
    text: '这次提交已记入只增不改的审计日志，并经数字签名存放在数据库之外。下载保存后，任何人（包括教育局和系统管理员）事后改动都能被查出。',
    loading: '正在取得存证…',
    notYet: '现在取不到存证（可能还在生成，或网络不通）。提交本身不受影响。',
    again: '再试一次',
    entry: '审计日志位置',
    number: '第 {{number}} 条',
    entryHash: '记录指纹',
    signedAt: '签名时间',
    key: '签名公钥指纹',
    download: '下载存证文件',
    file: '提交存证',
  },
} as const;
