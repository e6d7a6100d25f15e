import type { Texts } from '../language.ts';

/** Refusals about data sets, runs and their results. */
export const evaluationProblems: Texts = {
  'data-set.not-found': [
    '没有找到这份数据集，或不在您的管理范围内。',
    'This data set was not found, or is outside your scope.',
  ],
  'data-set.nothing-approved': [
    '这个批次还没有已通过的上报，不能评估。请先审核通过。',
    'No report of this round is approved yet, so there is nothing to evaluate. Approve reports first.',
  ],
  'evaluation.not-found': [
    '没有找到这次评估，或不在您的管理范围内。',
    'This evaluation was not found, or is outside your scope.',
  ],
  'evaluation.node-not-found': [
    '这次评估中没有这个数的说明。请从结论页重新进入。',
    'This evaluation has no explanation at that place. Start again from the verdict.',
  ],
  'evaluation.rules-changed': [
    '这次评估是按当时的规则作出的（标准 {editionBefore}，计算规则 {rulesBefore}），现行的是标准 {editionNow}、计算规则 {rulesNow}，逐项说明可能与当时的结论不一致，因此不再显示。结论仍然保留；如需说明，请对同一数据集重新评估，再比较两次结果。',
    'This evaluation was made by the rules of its day (standard {editionBefore}, rules of calculation {rulesBefore}); in force now are standard {editionNow} and rules {rulesNow}. An explanation made today could contradict the verdict, so none is shown. The verdict stays; to see why, evaluate the same data set again and compare the two.',
  ],
  'evaluation.not-released': [
    '这次评估结果目前没有公布给学校，无需撤回。请刷新页面。',
    'This evaluation is not released to schools at present, so there is nothing to take back. Reload the page.',
  ],
  'evaluation-job.not-found': [
    '没有找到这次批量评估，或不在您的管理范围内。',
    'This evaluation of many counties was not found, or is outside your scope.',
  ],
  'evaluation-job.no-rounds': [
    '范围内的县在这一年都没有开过这类批次，没有可评估的数据。请换年度或批次类型。',
    'No county in reach has a round of this kind in that year, so there is nothing to evaluate. Choose another year or kind.',
  ],
  'evaluation-job.under-way': [
    '同一地区、同一年度、同类批次的批量评估正在进行。请等它结束，或先取消它。',
    'An evaluation of the same region, year and kind of round is under way. Wait for it to end, or cancel it first.',
  ],
  'evaluation-job.ended': [
    '这次批量评估已经结束，无需取消。请刷新页面。',
    'This evaluation of many counties has ended already. Reload the page.',
  ],
  'school-result.not-found': [
    '没有找到这所学校的评估结果：教育局可能还没有公布，或者已经撤回。',
    'No result of this school was found: the bureau may not have released it yet, or has taken it back.',
  ],
};
