import type { Texts } from './language.ts';

/** Titles of the nodes of an explanation, and formulas with the numbers put in. The facts are those of the core's formula templates. */
export const explanationTexts: Texts = {
  'node.county': ['县（市、区）总结论', 'Verdict of the county'],
  'node.resource-allocation': ['资源配置结论', 'Verdict on resource allocation'],
  'node.requirement': ['认定条件', 'Condition of recognition'],
  'node.requirement-school': ['学校（学段）是否符合条件', 'The condition for a school (in this stage)'],
  'node.requirement-part': ['认定条件的一部分', 'Part of a condition'],
  'node.point': ['评价要点得分', 'Points'],
  'node.amount': ['计算过程中的数', 'Number used in a condition'],
  'node.stage': ['学段结论', 'Verdict of the stage'],
  'node.composite-cv': ['综合差异系数', 'Composite difference coefficient'],
  'node.cv': ['校际差异系数', 'Difference coefficient between schools'],
  'node.school-stage': ['学校（学段）结论', 'Verdict of the school in this stage'],
  'node.indicator': ['指标值', 'Value of the indicator'],
  'node.quantity': ['指标的分子（总量）', 'Amount behind the indicator'],
  'node.share': ['本学段分摊比例', 'Share of this stage'],
  'node.pupils': ['在校生数', 'Pupils'],
  'node.not-found': ['这次评估中没有这个数', 'There is no such number in this evaluation'],

  // What a number is in the rule that reads it.
  'amount-side.left': ['相比较的数', 'Number compared'],
  'amount-side.right': ['要求达到的数', 'Number required'],
  'amount-side.part': ['比例的分子', 'Part of the share'],
  'amount-side.whole': ['比例的分母', 'Whole of the share'],
  'amount-side.limit': ['标准值', 'Limit'],
  'amount-side.rank': ['名次', 'Place'],
  'amount-side.among': ['参加排名的数目', 'Number ranked'],
  'amount-side.value': ['实际值', 'Value reached'],
  'amount-side.standard': ['对照的标准', 'Standard'],
  'amount-side.judged': ['评定的得分', 'Points awarded'],
  'amount-term': ['{of}：其中第 {n} 项', '{of}: item {n} of it'],

  'formula.at-least-m-of-n': [
    '{indicatorCount} 项指标中达标 {metCount} 项，低于底线 {belowFloorCount} 项，暂不能判定 {undeterminedCount} 项；要求至少 {minimumMet} 项达标，其余每项不低于标准值的 {floorShare} 倍',
    'Of {indicatorCount} indicators {metCount} met, {belowFloorCount} below the floor, {undeterminedCount} undetermined; at least {minimumMet} must be met, and each of the others must reach {floorShare} of its threshold',
  ],
  'formula.at-most-k-unmet': [
    '{indicatorCount} 项指标中未达标 {unmetCount} 项，低于底线 {belowFloorCount} 项，暂不能判定 {undeterminedCount} 项；要求未达标不超过 {maximumUnmet} 项',
    'Of {indicatorCount} indicators {unmetCount} not met, {belowFloorCount} below the floor, {undeterminedCount} undetermined; at most {maximumUnmet} may be missed',
  ],
  'formula.grades': [
    '{indicatorCount} 项指标中达标 {metCount} 项，暂不能判定 {undeterminedCount} 项；{grade:passing}须达标 {minimumMet} 项以上',
    'Of {indicatorCount} indicators {metCount} met, {undeterminedCount} undetermined; {minimumMet} are needed for “{grade:passing}”',
  ],
  'formula.stepped-points': [
    '{indicatorCount} 项指标按达到标准的程度计分：最低 {least} 分，最高 {most} 分，合格线 {pass} 分',
    '{indicatorCount} indicators give points by how far they reach the standard: at least {least}, at most {most}; pass mark {pass}',
  ],
  'formula.all-must-hold': [
    '共 {total} 项须全部达标：达标 {met}，未达标 {unmet}，暂不能判定 {undetermined}',
    'All {total} must hold: {met} met, {unmet} not met, {undetermined} undetermined',
  ],
  'formula.at-least-of': [
    '共 {total} 项，要求至少 {minimum} 项达标：达标 {met}，未达标 {unmet}，暂不能判定 {undetermined}',
    'At least {minimum} of {total} must hold: {met} met, {unmet} not met, {undetermined} undetermined',
  ],
  'formula.compared': ['{value}，要求{relation:relation} {limit}', '{value}; required: {relation:relation} {limit}'],
  'formula.share': [
    '{multiplier} × {part} ÷ {whole} = {value}，要求{relation:relation} {limit}',
    '{multiplier} × {part} ÷ {whole} = {value}; required: {relation:relation} {limit}',
  ],
  'formula.capped-share': [
    '{multiplier} × {part} ÷ {whole}，超过 {cap} 的按 {cap} 计 = {value}，要求{relation:relation} {limit}',
    '{multiplier} × {part} ÷ {whole}, taken as {cap} where it is more = {value}; required: {relation:relation} {limit}',
  ],
  'formula.score': [
    '各要点得分相加：最低 {least} 分，最高 {greatest} 分；总分 {total} 分，合格线 {pass} 分',
    'The points added up: at least {least}, at most {greatest}; total {total}, pass mark {pass}',
  ],
  'formula.point': [
    '得分最低 {least}，最高 {greatest}；满分 {maximum}',
    'At least {least}, at most {greatest} of {maximum} points',
  ],
  'formula.computed-amount': ['填报数计算得 {amount}', 'Computed from the reported numbers: {amount}'],
  'formula.total-of-schools': [
    '全县 {count} 所学校相加 = {amount}',
    '{count} schools of the county added up = {amount}',
  ],
  'formula.rounded-up': ['{of} 向上取整 = {amount}', '{of} rounded up = {amount}'],
  'formula.larger': ['取其中较大的数：{amount}', 'The larger of them: {amount}'],
  'formula.smaller': ['取其中较小的数：{amount}', 'The smaller of them: {amount}'],
  'formula.per-pupil': [
    '{multiplier} × {unitFactor} × {amount} ÷ {pupils}（在校生数）= {value}，标准值 {threshold}',
    '{multiplier} × {unitFactor} × {amount} ÷ {pupils} (pupils) = {value}; threshold {threshold}',
  ],
  'formula.ratio': [
    '{multiplier} × {numerator} ÷ {denominator} = {value}，标准值 {threshold}',
    '{multiplier} × {numerator} ÷ {denominator} = {value}; threshold {threshold}',
  ],
  'formula.amount': ['{value}，标准值 {threshold}', '{value}; threshold {threshold}'],
  'formula.answer': [
    '填报：{option:answer}；要求：{option:required}',
    'Reported: {option:answer}; required: {option:required}',
  ],
  'formula.signed-sum': ['各项填报数相加减 = {amount}', 'The reported amounts added up (and taken off) = {amount}'],
  'formula.aggregate': [
    '没有全部分项，采用填报的合计数：{amount}',
    'Not all parts are reported, so the reported total is used: {amount}',
  ],
  'formula.weighted-share': [
    '权重 {weight} × {pupils}（本学段学生）÷ 各学段加权学生之和 = {share}',
    'Weight {weight} × {pupils} (pupils of this stage) ÷ weighted pupils of all stages = {share}',
  ],
  'formula.share-of-total': [
    '{total}（全校）× {share}（本学段比例）= {amount}',
    '{total} (whole school) × {share} (share of this stage) = {amount}',
  ],
  'formula.coefficient-of-variation': [
    '{count} 所学校（学段），在校生 {pupils} 人，总量 {total}：差异系数 = 按学生数加权的标准差 ÷ 平均数 = {cv}，上限 {limit}',
    '{count} schools (in this stage) with {pupils} pupils and {total} in all: standard deviation weighted by pupils ÷ mean = {cv}; limit {limit}',
  ],
  'formula.composite-cv': [
    '{count} 项差异系数的平均数 = {composite}，上限 {limit}',
    'Mean of {count} difference coefficients = {composite}; limit {limit}',
  ],
  'formula.pupils-sum': ['在校生数合计 {total} 人', '{total} pupils in all'],
};
