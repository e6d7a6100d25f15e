import type { Texts } from './language.ts';

/** What the checks of the county report (县级填报) find wrong, and what to do about it: `check.<rule>`, `check.<rule>.hint`. */
export const countyCheckTexts: Texts = {
  'check.county-required': ['这一项还没有填，必须填写。', 'This is not filled in yet, and must be.'],
  'check.county-required.hint': [
    '请填上数。数量为零填 0，不要留空；由其他部门掌握的，请先向该部门取数。',
    'Enter the figure. If there are none, enter 0 instead of leaving it empty; if another department has it, ask them first.',
  ],
  'check.county-readable': ['这一格的内容不能用：{problem:problem}', 'This value cannot be used: {problem:problem}'],
  'check.county-readable.hint': [
    '请清除这一格，重新填写：只填数，不带单位、空格和“约”字。',
    'Clear this cell and enter it again: the number only, without unit, blanks or “about”.',
  ],
  'check.county-plausible': [
    '填的是 {value}，超出常见范围（{bound:bound} {limit}）。',
    '{value} is outside the usual range ({bound:bound} {limit}).',
  ],
  'check.county-plausible.hint': [
    '先看单位（元、万元、人、万人）和位数有没有错；情况属实的，请说明。',
    'See first whether the unit (yuan or ten thousand yuan, people or ten thousand people) and the number of digits are right; if it is true, explain.',
  ],
  'check.county-share-within-whole': [
    '其中数 {part} 比总数 {whole} 还大。',
    'The part, {part}, is more than the whole, {whole}.',
  ],
  'check.county-share-within-whole.hint': [
    '请核对两个数的口径和时点是否一致，改正填错的一个；口径确实不同的，请说明。',
    'Check that both are counted in the same way and on the same day, and correct the wrong one; if they are not, explain.',
  ],
  'check.county-counted-from-schools': [
    '填的是 {value}，各校上报汇总是 {total}（已报 {schools} 所，未报 {missing} 所），两者不一致。',
    '{value} is entered, but the schools’ reports add up to {total} ({schools} schools reported, {missing} did not).',
  ],
  'check.county-counted-from-schools.hint': [
    '请先核对统计时点和口径，再请有出入的学校核实；以县级数为准的，请说明理由。',
    'Check the day and the way of counting first, then ask the schools concerned; if the county’s figure holds, say why.',
  ],
  'check.county-registered': [
    '填的是 {value}，登记册里是 {registered}（{rows} 条），两者不一致。',
    '{value} is entered, but the register says {registered} ({rows} rows).',
  ],
  'check.county-registered.hint': [
    '请先看登记册有没有漏记、重记，再看这里的口径和年份；以填报数为准的，请说明理由。',
    'See first whether a row is missing or entered twice in the register, then the way of counting and the year here; if the entered figure holds, say why.',
  ],
  'check.county-registered-case': [
    '登记册里有 {rows} 条这样的记录，这里的回答却不是“是”。',
    'The register has {rows} such rows, yet the answer here is not “yes”.',
  ],
  'check.county-registered-case.hint': [
    '请核对登记的等级是否准确；记录属实的，这里应当填“是”；认为不属于此项的，请说明理由。',
    'Check whether the registered severity is right; if the row is true, answer “yes” here; if it is not meant by this item, say why.',
  ],
  'check.county-change-from-last-year': [
    '上年 {before}，今年 {now}，变化 {percent}%，变化较大。',
    '{before} last year, {now} this year: a change of {percent}%.',
  ],
  'check.county-change-from-last-year.hint': [
    '请核对今年的数和单位，再看上年的数是否填对；情况属实的，请简要说明。',
    'Check this year’s figure and its unit, then whether last year’s was right; if it is true, say briefly why.',
  ],
  'check.county-earlier-year-changed': [
    '这里填的是 {now}，上一年度填报并通过审核的是 {before}。',
    '{now} is entered here; {before} was reported and approved for that year.',
  ],
  'check.county-earlier-year-changed.hint': [
    '以往年度的数一般不再变动，请以当年通过审核的数为准；决算调整等确需更正的，请说明。',
    'Figures of earlier years seldom change: take the one approved then; if it was corrected (final accounts, for example), explain.',
  ],
};
