import type { Texts } from '../language.ts';

/** Why something of an inspection is refused (督导). */
export const inspectionProblems: Texts = {
  'inspection.not-found': [
    '没有找到这个督导项目，或不在您的数据范围内。',
    'This inspection project was not found, or is outside your scope.',
  ],
  'inspection.dates-wrong': [
    '结束日不能早于开始日，也不能早于今天（{today}）。',
    'The last day may not lie before the first, nor before today ({today}).',
  ],
  'inspection.size-needs-reason': [
    '按规定每县抽 {least} 到 {most} 所（不足 {least} 所的全部抽取）；改用其他数量请说明理由。',
    'By rule {least} to {most} schools of a county are drawn (all of them where there are fewer than {least}); another number needs a reason.',
  ],
  'inspection.team-needs-lead': ['督导组至少要有一名组长。', 'The team needs a leader.'],
  'inspection.not-an-inspector': [
    '组员中有人不是在任督学，或不在您能选的范围内。',
    'Somebody on the team is not an inspector in office, or not within your reach.',
  ],
  'inspection.school-not-of-counties': [
    '指定的学校中有的不属于所选的县、类型不符或已撤并。',
    'A chosen school does not belong to the counties, is of another type or has closed.',
  ],
  'inspection.no-school': [
    '名单里没有可去的学校：请检查学校类型或指定的学校。',
    'There is no school to visit: check the types of school or the chosen schools.',
  ],
  'inspection.item-unknown': ['这个评估标准里没有“{id}”。', 'The standard has no “{id}”.'],
  'inspection.checklist-only-special': [
    '督查清单只用于专项督查：它不产生评估结论。',
    'A checklist is for special supervision only: no verdict comes of it.',
  ],
  'inspection.team-member-unknown': [
    '小组“{team}”里有人不在督导组名单上。',
    'Somebody of “{team}” is not among the people of the project.',
  ],
  'inspection.teams-not-divided': [
    '分了小组以后，每个县要归且只归一个小组，每所学校最多单独归一个小组。',
    'With several teams each county belongs to one of them, and no school is given to two.',
  ],
  'inspection.not-special': [
    '只有专项督查的问题直接记入整改台账；其他督导的问题随督导意见书记入。',
    'Only findings of a special supervision go to the ledger directly; those of other inspections go with the opinion.',
  ],
  'inspection.settled': [
    '已经开始抽样或已确定学校名单，项目不能再改。',
    'A draw has begun or the schools are confirmed; the project itself can no longer be changed.',
  ],
  'inspection.no-sample': [
    '这个步骤与项目选择学校的方式不符。',
    'This step does not fit how the project selects its schools.',
  ],
  'inspection.draw-not-found': ['没有找到这次抽样。', 'This draw was not found.'],
  'inspection.redraw-needs-reason': [
    '重新抽样必须说明理由，理由会公开并留痕。',
    'A redraw needs a reason, which is published and kept in the log.',
  ],
  'inspection.draw-wrong-status': [
    '这次抽样不在这一步：可能已由他人完成，请刷新页面。',
    'The draw is not at this step: somebody else may have done it. Reload the page.',
  ],
  'inspection.heads-time-wrong': [
    '取值时刻要晚于现在至少一分钟，且在十四天之内。',
    'The stated time must lie at least a minute ahead, and within fourteen days.',
  ],
  'inspection.too-early': [
    '还不到抽取的时间：取值时刻过后一分钟才能抽取。',
    'It is too early: the sample can be drawn a minute after the stated time.',
  ],
  'inspection.heads-not-ready': [
    '审计日志还在封存取值时刻之前的记录，请稍后再试。',
    'The audit log is still sealing entries from before the stated time. Try again in a moment.',
  ],
  'inspection.value-unreadable': [
    '服务器的密钥已更换或丢失，读不出承诺的随机值；请说明理由重新抽样。',
    'The server’s key was changed or lost and the committed value cannot be read; draw again, with the reason.',
  ],
};
