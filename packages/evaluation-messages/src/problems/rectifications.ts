import type { Texts } from '../language.ts';

/** Why something of the rectification ledger is refused (整改台账). */
export const rectificationProblems: Texts = {
  'rectification.not-found': [
    '没有找到这条整改事项，或不在您的数据范围内。',
    'This row of the ledger was not found, or is outside your scope.',
  ],
  'rectification.deadline-past': [
    '整改期限不能早于今天（{today}）。',
    'The deadline may not lie before today ({today}).',
  ],
  'rectification.extension-needs-reason': [
    '推迟整改期限必须说明理由，理由会留在台账里。',
    'A deadline that is put off needs a reason, which the ledger keeps.',
  ],
  'rectification.closed': [
    '这条整改事项已销号，不能再改。以后的数据不达标时会自动重新打开。',
    'This row is closed and no longer changes. It opens again by itself when later data fail.',
  ],
  'rectification.already-there': [
    '台账里已有这个问题：第 {number} 号，不再另列一条。可以在它上面增加来源。',
    'The ledger has this problem already: row {number}. It is not listed twice; you can add a source to that row.',
  ],
  'rectification.no-school': [
    '第 {number} 号不涉及具体学校，不能交给“所涉学校”；请指定责任单位。',
    'Row {number} is about no school, so it cannot go to “the school it is about”; name who is responsible.',
  ],
  'rectification.responsible-not-of-county': [
    '所选学校或责任单位不属于这个县，或已撤销。',
    'The chosen school or unit does not belong to this county, or is closed.',
  ],
  'rectification.place-unknown': [
    '这个评估标准不在这里（学校、学段或县）考核这项指标。',
    'The standard does not judge this there: no such indicator or requirement of the school, its stage or the county.',
  ],
  'rectification.not-open': [
    '这条整改事项不在整改中：可能已报完成、数据已达标或已有例外，请刷新页面。',
    'This row is not open: it was reported done, its data pass, or an exception holds. Reload the page.',
  ],
  'rectification.data-fail': [
    '最新的已审核数据还没有达标，不能销号。请先填报并审核新数据、再评估；确有原因的，可签署有期限的例外。',
    'The newest approved data do not pass, so the row cannot be closed. Have new data approved and evaluated; or sign an exception with an end.',
  ],
  'rectification.data-decide': [
    '这项问题有数据衡量，是否整改到位由新审核的数据决定。',
    'Numbers speak of this problem: newly approved data decide whether it is put right.',
  ],
  'rectification.data-newer': [
    '评估之后又冻结了新的已审核数据，请先对新数据评估，再销号。',
    'Newer approved data were frozen after this evaluation: evaluate them before closing.',
  ],
  'rectification.not-reported': [
    '责任单位还没有报告整改完成。',
    'Whoever is responsible has not reported it done yet.',
  ],
  'rectification.own-row': [
    '您是这条整改事项的责任人或报告人，不能自己核查、销号或签署例外；请由其他人办理。',
    'You are responsible for this row, or reported it done: somebody else must verify, close or excuse it.',
  ],
  'rectification.expiry-past': [
    '例外的截止日不能早于今天（{today}）。',
    'An exception may not end before today ({today}).',
  ],
  'rectification.expiry-too-far': [
    '例外最长三年，截止日不能晚于 {latest}。',
    'An exception holds for three years at most: not beyond {latest}.',
  ],
  'rectification.effect-unknown': [
    '“{key}”的预期变化无法计算：{cell-effect:problem}',
    'The effect on “{key}” cannot be computed: {cell-effect:problem}',
  ],
  'rectification.measure-not-found': [
    '没有找到这条整改措施，可能已被撤下。',
    'This measure was not found: it may have been taken out.',
  ],
  'rectification.done-ahead': [
    '措施的完成日不能晚于今天（{today}）。',
    'A measure cannot have been done after today ({today}).',
  ],
  'rectification.file-not-found': [
    '没有找到这个文件，可能已被移除。',
    'This file was not found: it may have been removed.',
  ],
  'rectification.files-too-many': [
    '一条整改事项最多 {limit} 份佐证材料，已经满了。',
    'A row takes {limit} files of evidence at most, and has them already.',
  ],
  'annual-target.not-found': [
    '没有找到这个年度目标，或不在您的数据范围内。',
    'This target was not found, or is outside your scope.',
  ],
  'annual-target.already-set': [
    '这项指标 {year} 年已有目标；要改请先撤销原来的。',
    'This number has a target for {year} already: withdraw it first to change it.',
  ],
  'annual-target.withdrawn': ['这个年度目标已撤销。', 'This target was withdrawn already.'],
  'feedback-letter.not-found': [
    '没有找到这份反馈意见，或不在您的数据范围内。',
    'This feedback letter was not found, or is outside your scope.',
  ],
  'feedback-letter.already-entered': [
    '{document} 已于 {enteredOn} 录入，不再重复列入台账。',
    '{document} was entered on {enteredOn} already: nothing is added twice.',
  ],
  'feedback-letter.dated-ahead': [
    '发文日期不能晚于今天（{today}）。',
    'A letter cannot be dated after today ({today}).',
  ],
  'feedback-letter.due-before-dated': [
    '报送期限不能早于发文日期。',
    'The report cannot be due before the letter’s date.',
  ],
  'feedback-letter.deadline-before-dated': [
    '第 {number} 个问题的整改期限早于发文日期。',
    'The deadline of problem {number} lies before the letter’s date.',
  ],
  'feedback-letter.problem-twice': [
    '第 {number} 个问题和第 {first} 个是同一个，请合并。',
    'Problem {number} says the same as problem {first}: make them one.',
  ],
  'feedback-letter.measure-elsewhere': [
    '第 {number} 个问题的措施用到了不属于这个问题的台账事项。',
    'A measure of problem {number} is for a row that is not of this problem.',
  ],
  'feedback-letter.changed-since': [
    '这份反馈意见刚刚被别人更正过，请刷新页面后再改。',
    'Somebody else has corrected this letter in the meantime: reload the page.',
  ],
  'feedback-letter.nothing-changed': [
    '没有要更正的内容：各项都和现在的一样。',
    'There is nothing to correct: everything says what it says now.',
  ],
  'rectification.not-evaluated': [
    '这个县还没有评估过已审核的数据，不能计算。',
    'No approved data of this county have been evaluated yet, so nothing can be computed.',
  ],
};
