import type { Both, Texts } from '../language.ts';
import { namedTexts } from './named-texts.ts';
import { growthTexts } from './basic-balance-county.ts';

// Shandong's form of 教督〔2012〕3号. What is not public is said to be so, and nothing is put in its place.

const numbered = (prefix: string, suffix: string, count: number, text: (number: number) => Both): Texts =>
  Object.fromEntries(
    Array.from({ length: count }, (_, index) => [`${prefix}${index + 1}${suffix}`, text(index + 1)] as const),
  );

const toBeSet: Both = [
  '标准值由发布本版标准的教育部门设定，未设定前不判定。',
  'The bureau that publishes the edition sets the standard; until then nothing is decided.',
];

/** Name, short name, and how it is counted. */
const standards: Readonly<Record<string, readonly [name: Both, short: Both, help: Both]>> = {
  SD1: [
    ['生均占地面积', 'Land for each pupil'],
    ['占地', 'Land'],
    ['学校占地面积 ÷ 在校生数。', 'Land ÷ pupils.'],
  ],
  SD2: [
    ['生均绿地面积', 'Green area for each pupil'],
    ['绿地', 'Green area'],
    ['绿化用地面积 ÷ 在校生数。', 'Green area ÷ pupils.'],
  ],
  SD3: [
    ['生均校舍建筑面积', 'Floor area for each pupil'],
    ['校舍', 'Buildings'],
    ['校舍建筑面积 ÷ 在校生数。', 'Floor area of buildings ÷ pupils.'],
  ],
  SD4: [
    ['生均体育场地面积', 'Sports field for each pupil'],
    ['体育场地', 'Sports field'],
    ['校内运动场地面积 ÷ 在校生数。', 'Sports field ÷ pupils.'],
  ],
  SD5: [
    ['小学科学、初中理科教学仪器配备', 'Science equipment'],
    ['科学仪器', 'Science'],
    ['按学校填报的是否达到配备标准判定。', 'By the school’s answer whether the equipment standard is reached.'],
  ],
  SD6: [
    ['音体美器材配备', 'Equipment for music, PE and art'],
    ['音体美器材', 'Music, PE, art'],
    ['按学校填报的是否达到配备标准判定。', 'By the school’s answer whether the equipment standard is reached.'],
  ],
  SD7: [
    ['百名学生计算机台数', 'Computers for 100 pupils'],
    ['计算机', 'Computers'],
    ['教学用计算机台数 ÷ 在校生数 × 100。', 'Computers for teaching ÷ pupils × 100.'],
  ],
  SD8: [
    ['生均图书数', 'Books per pupil'],
    ['图书', 'Books'],
    ['图书册数 ÷ 在校生数。', 'Books ÷ pupils.'],
  ],
  SD9: [
    ['学生与教职工之比', 'Pupils to staff'],
    ['生职比', 'Pupils to staff'],
    ['在校生数 ÷ 本学段教职工数，不高于标准值。', 'Pupils ÷ staff of the stage; at most the standard.'],
  ],
  SD10: [
    ['高于规定学历的专任教师比例', 'Share of teachers above the required degree'],
    ['高学历比例', 'Degree share'],
    [
      '高于规定学历教师数 ÷ 本学段专任教师数 × 100。',
      'Teachers above the required degree ÷ full-time teachers of the stage × 100.',
    ],
  ],
};
const answered = new Set(['SD5', 'SD6']);

export const shandongBasicBalanceTexts: Texts = {
  'edition.cn-shandong-basic-balance': [
    '山东省义务教育均衡发展督导评估（依据教督〔2012〕3号）',
    'Shandong’s evaluation of balanced compulsory education (by 教督〔2012〕3号)',
  ],
  'unit.pupils-per-staff': ['生/教职工', 'pupils for each member of staff'],
  ...namedTexts('item', {
    'science-equipment-reached': [
      '小学科学、初中理科教学仪器配备是否达标',
      'Does the science equipment reach the standard?',
    ],
    'science-equipment-reached.help': [
      '对照省定教学仪器配备标准，该学段配备齐全的填“是”。佐证：仪器登记册。',
      'Yes where the stage has all that the province’s equipment standard asks. Evidence: the register.',
    ],
    'music-pe-art-equipment-reached': [
      '音体美器材配备是否达标',
      'Does the equipment for music, PE and art reach the standard?',
    ],
    'music-pe-art-equipment-reached.help': [
      '对照省定音乐、体育、美术器材配备标准，该学段配备齐全的填“是”。佐证：器材登记册。',
      'Yes where the stage has all that the province’s standard for music, PE and art asks. Evidence: the register.',
    ],
    'weak-schools-improved': ['是否完成义务教育薄弱学校改造任务', 'Is the improvement of weak schools finished?'],
    'weak-schools-improved.help': [
      '薄弱学校改造规划的任务全部完成并通过验收的填“是”。',
      'Yes where everything in the plan is done and accepted.',
    ],
  }),
  ...numbered('item.shandong-score-', '', 34, (number) => [
    `评价要点${number} 得分`,
    `Evaluation point ${number}: score`,
  ]),
  ...numbered('item.shandong-score-', '.help', 34, (number) => [
    `评估组对第${number}个评价要点的评分。要点的内容和分值未公开，由发布本版标准的教育部门补充。`,
    `What the assessors gave for evaluation point ${number}. Its wording and points are not public; the bureau that publishes the edition adds them.`,
  ]),
  ...namedTexts('quantity', {
    pupils: ['在校生数', 'Pupils'],
    'staff-of-stage': ['本学段教职工数', 'Staff of the stage'],
    'land-area': ['学校占地面积', 'Land'],
    'green-area': ['绿化用地面积', 'Green area'],
    'buildings-area': ['校舍建筑面积', 'Floor area of buildings'],
    'sports-field-area': ['体育场地面积', 'Sports field'],
  }),
  ...Object.fromEntries(
    Object.entries(standards).flatMap(([id, [name, short, help]]) => [
      [`indicator.${id}`, name],
      [`indicator.${id}.short`, short],
      [
        `indicator.${id}.help`,
        answered.has(id) ? help : ([`${help[0]}${toBeSet[0]}`, `${help[1]} ${toBeSet[1]}`] as const),
      ],
    ]),
  ),
  ...namedTexts('requirement-group', {
    'sd-government': ['县级政府工作督导评估', 'Evaluation of the county government’s work'],
    'sd-access': ['入学机会（A级指标）', 'Access to school (A)'],
    'sd-guarantee': ['保障机制（A级指标）', 'Guarantee (A)'],
    'sd-teachers': ['教师队伍（A级指标）', 'Teachers (A)'],
    'sd-quality': ['质量与管理（A级指标）', 'Quality and management (A)'],
    'sd-veto': ['一票否决', 'Vetoes'],
  }),
  ...numbered('requirement-group.sd-b', '', 23, (number) => [
    `B级指标${number}（内容及所属A级指标未公开，由发布本版标准的教育部门补充）`,
    `B indicator ${number} (neither its wording nor its A indicator is public; to be added by the bureau that publishes the edition)`,
  ]),
  ...namedTexts('requirement', {
    'sd-school-standard': [
      '每所学校达到山东省义务教育学校办学基本标准（10项指标）',
      'Every school reaches Shandong’s standard of schools (10 items)',
    ],
    'sd-government-work': [
      '县级政府工作督导评估达到85分（34个评价要点，总分100分）',
      'The work of the county government reaches 85 of 100 points (34 evaluation points)',
    ],
    'sd-veto-growth': ['近三年每年都达到“三个增长”', 'The three growths were reached in each of the last three years'],
    'sd-veto-safety': [
      '教育系统未出现重大安全责任事故和严重违纪违规事件',
      'No major safety accident or serious breach of rules in the education system',
    ],
    'sd-veto-disability': [
      '残疾儿童少年义务教育入学率达标',
      'Enough children with disabilities are in compulsory education',
    ],
    'sd-veto-weak-schools': ['完成义务教育薄弱学校改造任务', 'The improvement of weak schools is finished'],
  }),
  ...namedTexts('requirement.sd-veto-growth', growthTexts),
  'setting.sd-disability-rate': ['残疾儿童少年入学率要求（%）', 'Required enrolment of children with disabilities (%)'],
  ...numbered('point.sd-government-work.', '', 34, (number) => [
    `评价要点${number}（内容与分值未公开，由发布本版标准的教育部门补充）`,
    `Evaluation point ${number} (wording and points are not public; to be added by the bureau that publishes the edition)`,
  ]),
};
