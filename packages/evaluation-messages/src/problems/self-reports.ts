import type { Texts } from '../language.ts';

/** Refusals about self-reports, their evidence, workbooks and review. */
export const selfReportProblems: Texts = {
  'record.referred-to': [
    '还有内容引用它，现在不能删除、停用或撤销。请先处理下面这些内容。',
    'Other records still refer to it, so it cannot be deleted or closed now. Deal with these first.',
  ],
  'self-report.not-found': [
    '没有找到这份自评上报，或不在您的管理范围内。',
    'This self-report was not found, or is outside your scope.',
  ],
  'self-report.locked': [
    '这份上报已锁定（已移交、已提交或已通过），不能修改。需要修改请先由校长退回填报，或请教育局退回。',
    'This report is locked (handed over, submitted or approved). To change it, have the principal give it back or the bureau return it.',
  ],
  'self-report.cell-not-applicable': [
    '这一项不适用于本校的办学类型或学段，没有保存。请核对学校类型，或清除这个数。',
    'This item does not apply to the school’s type or stages and was not saved. Check the school type, or clear the value.',
  ],
  'self-report.cell-invalid': [
    '这一格的内容不符合要求，没有保存。请按该项的单位和说明更正。',
    'The value of this cell is not acceptable and was not saved. Correct it by the unit and note of the item.',
  ],
  'self-report.cell-held': [
    '这一部分由校长指定了同事填写，其他人只能看。请联系负责的同事或校长。',
    'The principal has given this section to a colleague; others may only look. Ask them or the principal.',
  ],
  'self-report.section-unknown': [
    '这份表里没有这一部分。请刷新页面后重试。',
    'The form has no such section. Reload the page and try again.',
  ],
  'self-report.section-of-another': [
    '这一部分不是分给您的，不能由您标记完成。',
    'This section was not given to you, so you cannot mark it.',
  ],
  'self-report.assignee-unknown': [
    '这个人现在没有本校的填报账号，不能分给他。请刷新页面。',
    'This person has no account for filling in at this school. Reload the page.',
  ],
  'self-report.internal-date-late': [
    '校内完成日期不能晚于上报截止日期。',
    'The internal date cannot be later than the deadline.',
  ],
  'self-report.conflict': [
    '这一格刚刚被另一个人（或另一个窗口）改过。请看两个值，选择保留哪一个；没有覆盖任何数据。',
    'Somebody else (or another window) has just changed this cell. Look at both values and choose; nothing was overwritten.',
  ],
  'self-report.stale': [
    '您看到的不是最新内容。请刷新后核对，再做一次。',
    'You were looking at an older state. Reload, check and do it again.',
  ],
  'self-report.blocked': [
    '还有必须先处理的问题：缺填的数据、硬性校验未通过、或提示性校验没有说明原因。请按列出的位置逐项处理后再提交。',
    'Some things must be settled first: cells not filled, hard checks that fail, or warnings without a reason. Work through the places listed, then try again.',
  ],
  'self-report.wrong-status': [
    '这份上报现在的状态不能做这一步，可能别人已经处理过。请刷新后再看。',
    'This step is not possible in the report’s present state; somebody may have dealt with it already. Reload and look again.',
  ],
  'self-report.needs-second-person': [
    '本批次要求至少两个人经手：您自己填过数据，请让另一位填报人核对并移交后再提交，或由另一位有提交权限的人（校长）提交。',
    'This round asks for two people, and you filled in some of it yourself. Have another reporter check it and hand it over, then submit; or let another person with the right to submit (the principal) do it.',
  ],
  'self-report.idempotency-key-reused': [
    '同一个保存编号用在了不同的内容上，没有保存。请刷新页面后重试。',
    'The same save number came with different content; nothing was saved. Reload the page and try again.',
  ],
  'self-report.check-unknown': [
    '没有这条校验，或者它不需要说明理由。请刷新页面后重试。',
    'There is no such check, or it needs no reason. Reload the page and try again.',
  ],
  'self-report.return-reason-not-found': [
    '没有找到这条退回原因，可能是较早一次退回的。请刷新页面后重试。',
    'This reason is not among those of the last return. Reload the page and try again.',
  ],
  'self-report.review-begun': [
    '教育局已经开始审核，不能再撤回。需要修改请联系教育局退回。',
    'The bureau has begun to review it, so it can no longer be withdrawn. Ask the bureau to return it if something must change.',
  ],
  'evidence.not-found': [
    '没有找到这份佐证材料，可能已被移除，或不在您的管理范围内。',
    'This evidence was not found: it may have been removed, or is outside your scope.',
  ],
  'evidence.upload-not-found': [
    '这次上传已经结束或过期，请重新选择文件上传。',
    'This upload has ended or expired. Choose the file again.',
  ],
  'evidence.upload-incomplete': [
    '文件还没有传完，请继续上传。',
    'The file has not arrived completely yet. Let the upload go on.',
  ],
  'evidence.empty': ['文件是空的（0 字节），没有接收。', 'The file is empty (0 bytes) and was not accepted.'],
  'evidence.too-large': [
    '文件太大，没有接收。请压缩照片或拆分文档后再传。',
    'The file is too large and was not accepted. Shrink the photo or split the document.',
  ],
  'evidence.too-many': [
    '这份上报的佐证材料已经太多，或同时上传的文件太多。请先移除不需要的，或等正在上传的传完。',
    'This report has too many files, or too many are being uploaded at once. Remove some, or wait for those under way.',
  ],
  'evidence.total-exceeded': [
    '这份上报的佐证材料总量已到上限。请先移除不需要的，或压缩后再传。',
    'The files of this report have reached their total limit. Remove some, or shrink this one.',
  ],
  'evidence.type-refused': [
    '不接收这种文件（按内容判断，与文件名无关）。可以上传 JPG、PNG、WebP、HEIC 照片和 PDF、Word（docx）、Excel（xlsx）文档，不含宏。',
    'This kind of file is not accepted (judged by its content, not its name). Photos: JPG, PNG, WebP, HEIC. Documents: PDF, Word (docx), Excel (xlsx), without macros.',
  ],
  'evidence.picture-too-large': [
    '图片的尺寸太大（超过 2.5 亿像素），打开它可能让电脑卡死，没有接收。请缩小后再传。',
    'The picture is too large (over 250 million pixels); opening it could stall a computer, so it was not accepted. Shrink it first.',
  ],
  'evidence.target-unknown': [
    '选中的指标不在本批次的标准里。请刷新后重新选择。',
    'A chosen indicator is not part of this round’s standard. Reload and choose again.',
  ],
  'message.not-found': [
    '找不到这条通知，或者不是发给您学校的。',
    'There is no such message, or it was not sent to your school.',
  ],
  'review.reason-required': [
    '退回必须写明原因，并尽量指到具体的格子。',
    'Returning a report needs a reason, at the cell it is about where possible.',
  ],
  'review.cell-unknown': [
    '退回原因指向了这份上报里没有的格子。请刷新后重新选择。',
    'A reason points at a cell this report does not have. Reload and choose again.',
  ],
  'review.warnings-unconfirmed': [
    '所选上报中有带说明的提示。请看过说明并确认后，再批量通过。',
    'Some of these reports carry warnings with reasons. Read and confirm them before approving many at once.',
  ],
  'review.other-level': [
    '这份上报现在由{review-level:level}审核，您不能处理。',
    'This report lies with the {review-level:level} level now; you cannot decide it.',
  ],
  'review.returns-open': [
    '还有 {count} 条退回原因没有改正，也没有答复，不能通过。请退回补充，或先答复上级的意见。',
    'Return reasons neither worked off nor answered: {count}. Return it for that, or answer what the level above asked, before approving.',
  ],
  'review.second-person-needed': [
    '本批次实行双人复核。您已经通过过一次，还需要同级另一位审核人通过。',
    'Two people must approve in this round. You have done so; another person of your level must approve too.',
  ],
  'review.decided-by-another': [
    '{by}已于 {at} {review-decision:decision}这份上报，您这一步没有执行。您写下的标记和原因还在，请刷新后再看。',
    '{by} was faster ({at}) and {review-decision:decision}. Your step was not carried out. Your marks and reasons are kept; reload and look again.',
  ],
  'review.nothing-corrected': [
    '更正前后的值相同，没有可以更正的内容。',
    'The values are the same as before: there is nothing to correct.',
  ],
  'review.correct-by-return': [
    '本批次要求双人复核，不能由一人直接更正。请写明原因退回，改正后由两人重新审核。',
    'Two people must approve in this round, so one person cannot correct alone. Return the report with reasons; two approve it again.',
  ],
  'review.reviewer-unknown': [
    '这个人在本县没有审核或科室的职责，或者职责已经到期，不能分配。',
    'This person holds no reviewing role in this county, or it has ended; nothing can be assigned to them.',
  ],
  'workbook.file-refused': [
    '这个文件没有接收，什么都没有改动。原因见下。',
    'This file was not accepted; nothing was changed. The reason follows.',
  ],
  'workbook.macros': [
    '这个文件带有宏，为了安全没有接收。请在 Excel 或 WPS 中另存为 .xlsx 后再传。',
    'This file carries macros and was not accepted, for safety. Save it as .xlsx in Excel or WPS and upload that.',
  ],
  'workbook.not-from-here': [
    '这不是从这里下载的本校表格（或隐藏的标识被删掉了），没有接收。请下载本校表格，把数填进去再传。',
    'This is not the workbook of this school as downloaded here (or its hidden marks are gone). Download it, enter the values there and upload that.',
  ],
  'workbook.other-format': [
    '这份表格是另一个版本的系统生成的，没有接收。请重新下载本校表格再填。',
    'This workbook was made by another release of the system. Download it again and enter the values there.',
  ],
  'workbook.other-school': [
    '这是另一所学校的表格，没有接收。请核对选的文件。',
    'This is the workbook of another school. Check which file you chose.',
  ],
  'workbook.other-round': [
    '这是本校另一个批次的表格，没有接收。请下载这个批次的表格再填。',
    'This is your school’s workbook of another round. Download the one of this round and enter the values there.',
  ],
  'workbook.other-edition': [
    '这份表格下载以后，评估标准的版本变了，没有接收。请重新下载本校表格，把数填进去。',
    'The edition of the standard has changed since this workbook was downloaded. Download it again and enter the values there.',
  ],
  'workbook.unknown-revision': [
    '这份表格不是从现在的上报下载的（它比网上的还新），没有接收。请重新下载本校表格再填。',
    'This workbook was not downloaded from the report as it is now (it is ahead of it). Download it again and enter the values there.',
  ],
  'workbook.not-found': [
    '没有找到这次上传，或它不属于本校的这份上报。',
    'This upload was not found, or does not belong to this report.',
  ],
  'workbook.has-faults': [
    '表格里还有没改好的格子，没有保存任何东西。请改好后重新上传。',
    'Cells of the workbook are still faulty; nothing was saved. Mend them and upload it again.',
  ],
  'workbook.undecided': [
    '有的格子网上和表里不一样，还没有选用哪一个。请逐项选好再确认。',
    'Some cells differ between the workbook and the report, and none was chosen yet. Choose for each, then confirm.',
  ],
};
