import type { Both, Texts } from '../language.ts';
import { namedTexts } from './named-texts.ts';

/** 教督〔2012〕3号 and its provincial forms: what schools are asked beside the items of 2017, and how it is counted. */
const items: Readonly<Record<string, { readonly name: Both; readonly help: Both }>> = {
  'left-behind-pupils': {
    name: ['留守儿童在校生数', 'Left-behind pupils'],
    help: [
      '全校在校生中父母双方外出务工或一方外出务工、另一方无监护能力的人数，与留守儿童台账一致。没有就填 0。',
      'Of all pupils, those whose parents both work elsewhere, or one does and the other cannot look after them; as in the register. If there are none, enter 0.',
    ],
  },
  'boarding-pupils': {
    name: ['寄宿生数', 'Boarding pupils'],
    help: [
      '全校在校生中在校内住宿的人数（含高中）。没有就填 0。',
      'Of all pupils, those who live at the school (senior included). If there are none, enter 0.',
    ],
  },
  'aided-pupils': {
    name: ['受资助学生数', 'Pupils receiving aid'],
    help: [
      '本学年享受国家或地方助学补助（如家庭经济困难学生生活补助）的学生人数，同一学生只计一次。没有就填 0。',
      'Pupils who receive state or local aid this year (living allowances and the like), each counted once. If there are none, enter 0.',
    ],
  },
  'full-time-teachers-of-stage': {
    name: ['本学段专任教师数', 'Full-time teachers of the stage'],
    help: [
      '从事该学段教学工作的专任教师人数，按任教学段分别填写，一人只计一次。不含行政、教辅、工勤人员和代课、兼职教师。',
      'Full-time teachers who teach this stage, each counted once. Leave out administrative, auxiliary and support staff, substitutes and part-timers.',
    ],
  },
  'staff-of-stage': {
    name: ['本学段教职工数', 'Staff of the stage'],
    help: [
      '该学段的全部教职工人数，含专任教师和行政、教辅、工勤人员；几个学段共用的人员按主要工作的学段计。',
      'All staff of this stage: full-time teachers and administrative, auxiliary and support staff; those who work for several stages count where they mainly work.',
    ],
  },
  'teachers-mid-level-titles': {
    name: ['中级及以上专业技术职务教师数', 'Teachers with mid-level or higher titles'],
    help: [
      '专任教师中具有一级教师（原小学高级、中学一级）及以上专业技术职务的人数，按任教学段填写。佐证：职务评聘文件。',
      'Full-time teachers with a first-grade title or higher, by the stage they teach. Evidence: the documents of appointment.',
    ],
  },
  'land-area': {
    name: ['学校占地面积', 'Land of the school'],
    help: [
      '学校产权和独立使用的校园占地面积，以土地证或测量结果为准。单位：平方米，最多两位小数。',
      'Land the school owns or uses alone, by the title or a survey. Square metres, at most two decimals.',
    ],
  },
  'green-area': {
    name: ['绿化用地面积', 'Green area'],
    help: [
      '校园内集中绿地和成片绿化的用地面积，不含运动场地。没有就填 0。',
      'Area of lawns and planted ground in the school, sports fields left out. If there is none, enter 0.',
    ],
  },
  'buildings-area': {
    name: ['校舍建筑面积', 'Floor area of buildings'],
    help: [
      '学校产权校舍的总建筑面积，含教学及辅助用房、行政办公、生活服务用房。不含正在施工的。',
      'Floor area of all buildings the school owns: teaching, offices, living quarters. Leave out what is still being built.',
    ],
  },
  'grade-c-building-area': {
    name: ['C级危房面积', 'Area of grade-C buildings'],
    help: [
      '鉴定为C级（局部危险）且尚未加固的校舍建筑面积；没有填 0。',
      'Floor area appraised as grade C (partly dangerous) and not yet strengthened; 0 if there is none.',
    ],
  },
  computers: {
    name: ['教学用计算机台数', 'Computers for teaching'],
    help: [
      '能正常使用、用于教学的计算机台数（台式机、笔记本、学生用平板），不含行政办公用机和已报废的。',
      'Computers in working order used for teaching (desktop, notebook, pupils’ tablets). Leave out office computers and those written off.',
    ],
  },
  books: {
    name: ['图书册数', 'Books'],
    help: [
      '图书馆（室）登记入账的纸质图书册数，按图书登记册填写。不含教材、期刊合订本以外的报刊和已注销的图书。',
      'Printed books in the register of the library. Leave out textbooks, unbound papers and books struck off.',
    ],
  },
  'music-pe-art-equipment-value': {
    name: ['音体美器材值', 'Equipment for music, PE and art'],
    help: [
      '音乐、体育、美术器材的账面原值，单位：万元；已计入教学仪器设备资产值的部分也在这里单列。',
      'Book value of equipment for music, PE and art in 万元 (10,000 yuan), though it is part of the teaching equipment too.',
    ],
  },
  'provincial-standard-reached': {
    name: ['是否达到本省办学基本标准', 'Is the school standard of the province reached?'],
    help: [
      '该学段逐项对照本省义务教育学校办学基本标准，全部达到的填“是”。本省的具体指标由省级版本给出后，按指标数据判定。佐证：办学基本标准达标情况表。',
      'Yes where the stage reaches every item of the province’s standard for schools. Once the province’s edition gives the items, they are judged by their numbers. Evidence: the table of the standard.',
    ],
  },
};

const quantities: Texts = {
  'teaching-rooms-area': ['教学及辅助用房面积', 'Teaching and auxiliary rooms'],
  computers: ['教学用计算机台数', 'Computers for teaching'],
  books: ['图书册数', 'Books'],
  'full-time-teachers-of-stage': ['专任教师数', 'Full-time teachers'],
  'teachers-mid-level-titles': ['中级及以上专业技术职务教师数', 'Teachers with mid-level or higher titles'],
};

const only: Both = [
  '只计算校际差异系数，没有学校标准值。',
  'Only its difference coefficient counts; there is no standard for a single school.',
];

/** Name, short name, and how it is counted. */
const indicators: Readonly<Record<string, readonly [name: Both, short: Both, help: Both]>> = {
  B1: [
    ['生均教学及辅助用房面积', 'Teaching and auxiliary rooms per pupil'],
    ['教学用房', 'Rooms'],
    ['教学及辅助用房面积 ÷ 在校生数。', 'Teaching and auxiliary rooms ÷ pupils.'],
  ],
  B2: [
    ['生均体育运动场馆面积', 'Sports space for each pupil'],
    ['运动场馆', 'Sports'],
    ['（体育馆面积 + 运动场地面积）÷ 在校生数。', '(Gymnasium + sports field) ÷ pupils.'],
  ],
  B3: [
    ['生均教学仪器设备值', 'Teaching equipment for each pupil'],
    ['仪器设备', 'Equipment'],
    ['教学仪器设备值（万元换算为元）÷ 在校生数。', 'Teaching equipment (万元 turned into yuan) ÷ pupils.'],
  ],
  B4: [
    ['每百名学生拥有计算机台数', 'Computers per 100 pupils'],
    ['计算机', 'Computers'],
    ['教学用计算机台数 ÷ 在校生数 × 100。', 'Computers for teaching ÷ pupils × 100.'],
  ],
  B5: [
    ['生均图书册数', 'Books for each pupil'],
    ['图书', 'Books'],
    ['图书册数 ÷ 在校生数。', 'Books ÷ pupils.'],
  ],
  B6: [
    ['师生比', 'Teachers to pupils'],
    ['师生比', 'Teachers'],
    ['本学段专任教师数 ÷ 在校生数。', 'Full-time teachers of the stage ÷ pupils.'],
  ],
  B7: [
    ['生均高于规定学历教师数', 'Teachers above the required degree for each pupil'],
    ['高学历教师', 'Degree'],
    [
      '高于规定学历教师数（小学专科及以上，初中本科及以上）÷ 在校生数。',
      'Teachers above the required degree (associate or higher in primary, bachelor or higher in junior) ÷ pupils.',
    ],
  ],
  B8: [
    ['生均中级及以上专业技术职务教师数', 'Teachers with mid-level or higher titles for each pupil'],
    ['中级职务', 'Titles'],
    ['中级及以上专业技术职务教师数 ÷ 在校生数。', 'Teachers with mid-level or higher titles ÷ pupils.'],
  ],
};

const checks: Readonly<Record<string, readonly [finding: Both, hint: Both]>> = {
  'left-behind-pupils-within-pupils': [
    [
      '留守儿童 {left} 人，多于在校生合计 {right} 人。',
      '{left} left-behind pupils are more than the {right} pupils of the school.',
    ],
    [
      '留守儿童只算本校在校生，请对照台账核对。',
      'Only pupils of this school count; compare the register of left-behind children.',
    ],
  ],
  'boarding-pupils-within-pupils': [
    [
      '寄宿生 {left} 人，多于在校生合计 {right} 人。',
      '{left} boarding pupils are more than the {right} pupils of the school.',
    ],
    [
      '请对照住宿登记，只计在校内住宿的本校学生。',
      'Compare the boarding roll: only pupils of this school who live here count.',
    ],
  ],
  'aided-pupils-within-pupils': [
    [
      '受资助学生 {left} 人，多于在校生合计 {right} 人。',
      '{left} pupils receiving aid are more than the {right} pupils of the school.',
    ],
    ['同一学生享受几项资助的只计一次。', 'A pupil who receives several kinds of aid counts once.'],
  ],
  'mid-level-titles-within-full-time': [
    [
      '{stage:stage}中级及以上职务教师 {left} 人，多于本学段专任教师 {right} 人。',
      '{left} {stage:stage} teachers with mid-level titles are more than the {right} full-time teachers of the stage.',
    ],
    [
      '只计专任教师中已评聘的人，请对照职务评聘文件改正。',
      'Count only full-time teachers who were appointed to the title; correct by the documents.',
    ],
  ],
  'full-time-within-staff': [
    [
      '{stage:stage}专任教师 {left} 人，多于教职工 {right} 人。',
      '{left} {stage:stage} full-time teachers are more than the {right} staff of the stage.',
    ],
    [
      '教职工包含专任教师，请核对两项是否填反。',
      'Staff includes full-time teachers; see whether the two were exchanged.',
    ],
  ],
  'green-area-within-land': [
    [
      '绿化用地与运动场地合计 {left} ㎡，大于学校占地 {right} ㎡。',
      'Green area and sports field make {left} m², more than the {right} m² of land.',
    ],
    [
      '请核对单位是否都是平方米；草地运动场只计入运动场地，不再计入绿地。',
      'See whether all are in square metres; a grass sports field counts as sports field, not as green area.',
    ],
  ],
  'teaching-rooms-within-buildings': [
    [
      '教学及辅助用房 {left} ㎡，大于校舍建筑面积 {right} ㎡。',
      'Teaching and auxiliary rooms, {left} m², are larger than all buildings, {right} m².',
    ],
    [
      '校舍建筑面积包含教学及辅助用房，请核对。借用或租用校舍的请说明。',
      'The floor area of buildings includes teaching rooms; check both. If rooms are borrowed or rented, say so.',
    ],
  ],
  'dangerous-within-buildings': [
    [
      'C级、D级危房合计 {left} ㎡，大于校舍建筑面积 {right} ㎡。',
      'Buildings of grade C and D make {left} m², more than all buildings, {right} m².',
    ],
    ['请对照房屋安全鉴定报告核对。', 'Compare the report that appraised the buildings.'],
  ],
};

export const basicBalanceSchoolTexts: Texts = {
  'edition.cn-2012-basic-balance': [
    '县域义务教育基本均衡发展督导评估（教督〔2012〕3号）',
    'Basic balance of compulsory education in a county (教督〔2012〕3号)',
  ],
  'stage.preschool': ['学前', 'preschool'],
  'section.land-and-buildings': ['占地与校舍', 'Land and buildings'],
  'section.provincial-standard': ['办学基本标准', 'School standard of the province'],
  ...namedTexts('unit', {
    set: ['台', 'sets'],
    volume: ['册', 'books'],
    'set-per-100-pupils': ['台/百名学生', 'sets per 100 pupils'],
    'volume-per-pupil': ['册/生', 'books per pupil'],
    'person-per-pupil': ['人/生', 'teachers per pupil'],
  }),
  ...Object.fromEntries(
    Object.entries(items).flatMap(([id, { name, help }]) => [
      [`item.${id}`, name],
      [`item.${id}.help`, help],
    ]),
  ),
  ...namedTexts('quantity', quantities),
  ...Object.fromEntries(
    Object.entries(indicators).flatMap(([id, [name, short, help]]) => [
      [`indicator.${id}`, name],
      [`indicator.${id}.short`, short],
      [`indicator.${id}.help`, [`${help[0]}${only[0]}`, `${help[1]} ${only[1]}`] as const],
    ]),
  ),
  'indicator.BS': ['达到本省义务教育学校办学基本标准', 'Reaches the school standard of the province'],
  'indicator.BS.short': ['基本标准', 'Standard'],
  'indicator.BS.help': [
    '按学校填报的“是否达到本省办学基本标准”判定；省级版本给出具体指标后改按指标判定。',
    'By the school’s own answer, until the province’s edition gives the items and they are judged by their numbers.',
  ],
  ...Object.fromEntries(
    Object.entries(checks).flatMap(([id, [finding, hint]]) => [
      [`check.${id}`, finding],
      [`check.${id}.hint`, hint],
    ]),
  ),
};
