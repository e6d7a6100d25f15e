import type { Texts } from '../language.ts';

/** Why something of an inspection opinion (督导意见书) or of regular visits (经常性督导) is refused. */
export const opinionProblems: Texts = {
  'opinion.not-found': [
    '没有找到这个县的督导意见，或不在您的数据范围内。',
    'There is no opinion on this county here, or it is outside your scope.',
  ],
  'opinion.project-not-settled': [
    '项目还在准备中：开始抽样或确定学校名单之后才能起草督导意见。',
    'The project is still being prepared: an opinion is drafted once the draw has begun or the schools are confirmed.',
  ],
  'opinion.not-on-team': [
    '只有本项目督导组的成员可以起草和答复。',
    'Only members of this project’s team draft and answer.',
  ],
  'opinion.lead-signs': ['只有督导组组长本人的账号可以签发。', 'Only the account of the team’s leader signs.'],
  'opinion.not-the-county': [
    '只有被督导县的教育局管理员可以申辩和签收。',
    'Only an administrator of the inspected county objects and confirms receipt.',
  ],
  'opinion.stale': [
    '其他人在此期间保存过。您的文字还在页面上，请另存后刷新，再保存。',
    'Somebody else saved in the meantime. Your words are still on the page: keep them, reload and save again.',
  ],
  'opinion.wrong-status': [
    '意见书已不在这一步：请刷新页面查看进展。',
    'The opinion is not at this step any more: reload the page.',
  ],
  'opinion.incomplete': ['还有 {count} 处没有填写，不能签发。', 'It cannot be signed: {count} places are still empty.'],
  'opinion.reference-unknown': ['评估标准里没有指标“{id}”。', 'The standard has no indicator “{id}”.'],
  'opinion.school-unknown': [
    '问题涉及的学校不属于这个县。',
    'A school that a finding names does not belong to this county.',
  ],
  'opinion.not-on-site': [
    '{count} 个问题在已签字的现场核查里找不到：核查已重新打开、记录已改，或者学校被换过。请删除后重新引用。',
    '{count} findings are not in a signed visit: it was reopened, its records changed, or the school was exchanged. Remove them and cite again.',
  ],
  'opinion.due-date-passed': [
    '整改期限必须晚于今天（{today}）。',
    'Time limits for rectification must lie after today ({today}).',
  ],
  'opinion.objection-time-wrong': [
    '申辩截止日应在 {from} 至 {to} 之间。',
    'The last day for an objection lies between {from} and {to}.',
  ],
  'opinion.objection-too-late': [
    '申辩时间已于 {until} 截止，不能再提交。写好的内容已作为草稿保留，随时可以查看。',
    'The time for an objection ended on {until}; it can no longer be submitted. What was written is kept as a draft and can be read.',
  ],
  'opinion.objection-time-running': [
    '申辩时间到 {until} 为止，县里尚未答复，现在不能印发正式意见。',
    'The county may object until {until} and has not said anything yet; the final opinion has to wait.',
  ],
  'opinion.objection-empty': [
    '申辩内容为空：请至少对一点写明理由，或选择“无异议”。',
    'The objection is empty: object to one point at least, or say that there is none.',
  ],
  'opinion.objection-not-empty': [
    '草稿里还有申辩内容。确认无异议前请先清空草稿。',
    'The draft still holds points. Clear it before saying that there is no objection.',
  ],
  'opinion.target-unknown': [
    '申辩针对的内容不在初步意见中。',
    'The objection is against something that the preliminary opinion does not hold.',
  ],
  'opinion.answers-incomplete': [
    '还有 {count} 条申辩没有完整答复：每一条都要有结论和理由，采纳的要写明修改后的文字或撤销。',
    '{count} points of the objection are not fully answered: each needs a decision and a reason, an accepted one the amended text or its withdrawal.',
  ],
  'opinion.received-already': ['已经签收过。', 'Its receipt was confirmed before.'],
  'supervision.visit-in-future': [
    '督导日期不能晚于今天（{today}）。',
    'The day of a visit may not lie after today ({today}).',
  ],
  'supervision.school-without-area': [
    '这所学校还不在任何督学责任区内，请先由教育局划入责任区。',
    'This school is in no responsibility area yet; the bureau puts it into one first.',
  ],
  'supervision.recorded-already': [
    '您已经记录过 {day} 对这所学校的督导。',
    'You have recorded a visit to this school on {day} before.',
  ],
};
