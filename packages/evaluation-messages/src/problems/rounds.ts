import type { Texts } from '../language.ts';

/** Refusals about rounds and importing into them. */
export const roundProblems: Texts = {
  'round.not-found': [
    '没有找到这个填报批次，或不在您的管理范围内。',
    'This round was not found, or is outside your scope.',
  ],
  'round.closed': [
    '填报已截止，不能再修改。确需补报，请联系县教育局延长本校期限。',
    'The round has closed and the report can no longer be changed. If you must, ask the county bureau to extend your school’s deadline.',
  ],
  'round.not-open-yet': [
    '填报还没有开始，请在开始日期之后再来。',
    'The round has not opened yet. Come back after its opening day.',
  ],
  'round.exists': [
    '本县本年度已经有同类填报批次。请直接使用已有批次。',
    'The county already has a round of this kind this year. Use that one.',
  ],
  'round.dates-wrong': [
    '日期不对：截止日期不能早于开始日期，也不能早于今天。请改正后再开。',
    'The dates are wrong: the deadline may be neither before the opening nor before today. Correct them and try again.',
  ],
  'round.edition-asks-no-school': [
    '这个标准版本只评县、不向学校要数据，不能用来开设学校填报批次。请选择其他标准版本。',
    'This edition asks only the county and nothing of schools, so no round of self-reports can be opened on it. Choose another edition.',
  ],
  'round.needs-county': ['填报批次按县开设。请选择一个县。', 'A round is opened for a county. Choose a county.'],
  'round.extension-not-later': [
    '延期日期必须晚于学校现在的截止日期，并且不早于今天。',
    'The extended deadline must be later than the school’s present one and not before today.',
  ],
  'round.school-enrolled': ['这所学校已经在这个批次里。', 'This school is in this round already.'],
  'round.type-not-asked': [
    '这个批次采用的标准不要求这类学校填报。',
    'The edition of this round asks nothing of schools of this type.',
  ],
  'import.file-refused': [
    '文件没有接收：打不开、已损坏、加密、格式不符或过大。请另存为 .xlsx 或 .csv 后重新上传。',
    'The file was refused: it cannot be opened, is damaged, encrypted, of another format or too large. Save it as .xlsx or .csv and upload it again.',
  ],
  'import.not-found': [
    '没有找到这次导入，或不在您的管理范围内。',
    'This import was not found, or is outside your scope.',
  ],
  'import.has-errors': [
    '表格里还有错误，不能确认导入。请按列出的行和列改好表格后重新上传。',
    'The workbook still has errors and cannot be confirmed. Mend the rows and columns listed and upload it again.',
  ],
  'import.already-confirmed': [
    '这次导入已经确认过（或已放弃），不会重复导入。',
    'This import was confirmed (or discarded) already; it is not done twice.',
  ],
  'import.warnings-unconfirmed': [
    '还有需要人工判断的提示，请逐条看过并确认后再登记。',
    'Some rows need a person’s judgement. Read and confirm them first.',
  ],
  'import.unmapped': [
    '有的行还没有对应到登记的学校。请为每一行选择学校，或选择不导入。',
    'Some rows have no registered school yet. Choose a school for each, or leave the row out.',
  ],
  'import.mapping-wrong': [
    '对应关系不对：选中的学校不在本批次，或者同一所学校被选了两次。请改正后再确认。',
    'The mapping is wrong: a chosen school is not in this round, or one school was chosen twice. Correct it and confirm again.',
  ],
  'import.replaces-unconfirmed': [
    '部分学校已填有不同的数据，导入会把它们替换掉。请核对列出的单元格，确认后再导入。',
    'Some schools already hold other values, which the import would replace. Look at the cells listed, then confirm.',
  ],
};
