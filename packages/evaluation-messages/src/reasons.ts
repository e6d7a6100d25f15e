import type { Texts } from './language.ts';

/** Why a school, or a stage of it, does not enter the seven indicators; always said, never silent. */
export const outOfScopeTexts: Texts = {
  'out-of-scope.special-education': [
    '特殊教育学校不参加七项指标和差异系数的计算（仍属县域评估范围，按特教要求另行核查）。',
    'Special-education schools do not enter the seven indicators or the difference coefficients (they belong to the county’s evaluation by rules of their own).',
  ],
  'out-of-scope.vocational': [
    '职业学校不参加七项指标和差异系数的计算。',
    'Vocational schools do not enter the seven indicators or the difference coefficients.',
  ],
  'out-of-scope.teaching-point-below-minimum': [
    '小学和初中在校生合计不足 {minimum} 人的教学点不参加七项指标和差异系数的计算（本点 {pupils} 人）。',
    'Teaching points with fewer than {minimum} primary and junior pupils together do not enter the seven indicators or the difference coefficients ({pupils} here).',
  ],
  'out-of-scope.teaching-point': [
    '按本版标准，教学点不参加学校指标和差异系数的计算。',
    'By this edition of the standard, teaching points do not enter the indicators of schools or the difference coefficients.',
  ],
  'out-of-scope.private': [
    '按本版标准，民办学校不参加七项指标和差异系数的计算。',
    'By this edition of the standard, private schools do not enter the seven indicators or the difference coefficients.',
  ],
  'out-of-scope.no-pupils': ['没有在校生，不参加计算。', 'No pupils, so nothing is computed.'],
  'out-of-scope.no-evaluated-stage': [
    '没有小学或初中学段，不参加计算。',
    'No primary or junior stage, so nothing is computed.',
  ],
};

export const undeterminedTexts: Texts = {
  'reason.missing-cells': [
    '有数据没有填报，其余数据还不能决定结论。请补齐所列数据。缺的数据不按 0 计算。',
    'Some data are missing and the rest does not decide. Complete the cells listed. Missing is never counted as 0.',
  ],
  'reason.scope-undetermined': [
    '学校类型或在校生数没有填报，还不能确定是否参加计算。请先补齐。',
    'School type or pupils are missing, so it is not known whether the school takes part. Complete them first.',
  ],
  'reason.negative-quantity': [
    '填报的分项互相矛盾，相减得到负数（例如室内体育用房大于教学及辅助用房）。请核对更正。',
    'The parts reported contradict each other: their difference is below zero (indoor sports rooms larger than all teaching rooms, for example). Correct them.',
  ],
  'reason.zero-mean': [
    '全县该项总量为 0，平均数为 0，差异系数无法计算，不能视为达标。',
    'The county’s total is 0 and so is the mean: the difference coefficient does not exist and cannot count as met.',
  ],
  'reason.zero-denominator': [
    '除数为 0，比值无法计算，不能视为达标。请核对填报数。',
    'There is nothing to divide by, so the ratio does not exist and cannot count as met. Check the numbers reported.',
  ],
  'reason.to-be-set': [
    '文件没有规定这里的标准、分值或折算办法，须由发布标准版本的教育部门设定；设定之前不作判定。',
    'The instrument does not say this standard, these points or this conversion: the bureau that publishes the edition has to set them. Until then nothing is decided.',
  ],
  'reason.no-evaluation-date': [
    '判定取决于评估日期，而本次评估没有给出日期。',
    'It depends on the day of the evaluation, and none was given.',
  ],
  'reason.impossible-value': [
    '填报的数不可能成立（例如得分超过满分、名次超出总数），不予采信。请核对更正。',
    'A value that cannot be (a score above its maximum, a place beyond the last) is not believed. Correct it.',
  ],
};

export const dataProblemTexts: Texts = {
  'data-problem.parent-missing': [
    '登记为不计校数的校区，但没有登记主校。请教育局在学校登记中补上主校。',
    'Registered as a campus not counted as a school, but without a parent school. The bureau must enter the parent school.',
  ],
  'data-problem.parent-not-in-data-set': [
    '主校不在这份数据集中，校区的数据无处并入。请让主校上报，或更正登记。',
    'The parent school is not in this data set, so the campus has nowhere to go. Let the parent report, or correct the register.',
  ],
  'data-problem.parent-cycle': [
    '校区与主校互为上级，登记有误。请教育局更正。',
    'Campus and parent school point at each other. The bureau must correct the register.',
  ],
  'data-problem.duplicate-school-id': [
    '同一所学校在数据集中出现了两次。请联系系统管理员。',
    'The same school appears twice in the data set. Ask the system administrator.',
  ],
  'data-problem.school-type-missing': ['没有填报办学类型。请补填。', 'The school type is missing. Enter it.'],
  'data-problem.pupils-missing': ['没有填报在校生数。请补填。', 'The number of pupils is missing. Enter it.'],
  'data-problem.ownership-missing': [
    '没有填报办学性质（公办、民办）。请补填。',
    'Public or private is missing. Enter it.',
  ],
  'data-problem.impossible-value': [
    '填报的数超过了上限，未予采信。请核对更正。',
    'A value is above its maximum and was not believed. Correct it.',
  ],
};
