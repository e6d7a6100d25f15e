import type { Both, Texts } from '../language.ts';
import { namedTexts } from './named-texts.ts';

/** 教督〔2012〕3号: the county report, what the verdict asks, and the 17 indicators of the government's work. */
const items: Readonly<Record<string, readonly [name: Both, help: Both]>> = {
  'registered-population': [
    ['户籍人口', 'Registered population'],
    [
      '年末户籍人口，单位：万人，最多两位小数。',
      'At the end of the year, in units of ten thousand people, at most two decimals.',
    ],
  ],
  'resident-population': [
    ['常住人口', 'Resident population'],
    [
      '年末常住人口，单位：万人，最多两位小数。满意度调查的样本量按它计算。',
      'At the end of the year, in units of ten thousand people, at most two decimals. The sample of the survey follows from it.',
    ],
  ],
  towns: [
    ['乡镇（街道）数', 'Towns and subdistricts'],
    ['辖区内乡、镇、街道的个数。', 'Number in the county.'],
  ],
  'county-staff': [
    ['义务教育学校教职工总数', 'Staff of compulsory education'],
    ['县域内义务教育学校教职工总人数。', 'All staff of the county’s schools of compulsory education.'],
  ],
  'education-appropriation': [
    ['财政教育拨款', 'Education appropriation'],
    [
      '当年财政安排的教育拨款，单位：万元。按年度填写，增长由系统计算。',
      'What the budget appropriated for education in the year, in 万元 (10,000 yuan). Enter each year; growth is computed.',
    ],
  ],
  'recurrent-revenue': [
    ['财政经常性收入', 'Recurrent revenue'],
    [
      '当年财政经常性收入，单位：万元，与财政部门口径一致。教育拨款的增长须高于它的增长。',
      'Recurrent revenue of the year in 万元 (10,000 yuan), as the finance department counts it. Appropriations must grow faster.',
    ],
  ],
  'per-pupil-education-expenditure': [
    ['生均教育费用支出', 'Education expenditure per pupil'],
    [
      '按在校学生人数平均的教育费用，单位：元，小学、初中分别填写。',
      'Education expenditure for each pupil, in yuan, primary and junior apart.',
    ],
  ],
  'per-pupil-public-funds': [
    ['生均公用经费支出', 'Public funds spent per pupil'],
    [
      '按在校学生人数平均的公用经费支出，单位：元，小学、初中分别填写。',
      'Public funds spent for each pupil, in yuan, primary and junior apart.',
    ],
  ],
  'general-budget-education': [
    ['一般公共预算教育支出', 'General-budget expenditure on education'],
    ['当年一般公共预算教育支出决算数，单位：万元。', 'By the final accounts of the year, in 万元 (10,000 yuan).'],
  ],
  'per-pupil-general-budget': [
    ['生均一般公共预算教育支出', 'General-budget expenditure per pupil'],
    [
      '按在校学生人数平均的一般公共预算教育支出，单位：元，按学段分别填写。',
      'General-budget expenditure on education for each pupil, in yuan, each stage apart.',
    ],
  ],
  'education-surcharge': [
    ['教育费附加', 'Education surcharge'],
    [
      '当年征收并用于教育的教育费附加（含地方教育附加），单位：万元。',
      'Collected and used for education in the year, in 万元 (10,000 yuan).',
    ],
  ],
  'survey-sent': [
    ['发放问卷总数', 'Questionnaires sent'],
    [
      '满意度调查发放的问卷份数，不少于常住人口的1.5‰，且不少于600份。',
      'Questionnaires sent in the survey: at least 1.5 per mille of the resident population, and at least 600.',
    ],
  ],
};

/** As a provincial table words the first eleven; the wording of the others is not confirmed. */
const points: readonly Both[] = [
  [
    '将进城务工人员随迁子女就学纳入当地教育发展规划，纳入财政保障体系',
    'The schooling of migrant workers’ children is part of the local plan and paid for by the budget',
  ],
  [
    '建立以政府为主导、社会各方面广泛参与的留守儿童关爱体系',
    'Care for left-behind children is led by the government and shared by society',
  ],
  ['三类残疾儿童少年入学率不低于80%', 'At least 80 % of children with the three kinds of disability are in school'],
  [
    '优质普通高中招生名额分配到县域内初中的比例逐步提高',
    'The share of places at good senior schools allotted to junior schools rises step by step',
  ],
  [
    '建立义务教育均衡发展责任、监督和问责机制',
    'Responsibility, supervision and accountability for balanced development are in place',
  ],
  [
    '义务教育经费在财政预算中单列，近三年教育经费做到“三个增长”',
    'Funds for compulsory education are a budget line of their own; the three growths were reached in the last three years',
  ],
  [
    '推进学校标准化建设，制定并有效实施薄弱学校改造计划，财政教育经费向薄弱学校倾斜',
    'Schools are brought up to the standard, weak schools are improved by plan and favoured by funds',
  ],
  [
    '农村税费改革转移支付资金用于义务教育的比例达到省级规定要求',
    'The share of rural tax reform transfers used for compulsory education is as the province requires',
  ],
  ['全面实施义务教育绩效工资制度', 'Performance pay is carried out in full'],
  ['学校教职工配备、生师比达到省定编制标准', 'Staffing and pupils per teacher are as the province’s standard asks'],
  [
    '建立并有效实施县域内义务教育学校校长和教师定期交流制度',
    'Principals and teachers rotate regularly within the county',
  ],
  ['落实教师培训经费，加强教师培训', 'Training of teachers is funded and carried out'],
  ['按照国家课程方案开齐开足课程', 'The full national curriculum is taught'],
  ['小学、初中巩固率达到省级规定标准', 'Retention in primary and junior schools is as the province asks'],
  ['小学、初中学生体质健康及格率达到省级规定标准', 'Physical fitness of pupils is as the province asks'],
  [
    '义务教育阶段不存在重点学校和重点班，择校现象得到基本遏制',
    'There are no key schools or classes, and the choice of schools is contained',
  ],
  ['中小学生过重课业负担得到有效减轻', 'The excessive workload of pupils is reduced'],
];

const numbered = (prefix: string, suffix: string, text: (both: Both, number: number) => Both): Texts =>
  Object.fromEntries(points.map((both, index) => [`${prefix}${index + 1}${suffix}`, text(both, index + 1)]));

const scoreItems: Texts = {
  ...numbered('item.government-score-', '', (_, number) => [
    `政府工作指标${number} 得分`,
    `Government indicator ${number}: score`,
  ]),
  ...numbered('item.government-score-', '.help', ([zh, en]) => [
    `评估组对“${zh}”的评分。各项分值由发布本版标准的教育部门确定，合计100分。`,
    `What the assessors gave for “${en}”. The bureau that publishes the edition sets the points, 100 in all.`,
  ]),
};

/** The three growths and their parts, named alike wherever they are asked. */
export const growthTexts: Texts = {
  appropriation: ['教育拨款增长高于财政经常性收入增长', 'Appropriations grow faster than recurrent revenue'],
  expenditure: ['生均教育费用逐年增长', 'Expenditure per pupil grows every year'],
  'expenditure.primary': ['小学生均教育费用', 'Expenditure per primary pupil'],
  'expenditure.junior': ['初中生均教育费用', 'Expenditure per junior pupil'],
  'pay-and-public-funds': [
    '教师工资和生均公用经费逐年增长',
    'Teachers’ pay and public funds per pupil grow every year',
  ],
  'pay-and-public-funds.pay': ['教师平均工资', 'Average pay of teachers'],
  'pay-and-public-funds.public-funds': ['生均公用经费', 'Public funds per pupil'],
  'pay-and-public-funds.public-funds.primary': ['小学生均公用经费', 'Public funds per primary pupil'],
  'pay-and-public-funds.public-funds.junior': ['初中生均公用经费', 'Public funds per junior pupil'],
};

export const basicBalanceCountyTexts: Texts = {
  ...namedTexts('section', {
    'county-profile': ['县情概况', 'The county'],
    'county-finance': ['义务教育经费', 'Funds of compulsory education'],
    'county-government-scores': ['政府工作评分', 'Scores of the government’s work'],
    'county-satisfaction': ['公众满意度调查', 'Survey of public satisfaction'],
  }),
  ...namedTexts('unit', {
    'ten-thousand-people': ['万人', '10,000 people'],
    town: ['个', 'towns'],
  }),
  ...Object.fromEntries(
    Object.entries(items).flatMap(([id, [name, help]]) => [
      [`item.${id}`, name],
      [`item.${id}.help`, help],
    ]),
  ),
  ...scoreItems,
  ...namedTexts('requirement-group', {
    'basic-standard': ['门槛：办学基本标准', 'Gate: standard of schools'],
    'basic-balance': ['校际间均衡状况', 'Balance between schools'],
    'basic-government': ['县级政府推进工作', 'Work of the county government'],
    'basic-access': ['入学机会', 'Access to school'],
    'basic-guarantee': ['保障机制', 'Guarantee'],
    'basic-teachers': ['教师队伍', 'Teachers'],
    'basic-quality': ['质量与管理', 'Quality and management'],
    'basic-satisfaction': ['公众满意度', 'Public satisfaction'],
    'basic-figures': ['参考数据（只显示，不判定）', 'Figures (shown, not judged)'],
  }),
  ...namedTexts('requirement', {
    'basic-school-standard': [
      '每所学校达到本省义务教育学校办学基本标准',
      'Every school reaches the school standard of the province',
    ],
    'basic-balance': [
      '校际间均衡：八项指标的综合差异系数小学不高于0.65、初中不高于0.55',
      'Balance between schools: the mean of eight difference coefficients is at most 0.65 in primary and 0.55 in junior',
    ],
    'basic-government-work': [
      '县级政府推进义务教育均衡发展工作达到85分（总分100分）',
      'The work of the county government reaches 85 of 100 points',
    ],
    'basic-satisfaction': ['公众满意度达到85%以上', 'Public satisfaction is at least 85 %'],
    'basic-survey-sample': ['满意度调查的样本有效', 'The sample of the survey is valid'],
    'basic-survey-sample.size': [
      '发放份数不少于常住人口的1.5‰且不少于600份',
      'Sent: at least 1.5 per mille of the population, and 600',
    ],
    'basic-survey-sample.parents': [
      '有效问卷中家长不少于50%',
      'At least 50 % of the valid questionnaires are parents’',
    ],
    'basic-survey-sample.valid-return': ['有效回收率不低于70%', 'At least 70 % come back valid'],
    'basic-three-growths': ['近三年“三个增长”情况', 'The three growths in the last three years'],
    'basic-not-lower': ['“两个只增不减”情况', 'Two amounts that may not fall'],
    'basic-access-figures': ['入学机会有关数据', 'Figures on access to school'],
  }),
  ...numbered('point.basic-government-work.', '', (both) => both),
  ...namedTexts('point.basic-three-growths', growthTexts),
  ...namedTexts('point.basic-not-lower', {
    'general-budget': ['一般公共预算教育支出逐年只增不减', 'General-budget expenditure on education does not fall'],
    'per-pupil': ['生均一般公共预算教育支出逐年只增不减', 'General-budget expenditure per pupil does not fall'],
    'per-pupil.preschool': ['学前', 'Preschool'],
    'per-pupil.primary': ['小学', 'Primary'],
    'per-pupil.junior': ['初中', 'Junior'],
    'per-pupil.senior': ['高中', 'Senior'],
  }),
  ...namedTexts('point.basic-access-figures', {
    disability: [
      '三类残疾儿童少年入学率不低于80%',
      'At least 80 % of children with the three kinds of disability are in school',
    ],
    'senior-places': ['优质高中招生名额分配比例逐年提高', 'The share of senior places allotted rises every year'],
  }),
  ...namedTexts('evidence', {
    'school-standard-tables': [
      '办学基本标准达标情况表（小学、初中）',
      'Tables of the school standard, primary and junior',
    ],
    'statistics-forms': ['教育事业统计报表', 'Forms of the education statistics'],
    'budgets-and-accounts': [
      '近三年财政预算、决算和教育经费统计',
      'Budgets, accounts and statistics of funds of the last three years',
    ],
    'responsibility-documents': ['责任、监督、问责文件', 'Documents on responsibility, supervision and accountability'],
    'weak-school-plan': ['薄弱学校改造规划和验收材料', 'Plan of improving weak schools, and how it was accepted'],
    'audit-rules': ['转移支付资金使用和审计材料', 'Use and audit of the transfers'],
    'fitness-records': ['学生体质健康测试结果', 'Results of the fitness tests'],
  }),
};
