import type { Texts } from './language.ts';

/** Ids of the editions in words: stages, outcomes, units, choices. */
export const stageTexts: Texts = {
  'stage.primary': ['小学', 'primary'],
  'stage.junior': ['初中', 'junior'],
  'stage.senior': ['高中', 'senior'],
};

/** Earlier years of a figure that is asked of several. */
export const yearTexts: Texts = {
  'years-back.last': ['上年', 'last year'],
  'years-back.earlier': ['{years} 年前', '{years} years ago'],
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
  'unit.class': ['个', 'classes'],
  'unit.room': ['间', 'rooms'],
  'unit.square-metre': ['㎡', 'm²'],
  'unit.ten-thousand-yuan': ['万元', '万元 (10,000 yuan)'],
  'unit.percent': ['%', '%'],
  'unit.school': ['所', 'schools'],
  'unit.point': ['分', 'points'],
  'unit.year': ['年', 'year'],
  'unit.yuan': ['元', 'yuan'],
  'unit.questionnaire': ['份', 'questionnaires'],
  'unit.person-per-100-pupils': ['人/百名学生', 'per 100 pupils'],
  'unit.room-per-100-pupils': ['间/百名学生', 'rooms per 100 pupils'],
  'unit.square-metre-per-pupil': ['㎡/生', 'm² per pupil'],
  'unit.yuan-per-pupil': ['元/生', 'yuan per pupil'],
};

/** What is counted, where English says more than the unit does (see amounts.ts), with its singular. */
export const countedTexts: Texts = {
  'counted.person.one': ['人', 'person'],
  'counted.pupil': ['人', 'pupils'],
  'counted.pupil.one': ['人', 'pupil'],
  'counted.teacher': ['人', 'teachers'],
  'counted.teacher.one': ['人', 'teacher'],
  'counted.class.one': ['个', 'class'],
  'counted.room.one': ['间', 'room'],
};

/** Types of school by how they are approved to run (办学类型). */
const schoolTypes: Texts = {
  primary: ['小学', 'Primary school'],
  junior: ['初级中学', 'Junior secondary school'],
  'nine-year': ['九年一贯制学校', 'Nine-year school'],
  'twelve-year': ['十二年一贯制学校', 'Twelve-year school'],
  'full-middle': ['完全中学', 'Full middle school (junior and senior)'],
  'teaching-point': ['教学点', 'Teaching point'],
  'special-education': ['特殊教育学校', 'Special-education school'],
  vocational: ['中等职业学校', 'Vocational school'],
};

const prefixed = (prefix: string, texts: Texts): Texts =>
  Object.fromEntries(Object.entries(texts).map(([id, both]) => [`${prefix}.${id}`, both]));

const grades: Texts = {
  excellent: ['优秀', 'Excellent'],
  good: ['良好', 'Good'],
  fair: ['一般', 'Fair'],
  poor: ['较差', 'Poor'],
};

export const choiceTexts: Texts = {
  ...prefixed('school-type', schoolTypes),
  ...prefixed('option.school-type', schoolTypes),
  'option.ownership.public': ['公办', 'Public'],
  'option.ownership.private': ['民办', 'Private'],
  'option.locale.urban': ['城区', 'Urban'],
  'option.locale.town': ['镇区', 'Town'],
  'option.locale.rural': ['乡村', 'Rural'],
  ...prefixed('option.moral-education-grade', grades),
  ...prefixed('option.campus-culture-grade', grades),
  'option.flag.yes': ['是', 'Yes'],
  'option.flag.no': ['否', 'No'],
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

  // of the county report
  'section.county-recognition': ['前提条件', 'Preconditions'],
  'section.county-planning': ['规划布局与标准统一', 'Layout and unified standards'],
  'section.county-funds': ['经费标准', 'Funds'],
  'section.county-pay': ['工资收入', 'Pay'],
  'section.county-staff': ['教师编制与交流轮岗', 'Posts and rotation of teachers'],
  'section.county-senior-places': ['优质高中招生', 'Places at good senior schools'],
  'section.county-migrants': ['留守儿童与随迁子女', 'Left-behind and migrant children'],
  'section.county-disability': ['残疾儿童少年入学', 'Children with disabilities'],
  'section.county-quality': ['教育质量', 'Education quality'],
  'section.county-monitoring': ['国家义务教育质量监测', 'National quality monitoring'],
  'section.county-survey': ['社会认可度调查', 'Survey of social recognition'],
  'section.county-veto': ['一票否决', 'Vetoes'],
};
