import { fileRefusalTexts } from './file-refusals.ts';
import type { Both, Texts } from './language.ts';

/**
 * What can be said about a workbook that is imported or evaluated, by code: refusals of files, problems at rows and cells, and
 * notes on how something was read. Written to be read beside file, sheet, row and column, which are shown separately.
 */
export const importProblemTexts = {
  // Files
  file_not_found: ['找不到这个文件，请核对路径和文件名。', 'There is no such file. Check the path and the name.'],
  ...fileRefusalTexts,
  no_data: ['工作簿里没有任何内容。', 'The workbook holds nothing.'],
  header_not_found: [
    '没有找到表头：需要有“学校名称”或“学校标识码”一列，以及“在校生数”等至少两列数据；每所学校占一行，表头在数据上方。',
    'No header was recognised: a column with the school’s name or code and at least two columns of figures are needed, one row for each school, below the header.',
  ],
  no_schools: ['有表头，但没有任何学校的数据行。', 'There is a header but no row of a school.'],
  macros_ignored: [
    '文件带有宏。宏没有运行，只读取了数值。',
    'The file carries macros. They were not run; only values were read.',
  ],

  // Sheets and columns
  sheet_ignored: [
    '没有可识别的表头，整张表没有读取（共 {rows} 行）。',
    'No header recognised; the sheet was not read ({rows} rows).',
  ],
  hidden_sheet_ignored: [
    '隐藏的工作表没有读取。如需计入，请取消隐藏。',
    'A hidden sheet was not read. Unhide it if it is to count.',
  ],
  hidden_column_read: ['隐藏列“{header}”也读取了，请核对。', 'The hidden column “{header}” was read too; check it.'],
  column_not_recognised: [
    '不认识的列“{header}”，没有读取。',
    'The column “{header}” is not recognised and was not read.',
  ],
  column_not_needed: [
    '“{header}”这一列本标准用不到，没有读取。',
    'The column “{header}” is not used by this standard and was not read.',
  ],
  column_missing: [
    '没有“{item:item}”这一列（或没有认出），相应指标暂不能判定。',
    'There is no column for “{item:item}” (or it was not recognised); its indicator stays undetermined.',
  ],
  duplicate_column: [
    '“{header}”与 {otherColumn} 列含义相同。请只保留一列。',
    '“{header}” means the same as column {otherColumn}. Keep one of them.',
  ],
  unit_not_supported: [
    '单位“{unit}”不能精确换算。面积请用平方米，金额请用元或万元，人数请用人。',
    'The unit “{unit}” cannot be converted exactly. Use square metres, yuan or 万元, and single persons.',
  ],
  unit_not_fitting: ['单位与这一项不符：{header}', 'The unit does not fit the item: {header}'],
  unit_not_stated: [
    '“{header}”没有写明是元还是万元。请在表头加上单位。',
    '“{header}” does not say whether it is in yuan or 万元. Put the unit into the header.',
  ],
  unit_assumed: [
    '“{header}”没有写单位，按数值大小作为“{import-unit:unit}”读取，请核对。',
    '“{header}” states no unit; by the size of the figures it was read as {import-unit:unit}. Check it.',
  ],
  unit_looks_wrong: [
    '“{header}”的单位是“{import-unit:unit}”，但从数值看更像“{import-unit:otherUnit}”，请核对。按表头单位读取。',
    '“{header}” says {import-unit:unit}, but the figures look like {import-unit:otherUnit}. Check it; the header was followed.',
  ],
  unit_of_column_used: [
    '表题与列的单位不同，以这一列表头的“{import-unit:unit}”为准。',
    'Title and column state different units; the column’s, {import-unit:unit}, was used.',
  ],
  net_area_assumed: [
    '表中没有“室内体育用房”一列，“教学及辅助用房面积”按已扣除室内体育用房读取。',
    'There is no column for indoor sports rooms, so the area of teaching rooms was taken as already without them.',
  ],
  gymnasium_from_indoor_sports: [
    '表中没有“体育馆”一列，按统计口径以“室内体育用房”计入体育运动场馆面积。',
    'There is no column for the gymnasium; as in the statistics, indoor sports rooms count towards the sports area.',
  ],
  numbers_as_text: [
    '{count} 个数是文本格式，已按数值读取（行 {rows}）。',
    '{count} figures are stored as text and were read as numbers (rows {rows}).',
  ],
  formula_results_used: [
    '{count} 个单元格是公式，使用了文件中保存的结果（行 {rows}）。',
    '{count} cells are formulas; the results stored in the file were used (rows {rows}).',
  ],

  // Rows
  total_rows_skipped: [
    '{count} 行合计、小计或平均值不是学校，没有计入（行 {rows}）。',
    '{count} rows of totals or averages are no schools and were left out (rows {rows}).',
  ],
  other_rows_skipped: [
    '{count} 行不是学校（标题、说明、签名、重复表头等），没有计入（行 {rows}）。',
    '{count} rows are no schools (headings, notes, signatures, repeated headers) and were left out (rows {rows}).',
  ],
  row_without_figures: [
    '这一行没有标识码也没有数据，没有作为学校读取：{text}',
    'This row has neither a code nor figures and was not read as a school: {text}',
  ],
  sum_of_other_rows: [
    '“{name}”这一行各列恰好等于第 {from}—{to} 行之和，像是小计。是小计请在名称中写明“小计”，是学校请加上学校标识码一列。',
    'Every figure of “{name}” is the sum of rows {from} to {to}: it looks like a subtotal. If it is one, name the row “subtotal”; if it is a school, add a column with school codes.',
  ],
  name_of_no_school: [
    '“{name}”不像一所学校的名称。是小计请写明“小计”，是学校请写全称或加上学校标识码一列。',
    '“{name}” does not look like the name of one school. If it is a subtotal, name the row “subtotal”; if it is a school, write its full name or add a column with school codes.',
  ],
  cell_beyond_header: [
    '这一列没有表头，却有数“{value}”：这一行可能多了分隔符（例如数里的千分位逗号没有加引号），其后各数都会错位。请更正。',
    'There is a figure (“{value}”) beyond the last header: the row probably has a separator too many, such as an unquoted thousands comma, and its figures are shifted. Correct it.',
  ],
  hidden_rows_read: [
    '{count} 个隐藏（或被筛选掉）的行也读取了，请核对（行 {rows}）。',
    '{count} hidden or filtered rows were read too; check them (rows {rows}).',
  ],
  code_missing: [
    '有数据但没有学校标识码：{name}。是学校请补标识码，是小计请在名称中写明“小计”。',
    'There are figures but no school code: {name}. Add the code, or name the row a subtotal if it is one.',
  ],
  code_in_scientific_notation: [
    '标识码变成了科学计数法“{text}”，后几位已经丢失。请把该列设为文本格式后重新填写。',
    'The code has become “{text}” in scientific notation and its last digits are lost. Format the column as text and enter it again.',
  ],
  code_lost_digits: [
    '标识码以数值保存且超过 15 位，后几位已经丢失（{text}）。请设为文本格式后重新填写。',
    'The code was stored as a number of more than 15 digits and its last digits are lost ({text}). Format the column as text and enter it again.',
  ],
  code_not_readable: ['这不是学校标识码：{text}', 'This is no school code: {text}'],
  code_lost_leading_zeros: [
    '标识码“{schoolCode}”只有 {digits} 位，其他学校是 {usualDigits} 位，可能丢了前面的 0。',
    'The code “{schoolCode}” has {digits} digits, the others have {usualDigits}; zeros in front were probably lost.',
  ],
  code_length_differs: [
    '标识码“{schoolCode}”是 {digits} 位，其他学校是 {usualDigits} 位，请核对。',
    'The code “{schoolCode}” has {digits} digits, the others have {usualDigits}. Check it.',
  ],
  name_missing: ['没有学校名称。', 'The school’s name is missing.'],
  unknown_school_type: [
    '不认识的办学类型“{text}”。请填小学、初级中学、九年一贯制、十二年一贯制、完全中学、教学点、特殊教育或职业学校。',
    'Unknown type of school: “{text}”. Use primary, junior, nine-year, twelve-year, full middle, teaching point, special education or vocational.',
  ],
  type_from_name: [
    '没有办学类型，按名称“{name}”作为{school-type:schoolType}。',
    'No type given; by its name, “{name}”, it was taken as: {school-type:schoolType}.',
  ],
  type_assumed: [
    '没有（一致的）办学类型，“{name}”按{school-type:schoolType}计算，请核对。',
    'No (single) type given; “{name}” was taken as: {school-type:schoolType}. Check it.',
  ],
  type_missing: [
    '不知道“{name}”的办学类型，无法判定是否纳入评估。',
    'The type of “{name}” is not known, so it cannot be told whether it is evaluated.',
  ],
  type_conflict: [
    '同一所学校写了两种办学类型：{school-type:schoolType}、{school-type:otherType}。',
    'Two types are given for one school: {school-type:schoolType}, {school-type:otherType}.',
  ],
  school_outside_evaluation: [
    '“{text}”不属于义务教育学校，没有计入。',
    '“{text}” is not a school of compulsory education and was left out.',
  ],
  not_an_option: ['不认识的选项“{text}”。', 'Unknown option: “{text}”.'],
  stage_contradiction: [
    '学段互相矛盾：{stage:stage}、{stage:otherStage}（学段列、校名、表名或文件名不一致）。',
    'Contradicting stages: {stage:stage}, {stage:otherStage} (stage column, school name, sheet or file name disagree).',
  ],
  stage_not_of_type: [
    '{school-type:schoolType}没有{stage:stage}学段。',
    'A school of this type ({school-type:schoolType}) has no {stage:stage} stage.',
  ],
  stage_unknown: [
    '多学段学校，看不出 {columns} 列是哪个学段的数。请分学段填写，或在校名后注明（小学部）（初中部）。',
    'The school has several stages and it is not clear which one column(s) {columns} are about. Give figures by stage, or mark the name (primary part), (junior part).',
  ],
  stage_figures_own: [
    '{name}：按学段填报的数就是{stage:stage}自己的数，不再拆分。',
    '{name}: figures given per stage are taken as that stage’s own ({stage:stage}); they are not split again.',
  ],
  whole_school_figures_left_out: [
    '{name}：只有一个学段的数，全校数无法得出，以下各项没有读取：{item:items}。',
    '{name}: only one stage is known, so whole-school figures cannot be made; not read: {item:items}.',
  ],
  same_figures_for_both_stages: [
    '两个学段填了完全相同的数（{item:items}），像是把全校数填了两遍。请分学段填写，或合并单元格只填一次。',
    'Both stages carry exactly the same figures ({item:items}): the whole school’s seem to be entered twice. Enter each stage’s own, or one merged cell.',
  ],
  merged_figure: [
    '合并单元格覆盖到第 {to} 行，跨了不同的学校。请拆分后分别填写。',
    'A merged cell reaches down to row {to} over different schools. Split it and enter each school’s figure.',
  ],
  duplicate_identical: ['与第 {other} 行完全相同，只计一次。', 'The same as row {other}; counted once.'],
  duplicate_conflict: [
    '与第 {other} 行是同一所学校，但这里是“{value}”，那里是“{otherValue}”。请确认以哪一行为准，删去另一行。',
    'The same school as row {other}, but “{value}” here and “{otherValue}” there. Decide which holds and delete the other.',
  ],
  duplicate_code_other_name: [
    '标识码与第 {other} 行“{otherName}”相同，校名却是“{name}”。请更正标识码或校名。',
    'The code is that of row {other}, “{otherName}”, but the name is “{name}”. Correct the code or the name.',
  ],
  duplicate_name_other_code: [
    '校名与第 {other} 行相同，标识码却不同（{schoolCode}，{otherCode}）。请确认是否同一所学校。',
    'The name is that of row {other}, but the codes differ ({schoolCode}, {otherCode}). Find out whether it is one school.',
  ],
  duplicate_part_and_whole: [
    '与第 {other} 行是同一所学校：一行是全校，一行是一个学段。请只保留一种。',
    'The same school as row {other}: one row is the whole school, the other one stage. Keep one kind.',
  ],

  // Cells
  missing_value: [
    '没有填数（“{text}”），按缺失处理，不当作 0。',
    'No figure here (“{text}”): taken as missing, never as 0.',
  ],
  not_a_number: ['不是数：“{text}”', 'Not a number: “{text}”'],
  percentage: ['这里要填数量，不能填百分数：“{text}”', 'A quantity is needed here, not a percentage: “{text}”'],
  date_instead_of_number: [
    '这里是日期（{text}），可能是自动转换造成的。请设为数值后重新填写。',
    'This is a date ({text}), perhaps converted automatically. Format the cell as a number and enter it again.',
  ],
  formula_error: ['公式出错：{text}', 'The formula fails: {text}'],
  formula_without_result: [
    '公式没有保存计算结果（{text}）。请在 Excel 或 WPS 中打开并保存一次。',
    'The formula has no stored result ({text}). Open the file in Excel or WPS and save it once.',
  ],
  negative: ['不能是负数：{value}', 'It cannot be negative: {value}'],
  not_an_integer: ['要填整数：{value}', 'It must be a whole number: {value}'],
  too_fine: [
    '小数位数太多：{value}。面积最多两位小数，金额精确到分；系统不替您四舍五入。',
    'Too many decimals: {value}. Areas take two, money goes to the fen; nothing is rounded for you.',
  ],
  not_a_date: ['不是日期：{value}，请写成 2025-09-01 这样的形式。', 'Not a date: {value}. Write it as 2025-09-01.'],
  too_long: ['文字太长：{value}', 'The text is too long: {value}'],
  implausible: ['数值异常：{value}，请核对数和单位。', 'Implausible: {value}. Check the figure and its unit.'],
  zero_students_with_resources: [
    '在校生数为 0，却有教师、用房或设备（{columns} 列）。请核对。',
    'No pupils, but teachers, rooms or equipment (columns {columns}). Check it.',
  ],
  more_backbone_teachers_than_plausible: [
    '骨干教师 {value} 人，在校生只有 {pupils} 人，请核对。',
    '{value} backbone teachers for {pupils} pupils. Check it.',
  ],
  classes_zero: ['有在校生 {pupils} 人，班级数却是 0。', '{pupils} pupils, but no classes.'],
  max_class_above_students: [
    '最大班额 {value} 大于在校生数 {pupils}。',
    'The largest class ({value}) is larger than the school ({pupils} pupils).',
  ],
  max_class_below_average: [
    '最大班额 {value} 小于平均班额（{pupils} 人 {classes} 个班）。',
    'The largest class ({value}) is smaller than the average ({pupils} pupils, {classes} classes).',
  ],
  total_differs: [
    '合计 {total} 与各学段之和 {sum} 不相等。',
    'The total {total} differs from the sum of the stages, {sum}.',
  ],
  cell_not_in_form: [
    '该校的填报表没有这一项（与登记的学校类型或学段不符）：{value}',
    'The school’s form has no such item (its type or stages are registered differently): {value}',
  ],
  check_failed: ['校验未通过。', 'A check failed.'],
} as const satisfies Readonly<Record<string, Both>>;

export type ImportProblemCode = keyof typeof importProblemTexts;

/** Units of money as tables write them. */
const units: Texts = {
  'import-unit.yuan': ['元', 'yuan'],
  'import-unit.thousand-yuan': ['千元', 'thousands of yuan'],
  'import-unit.ten-thousand-yuan': ['万元', '万元 (10,000 yuan)'],
  'import-unit.hundred-million-yuan': ['亿元', 'hundreds of millions of yuan'],
};

/** The same texts under the keys of the catalogue: `import-problem.<code>`. */
export const importProblemCatalogue: Texts = {
  ...Object.fromEntries(Object.entries(importProblemTexts).map(([code, both]) => [`import-problem.${code}`, both])),
  ...units,
};
