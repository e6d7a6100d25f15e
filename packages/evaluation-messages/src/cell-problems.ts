import type { Texts } from './language.ts';

/** Why a typed value is refused, shown at the cell (`problem.<cell problem>`). */
export const cellProblemTexts: Texts = {
  'problem.empty': ['这里还没有填。数量为零请填 0。', 'Nothing entered yet. If there are none, enter 0.'],
  'problem.not-a-number': [
    '这里要填数。请只填数字，例如 1568 或 7526.4，不要带单位和文字。',
    'This must be a number. Enter digits only, for example 1568 or 7526.4, without unit or words.',
  ],
  'problem.negative': [
    '不能是负数，请去掉负号，或核对原表。',
    'A negative number is not possible. Remove the minus sign, or check the source.',
  ],
  'problem.not-an-integer': [
    '这里要填整数，不能有小数。请核对是否填错了格。',
    'This must be a whole number. Check whether it belongs in another cell.',
  ],
  'problem.too-fine': [
    '小数位数太多：面积最多两位小数，万元最多六位小数（精确到分）。请按账面或测量结果填写，系统不替您四舍五入。',
    'Too many decimals: areas take at most two, amounts in 万元 at most six (to the fen). Enter what the records say; nothing is rounded for you.',
  ],
  'problem.too-large': [
    '数太大了，请核对单位和位数（例如把元填进了万元）。',
    'The number is too large. Check its unit and digits (yuan entered instead of 万元, for example).',
  ],
  'problem.not-a-date': ['请填写日期，例如 2015-12-31。', 'Enter a date, for example 2015-12-31.'],
  'problem.not-an-option': ['请从给出的选项中选择。', 'Choose one of the options given.'],
  'problem.too-long': ['文字太长，请缩短后再填。', 'The text is too long. Shorten it.'],
};
