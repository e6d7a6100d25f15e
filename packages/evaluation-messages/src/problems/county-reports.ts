import type { Texts } from '../language.ts';

/** Refusals about the county report. */
export const countyReportProblems: Texts = {
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
};
