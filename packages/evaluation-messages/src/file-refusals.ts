import type { Both } from './language.ts';

/** Why a file cannot be read as a workbook at all, by the reader's own code. */
export const fileRefusalTexts = {
  empty_file: ['空文件（0 字节或没有内容）。请重新导出后再提交。', 'Empty file. Export it again and send that.'],
  file_too_large: [
    '文件超过 {limitMegabytes} MB。请只保留数据表，删去图片后另存。',
    'The file is larger than {limitMegabytes} MB. Keep the data sheets only, without pictures.',
  ],
  legacy_xls: [
    '这是旧的 .xls 格式。请在 Excel 或 WPS 中打开，另存为 .xlsx 后再提交。',
    'This is the old .xls format. Open it in Excel or WPS, save as .xlsx and send that.',
  ],
  password_protected: [
    '文件有密码保护，无法读取。请取消密码后另存再提交。',
    'The file is password protected. Remove the password, save and send again.',
  ],
  damaged_file: [
    '文件已损坏或没有传完，无法读取。请重新保存或重新传一份。',
    'The file is damaged or incomplete. Save it again, or send another copy.',
  ],
  unsafe_file: [
    '文件展开后大得异常，或含有不该有的结构，出于安全没有读取。请把数据复制到新的工作簿再提交。',
    'Unpacked, the file is abnormally large or holds structures no workbook has; it was not read for safety. Copy the data into a new workbook.',
  ],
  not_a_workbook: [
    '这不是 Excel 工作簿或 CSV（实际是 {found}）。请在 Excel 或 WPS 中另存为 .xlsx。',
    'This is no Excel workbook or CSV file (it is {found}). Save it as .xlsx in Excel or WPS.',
  ],
  not_a_table: [
    '这是一个文本文件，但不是用逗号、分号或制表符分列的表格。',
    'This is a text file, but not a table separated by commas, semicolons or tabs.',
  ],
  unknown_encoding: [
    '文字编码无法识别。请用 UTF-8 或 GB18030（ANSI）保存，或另存为 .xlsx。',
    'The text encoding is not recognised. Save as UTF-8 or GB18030, or as .xlsx.',
  ],
  too_many_sheets: ['工作表超过 {limit} 个。请只保留数据表。', 'More than {limit} sheets. Keep the data sheets only.'],
  too_many_rows: [
    '有内容的行超过 {limit} 行。请分成几个文件。',
    'More than {limit} rows with content. Split the file.',
  ],
  too_many_columns: [
    '{limit} 列以外还有内容。请删去多余的列。',
    'There is content beyond column {limit}. Delete what does not belong to the table.',
  ],
  too_many_cells: [
    '有内容的单元格或合并区域超过 {limit} 个。请分成几个文件。',
    'More than {limit} cells with content or merged ranges. Split the file.',
  ],
  too_much_text: [
    '文字太多（超过 {limit} 个字符）。请删去与数据无关的文字。',
    'Too much text (more than {limit} characters). Remove what is not data.',
  ],
  reading_took_too_long: [
    '{seconds} 秒内没有读完，已停止。请把数据复制到新的工作簿再提交。',
    'Reading was stopped after {seconds} seconds. Copy the data into a new workbook.',
  ],
  reading_failed: [
    '读取失败（{detail}）。请另存为 .xlsx 后再试，并把原文件交给管理员。',
    'Reading failed ({detail}). Save as .xlsx and try again, and give the original to the administrator.',
  ],
} as const satisfies Readonly<Record<string, Both>>;
