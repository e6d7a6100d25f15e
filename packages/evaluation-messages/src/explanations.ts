import type { Texts } from './language.ts';

/** Titles of the nodes of an explanation, and formulas with the numbers put in. The facts are those of the core's formula templates. */
export const explanationTexts: Texts = {
  'node.county': ['县（市、区）总结论', 'Verdict of the county'],
  'node.resource-allocation': ['资源配置结论', 'Verdict on resource allocation'],
  'node.requirement': ['认定条件', 'Condition of recognition'],
  'node.stage': ['学段结论', 'Verdict of the stage'],
  'node.cv': ['校际差异系数', 'Difference coefficient between schools'],
  'node.school-stage': ['学校（学段）结论', 'Verdict of the school in this stage'],
  'node.indicator': ['指标值', 'Value of the indicator'],
  'node.quantity': ['指标的分子（总量）', 'Amount behind the indicator'],
  'node.share': ['本学段分摊比例', 'Share of this stage'],
  'node.pupils': ['在校生数', 'Pupils'],
  'node.not-found': ['这次评估中没有这个数', 'There is no such number in this evaluation'],

  'formula.at-least-m-of-n': [
    '{indicatorCount} 项指标中达标 {metCount} 项；要求至少 {minimumMet} 项达标，其余每项不低于标准值的 {floorShare} 倍',
    '{metCount} of {indicatorCount} indicators met; at least {minimumMet} must be, and each of the others must reach {floorShare} of its threshold',
  ],
  'formula.all-must-hold': [
    '共 {total} 项须全部达标：达标 {met}，未达标 {unmet}，暂不能判定 {undetermined}',
    'All {total} must hold: {met} met, {unmet} not met, {undetermined} undetermined',
  ],
  'formula.per-pupil': [
    '{multiplier} × {unitFactor} × {amount} ÷ {pupils}（在校生数）= {value}，标准值 {threshold}',
    '{multiplier} × {unitFactor} × {amount} ÷ {pupils} (pupils) = {value}; threshold {threshold}',
  ],
  'formula.signed-sum': ['各分项之和：{terms} = {total}', 'Sum of the parts: {terms} = {total}'],
  'formula.aggregate': [
    '采用填报的合计数 {aggregate}（没有分项）',
    'The reported total {aggregate} is used (there are no parts)',
  ],
  'formula.weighted-share': [
    '{weight} × {pupils}（本学段学生）÷ {weightedTotal}（各学段加权学生之和）= {share}',
    '{weight} × {pupils} (pupils of this stage) ÷ {weightedTotal} (weighted pupils of all stages) = {share}',
  ],
  'formula.share-of-total': [
    '{total}（全校）× {share}（本学段比例）= {amount}',
    '{total} (whole school) × {share} (share of this stage) = {amount}',
  ],
  'formula.coefficient-of-variation': [
    '差异系数² = {pupils}（全县在校生）× {sumOfSquares}（各校总量²÷在校生数之和）÷ {total}²（全县总量）− 1 = {cvSquared}；差异系数 = {cv}，上限 {limit}',
    'CV² = {pupils} (pupils of the county) × {sumOfSquares} (sum of amount² ÷ pupils over schools) ÷ {total}² (county total) − 1 = {cvSquared}; CV = {cv}, limit {limit}',
  ],
  'formula.pupils-sum': ['在校生数合计 {total} 人', '{total} pupils in all'],
};
