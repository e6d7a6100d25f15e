import type { Texts } from './language.ts';

/** Words of the audit log for opinions (督导意见书) and consolidations (汇总核定). */
export const supervisionNouns: Texts = {
  opinion: ['督导意见', 'Opinion'],
  'regular-visit': ['经常性督导', 'Regular visit'],
  'visit-rule': ['督导次数规则', 'Rule for regular visits'],
};

export const supervisionVerbs: Texts = {
  drafted: ['起草', 'drafted'],
  'objection-saved': ['保存申辩草稿', 'draft of an objection saved'],
  objected: ['提交申辩', 'objected to'],
  unobjected: ['确认无异议', 'found without objection'],
  'objection-refused': ['申辩逾期未受理', 'late objection refused'],
  answered: ['答复申辩', 'answers to the objection saved'],
  finalised: ['印发正式意见', 'made final'],
  'feedback-drafted': ['起草反馈意见', 'feedback drafted'],
  'feedback-issued': ['印发反馈意见', 'feedback issued'],
  received: ['签收', 'received'],
  recorded: ['记录', 'recorded'],
  'difference-limit-set': ['设定评分差异限值', 'limit of differences set'],
  'difference-resolved': ['裁定评分或核实差异', 'difference decided'],
  consolidated: ['完成汇总核定', 'consolidated'],
  derived: ['形成核实数据集', 'made of verified values'],
  'findings-followed': ['督导核实结果列入台账', 'findings of verified data listed'],
};

export const supervisionDetails: Texts = {
  objectionsUntil: ['申辩截止日', 'objections until'],
  reportDueOn: ['整改报告期限', 'report due on'],
  findings: ['问题数', 'findings'],
  points: ['申辩条数', 'points'],
  document: ['文书', 'document'],
  visitedOn: ['督导日期', 'visited on'],
  period: ['时段', 'period'],
  visits: ['次数', 'visits'],
  since: ['起计日期', 'counted from'],
  changedCells: ['与上报不同的数据', 'values that differ from what was reported'],
  leftOut: ['未查学校数', 'schools left out'],
};

export const supervisionValues: Texts = {
  preliminary: ['初步督导意见', 'preliminary opinion'],
  objection: ['申辩书', 'objection'],
  final: ['督导意见书', 'final opinion'],
  feedback: ['反馈意见', 'feedback opinion'],
  month: ['每月', 'every month'],
  term: ['每学期', 'every term'],
  evaluation: ['督导评估', 'evaluation'],
  're-check': ['复检', 're-check'],
  'annual-monitoring': ['年度监测', 'annual monitoring'],
  special: ['专项督查', 'special supervision'],
  announcement: ['通知', 'announcement'],
  reminder: ['催报', 'reminder'],
  correction: ['更正', 'correction'],
  met: ['达到', 'met'],
  unmet: ['未达到', 'not met'],
  unclear: ['无法判断', 'cannot be told'],
  none: ['没有', 'none'],
  found: ['有', 'found'],
};

/** What one entry of a visit (现场核查) is, by the beginning of its key. */
export const visitEntryWords: Texts = {
  verified: ['核实值', 'Verified'],
  reason: ['核实说明', 'Reason'],
  note: ['核实备注', 'Note'],
  score: ['现场赋分', 'Judged'],
  'score-note': ['赋分说明', 'Note to what was judged'],
  deduction: ['扣分', 'Deduction'],
  veto: ['一票否决', 'Veto'],
  'veto-facts': ['一票否决事实', 'Facts of a veto'],
  interview: ['访谈', 'Interview'],
  finding: ['问题', 'Finding'],
  remark: ['总体说明', 'Remark'],
};

export const supervisionActions: readonly string[] = [
  'drafted',
  'issued',
  'objection-saved',
  'objected',
  'unobjected',
  'objection-refused',
  'answered',
  'finalised',
  'feedback-drafted',
  'feedback-issued',
  'received',
]
  .map((verb) => `opinion.${verb}`)
  .concat('regular-visit.recorded', 'visit-rule.changed');
