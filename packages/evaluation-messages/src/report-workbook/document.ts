import type { Texts } from '../language.ts';

/** What stands in a school's own workbook (本校表格): its sheets, headers, rules for filling. */
export const workbookDocumentTexts: Texts = {
  'workbook.sheet.guide': ['填表说明', 'How to fill'],
  'workbook.sheet.whole': ['全校', 'Whole school'],
  'workbook.title': ['{school} {year} 年自评数据', '{school}: data of the self-evaluation {year}'],
  'workbook.title-part': ['{title}（{part}）', '{title} ({part})'],
  'workbook.hint': [
    '只填“{column}”一列的浅黄色格子。不知道的留空，数量为零请填 0。',
    'Fill the pale yellow cells of the column “{column}” only. Leave blank what you do not know; if there are none, enter 0.',
  ],
  'workbook.column.item': ['数据项', 'Item'],
  'workbook.column.unit': ['单位', 'Unit'],
  'workbook.column.last-year': ['上年', 'Last year'],
  'workbook.column.value': ['本年填写', 'This year'],
  'workbook.column.requirement': ['填写要求', 'What to enter'],
  'workbook.column.definition': ['填报说明（口径）', 'Definition'],
  'workbook.column.result': ['检查结果', 'Result of the check'],
  'workbook.optional': ['选填', 'optional'],
  'workbook.require.integer': ['整数，没有填 0', 'Whole number, 0 if none'],
  'workbook.require.year': ['四位年份，例如 1998', 'Year of four digits, such as 1998'],
  'workbook.require.decimal': ['数，最多 {scale} 位小数，没有填 0', 'Number with at most {scale} decimals, 0 if none'],
  'workbook.require.choice': ['从下拉列表中选', 'Choose from the list'],
  'workbook.require.date': ['日期，例如 2015-12-31', 'Date, such as 2015-12-31'],
  'workbook.require.text': ['文字，最多 {limit} 字', 'Text of at most {limit} characters'],
  'workbook.require.at-most': ['一般不超过 {maximum}', 'as a rule at most {maximum}'],
  'workbook.require.at-least': ['一般不小于 {minimum}', 'as a rule at least {minimum}'],
  'workbook.marked': ['（已标出问题）', ' (marked)'],
  'workbook.refused.title': ['这里填不了', 'This cannot be entered'],

  'workbook.guide.school': ['学校', 'School'],
  'workbook.guide.code': ['学校标识码', 'School code'],
  'workbook.guide.round': ['填报批次', 'Round'],
  'workbook.guide.standard': ['评估标准', 'Standard'],
  'workbook.guide.deadline': ['截止日期', 'Deadline'],
  'workbook.guide.taken': ['下载时间', 'Downloaded'],
  'workbook.guide.rule-1': [
    '1. 每张表填一个范围：“全校”填学校整体的数据，其余各表各填一个学段。只需要填浅黄色的格子，其他格子已锁定。',
    '1. Each sheet is of one part: “Whole school” asks for what concerns the school as a whole, the others for one stage each. Only the pale yellow cells are for you; everything else is locked.',
  ],
  'workbook.guide.rule-2': [
    '2. 格子里已有的数，是下载时网上已经填的。改动哪一格，上传后只更新哪一格；没有动过的格子不会覆盖网上后来填的数。',
    '2. What stands in the cells was on line when you downloaded. Only the cells you change are updated; a cell you leave as it is never replaces what was entered on line since.',
  ],
  'workbook.guide.rule-3': [
    '3. 留空不会删除网上已有的数。数量为零请填 0。',
    '3. A blank cell deletes nothing. If there are none of something, enter 0.',
  ],
  'workbook.guide.rule-4': [
    '4. 可以改表名、移动行，但请不要删除隐藏的列和行，也不要把内容只复制到新的工作簿：上传时靠它们认出每一格。',
    '4. You may rename sheets and move rows, but keep the hidden column and row, and do not copy the visible part into a new workbook: the upload recognises each cell by them.',
  ],
  'workbook.guide.rule-5': [
    '5. 填好后保存为 .xlsx，在网上“Excel 填报”里上传。上传后先看改动，确认以后才会保存。有问题的格子会标出来，可以下载标好的表格改正。',
    '5. Save as .xlsx and upload it under “Fill in Excel”. You first see what would change; nothing is saved before you confirm. Faulty cells are marked, and you can download the marked workbook to mend it.',
  ],
};
