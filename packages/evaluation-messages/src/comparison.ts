import type { Texts } from './language.ts';

/** What differs between two evaluations, and the figures that people take for a difference coefficient. */
export const comparisonTexts: Texts = {
  'comparison-basis.county': ['县（市、区）不同', 'Another county'],
  'comparison-basis.edition': ['评估标准版本不同', 'Another edition of the standard'],
  'comparison-basis.edition-content': ['同一版本编号，内容不同', 'Same edition by name, other content'],
  'comparison-basis.rules-version': ['计算规则版本不同', 'Another version of the rules of calculation'],
  'comparison-basis.split': ['多学段学校的拆分方法不同', 'Another way of dividing schools of several stages'],
  'comparison-basis.evaluation-date': ['评估日期不同', 'Another evaluation date'],
  'comparison-basis.data-set': ['数据集不同', 'Other data'],

  'school-change.appeared': ['新增学校', 'New school'],
  'school-change.disappeared': ['不再有的学校', 'School no longer there'],
  'school-change.joined': ['学校合并', 'Schools joined into one'],
  'school-change.divided': ['学校拆分', 'School divided into several'],
  'school-change.regrouped': ['学校重组', 'Schools regrouped'],
  'school-change.other-part': [
    '参加评估的方式有变（学段、评估范围或校区归属）',
    'Takes part in another way (stages, scope, or as a campus)',
  ],

  'not-official-cv.unweightedPopulation': [
    '不按学生数加权的差异系数（除以 n）——非正式结果，不用于判定',
    'Coefficient without weights (divided by n): not the official figure, decides nothing',
  ],
  'not-official-cv.unweightedSample': [
    '不按学生数加权的差异系数（除以 n-1）——非正式结果，不用于判定',
    'Coefficient without weights (divided by n - 1): not the official figure, decides nothing',
  ],
};
