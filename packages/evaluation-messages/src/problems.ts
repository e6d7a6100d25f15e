import { inspectionProblems } from './inspection-problems.ts';
import type { Texts } from './language.ts';

/**
 * One text for each refusal of the API, and how to mend it, under `problem.<code>`. The codes are the contract's; a test of
 * the API compares the two lists, because this package may not import the contract.
 */
const problems: Texts = {
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

  'session.required': ['请先登录。', 'Sign in first.'],
  'session.expired': [
    '登录已过期，请重新登录。已经填的内容不会丢。',
    'You have been signed out. Sign in again; what you typed is kept.',
  ],
  'session.wrong-credentials': [
    '账号或密码不对。请核对大小写后重试；忘记密码请找上一级管理员重置。',
    'Account or password is wrong. Check upper and lower case and try again. If you forgot the password, ask the level above you to reset it.',
  ],
  'session.slowed-down': [
    '连续多次登录失败，请等一会儿再试。',
    'Several sign-ins have failed. Wait a while and try again.',
  ],
  'session.account-locked': [
    '这个账号已锁定。请联系上一级管理员（学校找县教育局）解锁或重置密码。',
    'This account is locked. Ask the level above you (for schools: the county bureau) to unlock it or reset the password.',
  ],
  'session.password-change-required': [
    '请先修改初始密码，再继续操作。',
    'Change the password you were given before you go on.',
  ],
  'session.second-factor-required': [
    '这个账号开启了动态验证码，请输入手机上的6位验证码。',
    'This account has a second factor. Enter the six digits your phone shows.',
  ],
  'second-factor.wrong-code': [
    '验证码不对。请看手机上当前的6位数字，并确认手机时间准确；手机不在身边可以用恢复码。',
    'The code is wrong. Enter the six digits shown now and check that the phone’s clock is right; without the phone, use a recovery code.',
  ],
  'second-factor.code-used': [
    '这个验证码已经用过。请等手机显示下一个，再试一次。',
    'This code has been used. Wait for the next one and try again.',
  ],
  'second-factor.not-begun': [
    '动态验证码没有开启，或者设置已经中断。请刷新页面，重新开始。',
    'There is no second factor, or setting it up was cut off. Reload the page and begin again.',
  ],
  'second-factor.active': ['动态验证码已经开启。请刷新页面。', 'The second factor is on already. Reload the page.'],
  'second-factor.unreadable': [
    '服务器现在核对不了动态验证码（密钥文件缺失）。请用恢复码登录，或请管理员取消这个账号的动态验证码。',
    'The server cannot check codes right now (its key file is missing). Sign in with a recovery code, or ask the administrator to remove your second factor.',
  ],
  'password.wrong-current': [
    '当前密码不对，密码没有修改。请重新输入。',
    'The current password is wrong; nothing was changed. Enter it again.',
  ],
  'password.too-weak': [
    '新密码太简单。请至少用10个字符，不要用账号名或常见密码。',
    'The new password is too weak. Use at least ten characters, neither your account name nor a common password.',
  ],
  'one-time-link.invalid': [
    '这个链接不存在、已经用过或已过期。请联系发给您链接的管理员重新生成。',
    'This link does not exist, was used already or has expired. Ask the person who gave it to you for a new one.',
  ],
  'permission.denied': [
    '您的账号没有做这件事的权限。如确实需要，请联系管理员调整授权。',
    'Your account may not do this. If you need to, ask the administrator for the right.',
  ],
  'person.not-found': [
    '没有找到这个人员，或不在您的管理范围内。',
    'This person was not found, or is outside your scope.',
  ],
  'person.login-taken': ['这个账号名已被使用，请换一个。', 'This account name is taken. Choose another.'],
  'grant.above-own-rights': [
    '不能授予超出您自己权限或管理范围的角色。',
    'You cannot grant a role beyond your own rights or scope.',
  ],
  'grant.last-administrator': [
    '这是最后一位管理员，不能停用或取消授权。请先指定另一位管理员。',
    'This is the last administrator. Name another one first.',
  ],

  'region.not-found': [
    '没有找到这个行政区划，或不在您的管理范围内。',
    'This region was not found, or is outside your scope.',
  ],
  'school.not-found': [
    '没有找到这所学校，或不在您的管理范围内。',
    'This school was not found, or is outside your scope.',
  ],
  'school.code-taken': [
    '这个学校标识码已登记给另一所学校。请核对标识码。',
    'This school code belongs to another school already. Check the code.',
  ],
  'school.closed': ['这所学校已经撤销，不能再变更。', 'This school is closed and cannot be changed any more.'],
  'organisation.date-before-change': [
    '变更日期不能早于{from}（上一次变更生效的日期）。',
    'The day cannot be before {from}, when the last change took effect.',
  ],
  'organisation.date-in-future': [
    '日期不能晚于今天。请到生效那天再办理。',
    'The day cannot be in the future. Come back when it takes effect.',
  ],
  'record.referred-to': [
    '还有内容引用它，现在不能删除、停用或撤销。请先处理下面这些内容。',
    'Other records still refer to it, so it cannot be deleted or closed now. Deal with these first.',
  ],
  'unit.not-found': [
    '没有找到这个科室或单位，或不在您的管理范围内。',
    'This section or unit was not found, or is outside your scope.',
  ],
  'unit.name-taken': [
    '已有同名的科室或单位，请换一个名称。',
    'There is a section or unit of this name. Choose another.',
  ],
  'unit.closed': ['这个科室或单位已经停用。', 'This section or unit is closed.'],
  'grouping.not-found': [
    '没有找到这个片区或办学组织，或不在您的管理范围内。',
    'This area or school group was not found, or is outside your scope.',
  ],
  'grouping.ended': ['它已经终止，不能再变更。', 'It has ended and cannot be changed any more.'],
  'grouping.school-elsewhere': [
    '{school}这段时间已在“{grouping}”，同类片区只能属于一个。',
    '{school} belongs to “{grouping}” in that time; a school lies in one area of a kind.',
  ],

  'edition.not-found': ['没有找到这个标准版本。', 'This edition of a standard was not found.'],
  'edition.published': [
    '已发布的标准版本不能修改。请复制成新版本后再改。',
    'A published edition cannot be changed. Copy it to a new one and change that.',
  ],

  'round.not-found': [
    '没有找到这个填报批次，或不在您的管理范围内。',
    'This round was not found, or is outside your scope.',
  ],
  'round.closed': [
    '填报已截止，不能再修改。确需补报，请联系县教育局延长本校期限。',
    'The round has closed and the report can no longer be changed. If you must, ask the county bureau to extend your school’s deadline.',
  ],
  'round.not-open-yet': [
    '填报还没有开始，请在开始日期之后再来。',
    'The round has not opened yet. Come back after its opening day.',
  ],
  'round.exists': [
    '本县本年度已经有同类填报批次。请直接使用已有批次。',
    'The county already has a round of this kind this year. Use that one.',
  ],
  'round.dates-wrong': [
    '日期不对：截止日期不能早于开始日期，也不能早于今天。请改正后再开。',
    'The dates are wrong: the deadline may be neither before the opening nor before today. Correct them and try again.',
  ],
  'round.edition-asks-no-school': [
    '这个标准版本只评县、不向学校要数据，不能用来开设学校填报批次。请选择其他标准版本。',
    'This edition asks only the county and nothing of schools, so no round of self-reports can be opened on it. Choose another edition.',
  ],
  'round.needs-county': ['填报批次按县开设。请选择一个县。', 'A round is opened for a county. Choose a county.'],
  'round.extension-not-later': [
    '延期日期必须晚于学校现在的截止日期，并且不早于今天。',
    'The extended deadline must be later than the school’s present one and not before today.',
  ],
  'round.school-enrolled': ['这所学校已经在这个批次里。', 'This school is in this round already.'],
  'round.type-not-asked': [
    '这个批次采用的标准不要求这类学校填报。',
    'The edition of this round asks nothing of schools of this type.',
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
  'evidence.target-unknown': [
    '选中的指标不在本批次的标准里。请刷新后重新选择。',
    'A chosen indicator is not part of this round’s standard. Reload and choose again.',
  ],

  'county-report.not-found': [
    '没有找到这份县级填报，或不在您的管理范围内。',
    'This county report was not found, or is outside your scope.',
  ],
  'county-report.part-not-found': [
    '没有找到这个科室的填报，可能分工刚刚改过。请刷新后再看。',
    'This section’s part was not found; the assignment may just have changed. Reload and look again.',
  ],
  'county-report.part-locked': [
    '这个科室的填报已经提交或通过审核，现在不能修改。需要修改的，请先撤回或由县级退回。',
    'This section’s part has been submitted or approved and cannot be changed now. Withdraw it first, or have the county return it.',
  ],
  'county-report.entry-not-yours': [
    '这一项由其他科室负责填报，没有保存。需要调整分工的，请联系县级管理员。',
    'Another section answers for this; nothing was saved. To change who does, ask the county’s administrator.',
  ],
  'county-report.entry-unknown': [
    '本批次的标准没有这一项，没有保存。请刷新页面。',
    'The standard of this round does not ask for this; nothing was saved. Reload the page.',
  ],
  'county-report.entry-invalid': [
    '有的内容填得不对，没有保存。请按提示更正后再试。',
    'Some of it is not valid; nothing was saved. Correct it as shown and try again.',
  ],
  'county-report.conflict': [
    '这一项刚刚被另一个人（或另一个窗口）改过。请看两个值，选择保留哪一个；没有覆盖任何数据。',
    'Somebody else (or another window) has just changed this. Look at both values and choose; nothing was overwritten.',
  ],
  'county-report.idempotency-key-reused': [
    '这次保存的编号已经用于另一次保存，没有保存。请刷新页面后重试。',
    'The number of this save was used for another one; nothing was saved. Reload the page and try again.',
  ],
  'county-report.stale': [
    '您看到的不是最新内容。请刷新后核对，再做一次。',
    'You were looking at an older state. Reload, check and do it again.',
  ],
  'county-report.blocked': [
    '还有没有填的、有错的、没有说明的或退回后没有改的内容，暂时不能提交或通过。',
    'Something is still missing, wrong, unexplained or not corrected since it was returned, so this is not possible yet.',
  ],
  'county-report.wrong-status': [
    '这个科室的填报现在的状态不能做这一步，可能别人已经处理过。请刷新后再看。',
    'This step is not possible in the present state of the section’s part; somebody may have dealt with it already. Reload and look again.',
  ],
  'county-report.needs-second-person': [
    '本批次要求两个人经手：这部分是您提交的，请由另一位管理员审核。',
    'This round asks for two people, and you submitted this part yourself. Another administrator must approve it.',
  ],
  'county-report.topic-unknown': [
    '本批次的标准没有这项指标，分工没有改动。请刷新页面。',
    'The standard of this round has no such indicator; the assignment was not changed. Reload the page.',
  ],
  'county-report.unit-unknown': [
    '没有找到这个科室或部门，或不属于本县，分工没有改动。',
    'This section or department was not found in the county; the assignment was not changed.',
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

  'import.file-refused': [
    '文件没有接收：打不开、已损坏、加密、格式不符或过大。请另存为 .xlsx 或 .csv 后重新上传。',
    'The file was refused: it cannot be opened, is damaged, encrypted, of another format or too large. Save it as .xlsx or .csv and upload it again.',
  ],
  'import.not-found': [
    '没有找到这次导入，或不在您的管理范围内。',
    'This import was not found, or is outside your scope.',
  ],
  'import.has-errors': [
    '表格里还有错误，不能确认导入。请按列出的行和列改好表格后重新上传。',
    'The workbook still has errors and cannot be confirmed. Mend the rows and columns listed and upload it again.',
  ],
  'import.already-confirmed': [
    '这次导入已经确认过（或已放弃），不会重复导入。',
    'This import was confirmed (or discarded) already; it is not done twice.',
  ],
  'import.warnings-unconfirmed': [
    '还有需要人工判断的提示，请逐条看过并确认后再登记。',
    'Some rows need a person’s judgement. Read and confirm them first.',
  ],
  'import.unmapped': [
    '有的行还没有对应到登记的学校。请为每一行选择学校，或选择不导入。',
    'Some rows have no registered school yet. Choose a school for each, or leave the row out.',
  ],
  'import.mapping-wrong': [
    '对应关系不对：选中的学校不在本批次，或者同一所学校被选了两次。请改正后再确认。',
    'The mapping is wrong: a chosen school is not in this round, or one school was chosen twice. Correct it and confirm again.',
  ],
  'import.replaces-unconfirmed': [
    '部分学校已填有不同的数据，导入会把它们替换掉。请核对列出的单元格，确认后再导入。',
    'Some schools already hold other values, which the import would replace. Look at the cells listed, then confirm.',
  ],

  'data-set.not-found': [
    '没有找到这份数据集，或不在您的管理范围内。',
    'This data set was not found, or is outside your scope.',
  ],
  'data-set.nothing-approved': [
    '这个批次还没有已通过的上报，不能评估。请先审核通过。',
    'No report of this round is approved yet, so there is nothing to evaluate. Approve reports first.',
  ],
  'evaluation.not-found': [
    '没有找到这次评估，或不在您的管理范围内。',
    'This evaluation was not found, or is outside your scope.',
  ],
  'evaluation.node-not-found': [
    '这次评估中没有这个数的说明。请从结论页重新进入。',
    'This evaluation has no explanation at that place. Start again from the verdict.',
  ],
  'evaluation.rules-changed': [
    '这次评估是按当时的规则作出的（标准 {editionBefore}，计算规则 {rulesBefore}），现行的是标准 {editionNow}、计算规则 {rulesNow}，逐项说明可能与当时的结论不一致，因此不再显示。结论仍然保留；如需说明，请对同一数据集重新评估，再比较两次结果。',
    'This evaluation was made by the rules of its day (standard {editionBefore}, rules of calculation {rulesBefore}); in force now are standard {editionNow} and rules {rulesNow}. An explanation made today could contradict the verdict, so none is shown. The verdict stays; to see why, evaluate the same data set again and compare the two.',
  ],
  'evaluation.not-released': [
    '这次评估结果目前没有公布给学校，无需撤回。请刷新页面。',
    'This evaluation is not released to schools at present, so there is nothing to take back. Reload the page.',
  ],
  'retention.not-responsible': [
    '保留期限对整个系统生效，只有负责其中全部县（市、区）的管理员可以修改。请联系上一级管理员。',
    'This holds for the whole installation; only an administrator responsible for all its counties may change it. Ask the administrator above you.',
  ],
  'audit.chain-not-found': [
    '没有这条审计链，或者不在您的管辖范围内。',
    'There is no such audit chain, or it is outside your region.',
  ],
  'audit.no-receipt': [
    '这份填报表现在没有回执：尚未提交，或者已经撤回、退回。',
    'This report has no receipt now: it is not submitted, or came back.',
  ],
  'edition.draft-not-found': [
    '没有这份标准草稿：可能已经发布或删除。请回到标准列表。',
    'There is no such draft: it may have been published or deleted. Go back to the list of standards.',
  ],
  'edition.draft-stale': [
    '别人刚刚改过这份草稿，您的修改没有保存。请刷新后重做。',
    'Somebody else has just changed this draft; your change was not saved. Reload and do it again.',
  ],
  'edition.invalid': [
    '草稿还有问题，不能发布。请逐条改正所列问题。',
    'The draft still has problems and cannot be published. Mend those that are listed.',
  ],
  'edition.unchanged': [
    '草稿与原标准没有任何不同，不需要发布。',
    'The draft does not differ from the standard it was copied from; there is nothing to publish.',
  ],
  'edition.of-another-region': [
    '这个标准是别的地区发布的，不能用于这里的填报批次。请选择国家标准或本地区（或上级）发布的标准。',
    'This standard was published by another region and cannot be used here. Choose a shipped one, or one of this region or above.',
  ],
  'school-result.not-found': [
    '没有找到这所学校的评估结果：教育局可能还没有公布，或者已经撤回。',
    'No result of this school was found: the bureau may not have released it yet, or has taken it back.',
  ],

  ...inspectionProblems,
};

export const problemTexts: Texts = Object.fromEntries(
  Object.entries(problems).map(([code, both]) => [`problem.${code}`, both]),
);

/** The codes that have a text. */
export const problemCodes: readonly string[] = Object.keys(problems);
