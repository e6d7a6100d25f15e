import type { Texts } from '../language.ts';

/**
 * What is wrong with a cell, row or sheet of an uploaded workbook, and how to mend it, by `workbook-fault.<code>`. Faults of a typed
 * value (`not-an-integer` ...) have the form's own words, `problem.<code>`.
 */
export const workbookFaultTexts: Texts = {
  'workbook-fault.percent': [
    '不能填百分比。请把格式改为常规，直接填数字。',
    'A percentage does not belong here. Set the format to General and enter the number.',
  ],
  'workbook-fault.date-instead-of-number': [
    '这格成了日期“{typed}”。请把格式改为常规，再填数字。',
    'The program made a date of this ({typed}). Set the format to General and enter the number again.',
  ],
  'workbook-fault.other-unit': [
    '写的单位“{typed}”不是这里的单位（{unit}）。请只填以{unit}计的数。',
    'The unit written ({typed}) is not the one of this item ({unit}). Enter the number in {unit}.',
  ],
  'workbook-fault.other-unit-instead': [
    '写的单位“{typed}”不是这里的单位（{unit}）。请改填 {instead}。',
    'The unit written ({typed}) is not the one of this item ({unit}). Enter {instead} instead.',
  ],
  'workbook-fault.no-figure': [
    '“{typed}”不是数。数量为零请填 0；不知道请把格子清空。',
    '“{typed}” is no number. If there are none, enter 0; if you do not know, clear the cell.',
  ],
  'workbook-fault.formula-error': [
    '公式出错（{typed}）。请改好公式，或直接填数字。',
    'The formula gives an error ({typed}). Mend it, or enter the number.',
  ],
  'workbook-fault.formula-without-result': [
    '公式没有结果。请用 Excel 或 WPS 打开、保存一次，或直接填数字。',
    'The formula has no stored result. Open and save the file in Excel or WPS once, or enter the number.',
  ],
  'workbook-fault.not-one-of': ['“{typed}”不在选项里。可选：{options}。', '“{typed}” is not one of: {options}.'],
  'workbook-fault.other-stage': [
    '本校没有这个学段，不用填。请把格子清空。',
    'This school does not have this stage. Clear the cell.',
  ],
  'workbook-fault.not-applicable': [
    '按本校的类型和情况，这一项不用填。请把格子清空；若应当填，请先在“全校”表改办学类型或相应的是否项。',
    'This item is not asked of a school of this type. Clear the cell; if it should be asked, correct the type or the yes/no items on “Whole school” first.',
  ],
  'workbook-fault.import-only': [
    '这一项由系统算出，不用填。请把格子清空。',
    'This item is computed for you. Clear the cell.',
  ],
  'workbook-fault.unknown-item': [
    '认不出这一行是哪个数据项（标识“{key}”）。请从原表复制整行，或重新下载表格。',
    'This row does not say which item it is (mark “{key}”). Copy the whole row from the original, or download the workbook again.',
  ],
  'workbook-fault.twice-differs': [
    '同一数据项有两行，填的不一样（另一行在“{sheet}”第 {row} 行）。请删去一行。',
    'Two rows of one item hold different values (the other is row {row} of “{sheet}”). Delete one of them.',
  ],
  'workbook-fault.twice-same': [
    '同一数据项有两行，填的一样（另一行在“{sheet}”第 {row} 行），只算一次。',
    'Two rows of one item hold the same value (the other is row {row} of “{sheet}”). It counts once.',
  ],
  'workbook-fault.row-without-key': [
    '这一行是后加的，认不出是哪个数据项，没有读取“{typed}”。',
    'This row was added and does not say which item it is: “{typed}” was not read.',
  ],
  'workbook-fault.no-value-column': [
    '这张表的隐藏行被删除了，分不清哪一列是本年填写。请重新下载表格，把数填进去。',
    'The hidden row of this sheet is gone, so the column of this year cannot be told. Download the workbook again and enter the values there.',
  ],
};
