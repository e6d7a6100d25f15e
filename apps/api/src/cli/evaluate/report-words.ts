import type { Language } from '@junheng/evaluation-messages';

/** The words of the report for people that no other text of the product has. */
const WORDS = {
  title: ['评估结果', 'Evaluation'],
  county: ['县（市、区）', 'County'],
  unknownCounty: ['（工作簿没有写明）', '(not stated in the workbook)'],
  standard: ['标准', 'Standard'],
  split: ['多学段学校设施的拆分', 'Splitting of facilities'],
  weighted: ['按学生加权拆分', 'by weighted pupils'],
  'reported-by-stage': ['按学段填报', 'as reported by stage'],
  files: ['文件', 'Files'],
  schoolsRead: ['读取学校', 'Schools read'],
  refused: ['没有进行评估：请先更正下列问题。', 'Nothing was evaluated: mend the following first.'],
  problems: ['问题', 'Problems'],
  notes: ['读取说明', 'How it was read'],
  error: ['错误', 'ERROR'],
  warning: ['提示', 'Warning'],
  note: ['说明', 'Note'],
  row: ['第 {n} 行', 'row {n}'],
  cell: ['{n} 单元格', 'cell {n}'],
  columnOf: ['{n} 列', 'column {n}'],
  resourceAllocation: ['资源配置', 'Resource allocation'],
  incomplete: ['数据不全', 'data incomplete'],
  allSchools: ['各校达标', 'All schools'],
  schoolCount: ['{n} 所', '{n} schools'],
  indicator: ['指标', 'Indicator'],
  mean: ['全县平均', 'Mean'],
  cv: ['差异系数', 'CV'],
  limit: ['上限', 'Limit'],
  outcome: ['结论', 'Outcome'],
  code: ['标识码', 'Code'],
  school: ['学校', 'School'],
  pupils: ['在校生', 'Pupils'],
  met: ['达标项', 'Met'],
  threshold: ['标准值', 'Threshold'],
  floor: ['底线', 'Floor'],
  legend: [
    '✓ 达标　△ 未达标但不低于底线　✗ 低于底线　? 暂不能判定',
    '✓ met   △ not met, not below the floor   ✗ below the floor   ? undetermined',
  ],
  outOfScope: ['不参加计算', 'Not evaluated'],
  dataProblems: ['无法判定是否纳入', 'Scope undetermined'],
  wholeCounty: ['县域总体结论', 'Whole verdict of the county'],
  schoolsUnmet: ['未达标的学校（学段） {n}：', 'schools (or stages) that do not meet it, {n}:'],
  moreSchools: ['还有 {n} 所', 'and {n} more'],
  score: ['得分 {n}', 'score {n}'],
  pass: ['合格线 {n}', 'pass mark {n}'],
  countyLacks: [
    '县级填报尚未提供的数据：{n} 项（用 --county 给出）。',
    'Data the county report has not provided: {n} (give them with --county).',
  ],
  schoolsLack: [
    '各校尚未填报、这些条件需要的数据项：{n} 项（--json 列出每一项）。',
    'Items of schools that these conditions need and that are missing: {n} (--json names each).',
  ],
  hash: ['结果指纹', 'Result hash'],
} as const satisfies Readonly<Record<string, readonly [string, string]>>;

export type ReportWord = keyof typeof WORDS;

export function word(language: Language, key: ReportWord, n: string | number = ''): string {
  return WORDS[key][language === 'zh-CN' ? 0 : 1].replace('{n}', String(n));
}
