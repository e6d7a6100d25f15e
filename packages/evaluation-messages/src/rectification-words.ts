import type { Texts } from './language.ts';

const prefixed = (prefix: string, texts: Texts): Texts =>
  Object.fromEntries(Object.entries(texts).map(([id, both]) => [`${prefix}.${id}`, both]));

/** The ledger (整改台账) in words, for its list, its official form and the school's page. */
export const rectificationWords: Texts = {
  ...prefixed('rectification-status', {
    open: ['整改中', 'Open'],
    'to-verify': ['待核查', 'To be verified'],
    closed: ['已销号', 'Closed'],
    excepted: ['例外', 'Excepted'],
  }),
  ...prefixed('rectification-source', {
    evaluation: ['评估', 'Evaluation'],
    finding: ['督导发现', 'Finding on site'],
    letter: ['反馈意见', 'Feedback letter'],
    own: ['自查', 'Own check'],
  }),
  ...prefixed('rectification-kind', {
    indicator: ['学校指标', 'Indicator of a school'],
    cv: ['差异系数', 'Difference coefficient'],
    'composite-cv': ['综合差异系数', 'Composite coefficient'],
    requirement: ['其他要求', 'Requirement'],
    other: ['其他问题', 'Other problem'],
  }),
  ...prefixed('measure-kind', {
    purchase: ['采购设备', 'Purchase'],
    building: ['建设校舍场地', 'Building'],
    rotation: ['教师交流轮岗', 'Teacher rotation'],
    pairing: ['结对帮扶', 'Pairing of schools'],
    training: ['培训', 'Training'],
    funding: ['经费保障', 'Funding'],
    organisation: ['制度与管理', 'Organisation'],
  }),
  ...prefixed('escalation', {
    unit: ['逾期：责任单位', 'Overdue: with the unit'],
    county: ['逾期：升至县级', 'Overdue: with the county'],
    city: ['逾期：升至市级', 'Overdue: with the city'],
    province: ['逾期：升至省级', 'Overdue: with the province'],
  }),
  ...prefixed('coverage-state', {
    reached: ['措施到位后达标', 'Reached'],
    tolerated: ['标准允许', 'Tolerated by the standard'],
    short: ['有措施，仍不达标', 'Measures fall short'],
    'no-effect': ['措施不起作用', 'Measures without effect'],
    'no-measure': ['没有措施', 'No measure'],
    open: ['数据不全，无法判断', 'Data missing'],
  }),
  ...prefixed('rectification-problem', {
    indicator: ['{indicator}（{stage}）', '{indicator} ({stage})'],
    cv: ['{indicator}的校际差异系数（{stage}）', 'Difference coefficient of {indicator} ({stage})'],
    'composite-cv': ['综合差异系数（{stage}）', 'Composite difference coefficient ({stage})'],
    'reaching-count': ['{indicator}达标的学校数（{stage}）', 'Schools that reach {indicator} ({stage})'],
    'reaching-share': ['{indicator}达标的学校占比（{stage}）', 'Share of schools that reach {indicator} ({stage})'],
  }),
  ...prefixed('ledger-form', {
    sheet: ['整改台账', 'Ledger'],
    title: ['义务教育均衡发展问题整改台账', 'Rectification ledger of balanced compulsory education'],
    of: ['{counties}  截至 {today}  共 {rows} 项', '{counties}, as of {today}, {rows} rows'],
    more: ['（事项太多，只列出一部分；请按县导出）', ' (there are more than fit here: export one county)'],
    'column.number': ['序号', 'No.'],
    'column.problem': ['问题', 'Problem'],
    'column.source': ['来源', 'Source'],
    'column.unit': ['责任单位', 'Responsible unit'],
    'column.person': ['责任人', 'Responsible person'],
    'column.measures': ['整改措施', 'Measures'],
    'column.deadline': ['期限', 'Deadline'],
    'column.progress': ['进展', 'Progress'],
    'column.evidence': ['佐证', 'Evidence'],
    'column.verified': ['核查', 'Verified'],
    'column.closed': ['销号时间', 'Closed'],
    'column.status': ['状态', 'State'],
  }),
};
