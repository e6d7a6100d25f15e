import type { Texts } from './language.ts';

/** Ids of the editions in words: stages, outcomes, units, choices. */
export const stageTexts: Texts = {
  'stage.primary': ['小学', 'primary'],
  'stage.junior': ['初中', 'junior'],
  'stage.senior': ['高中', 'senior'],
};

/** The part of one school that belongs to a stage (学校学段). */
export const stagePartTexts: Texts = {
  'stage-part.primary': ['小学部', 'primary part'],
  'stage-part.junior': ['初中部', 'junior part'],
  'stage-part.senior': ['高中部', 'senior part'],
};

export const outcomeTexts: Texts = {
  'outcome.met': ['达标', 'Met'],
  'outcome.unmet': ['未达标', 'Not met'],
  'outcome.undetermined': ['暂不能判定', 'Undetermined'],
  'outcome.not-applicable': ['不适用', 'Not applicable'],
  'outcome.unmet-above-floor': ['未达标，但不低于底线', 'Not met, but not below the floor'],
  'outcome.unmet-below-floor': ['未达标，且低于底线', 'Not met, and below the floor'],
  'outcome.provisional': ['暂算（数据不全）', 'Provisional (data missing)'],
  'outcome.boundary': ['临界值：四舍五入后会改变结论', 'Borderline: rounding would change the outcome'],
};

export const unitTexts: Texts = {
  'unit.person': ['人', 'people'],
  'unit.pupil': ['人', 'pupils'],
  'unit.class': ['个', 'classes'],
  'unit.room': ['间', 'rooms'],
  'unit.square-metre': ['㎡', 'm²'],
  'unit.ten-thousand-yuan': ['万元', '万元 (10,000 yuan)'],
  'unit.yuan': ['元', 'yuan'],
  'unit.year': ['年', 'year'],
  'unit.percent': ['%', '%'],
  'unit.per-100-pupils.person': ['人/百名学生', 'per 100 pupils'],
  'unit.per-100-pupils.room': ['间/百名学生', 'rooms per 100 pupils'],
  'unit.per-pupil.square-metre': ['㎡/生', 'm² per pupil'],
  'unit.per-pupil.yuan': ['元/生', 'yuan per pupil'],
};

export const choiceTexts: Texts = {
  'choice.school-type.primary': ['小学', 'Primary school'],
  'choice.school-type.junior': ['初级中学', 'Junior secondary school'],
  'choice.school-type.nine-year': ['九年一贯制学校', 'Nine-year school'],
  'choice.school-type.twelve-year': ['十二年一贯制学校', 'Twelve-year school'],
  'choice.school-type.full-middle': ['完全中学', 'Full middle school (junior and senior)'],
  'choice.school-type.teaching-point': ['教学点', 'Teaching point'],
  'choice.school-type.special-education': ['特殊教育学校', 'Special-education school'],
  'choice.school-type.vocational': ['中等职业学校', 'Vocational school'],
  'choice.ownership.public': ['公办', 'Public'],
  'choice.ownership.private': ['民办', 'Private'],
  'choice.locale.urban': ['城区', 'Urban'],
  'choice.locale.town': ['镇区', 'Town'],
  'choice.locale.rural': ['乡村', 'Rural'],
  'choice.yes': ['是', 'Yes'],
  'choice.no': ['否', 'No'],
};

/** Parts of the form, in the order of the edition. */
export const sectionTexts: Texts = {
  'section.basic': ['基本信息', 'About the school'],
  'section.pupils': ['学生信息', 'Pupils'],
  'section.classes': ['班级信息', 'Classes'],
  'section.teachers': ['教师信息', 'Teachers'],
  'section.pe-and-arts': ['体育、艺术教师', 'PE and arts teachers'],
  'section.teaching-rooms': ['教学用房', 'Teaching rooms'],
  'section.sports-venues': ['体育场馆', 'Sports space'],
  'section.equipment': ['教学设备', 'Equipment'],
  'section.music-and-art-rooms': ['音乐、美术专用教室', 'Music and art rooms'],
  'section.funds': ['经费信息', 'Funds'],
  'section.retention': ['巩固率数据', 'Retention'],
};

export const cellProblemTexts: Texts = {
  'cell-problem.empty': ['这里还没有填。数量为零请填 0。', 'Nothing entered yet. If there are none, enter 0.'],
  'cell-problem.not-a-number': [
    '“{text}”不是数。请只填数字，例如 1568 或 7526.4，不要带单位和文字。',
    '“{text}” is not a number. Enter digits only, for example 1568 or 7526.4, without unit or words.',
  ],
  'cell-problem.negative': [
    '不能是负数，请去掉负号或核对原表。',
    'A negative number is not possible. Remove the minus sign or check the source.',
  ],
  'cell-problem.not-an-integer': [
    '这里要填整数，不能有小数。请核对是否填错了格。',
    'This must be a whole number. Check whether it belongs in another cell.',
  ],
  'cell-problem.too-fine': [
    '小数位数太多：本项最多 {scale} 位小数。请按账面或测量结果填写，系统不替您四舍五入。',
    'Too many decimals: at most {scale} here. Enter what the records say; nothing is rounded for you.',
  ],
  'cell-problem.too-large': [
    '数太大了，请核对单位和位数（例如把元填进了万元）。',
    'The number is too large. Check its unit and digits (yuan entered instead of 万元, for example).',
  ],
  'cell-problem.not-an-option': ['请从给出的选项中选择。', 'Choose one of the options given.'],
  'cell-problem.too-long': ['文字太长：最多 {maximumLength} 个字。', 'Too long: at most {maximumLength} characters.'],
};
