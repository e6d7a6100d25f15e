import { namedTexts } from './named-texts.ts';
import type { Texts } from '../language.ts';

/** A-B-C school self-check. The C items as a school's brief words them; codes as printed. */
const c: Texts = {
  '1': [
    'C1 学校均衡发展纳入经济社会发展规划',
    'C1 Balanced development of schools is part of the economic and social plan',
  ],
  '2': ['C2 周边综合治理和学生安全管理制度健全', 'C2 Rules for the surroundings and the safety of pupils are complete'],
  '3': ['C3 建立义务教育均衡发展督导检查制度', 'C3 There are rules for inspecting balanced development'],
  '4': ['C4 生均义务教育经费逐年上升', 'C4 Funds per pupil rise from year to year'],
  '5': ['C5 教育附加费按规定用于均衡发展教育', 'C5 The education surcharge is used for balanced development as ruled'],
  '6': [
    'C6 农村税费改革固定性转移支付资金用于教育的比例不低于60%，且向农村倾斜',
    'C6 At least 60 % of the fixed transfer payments of the rural tax reform go to education, with preference for the countryside',
  ],
  '7': [
    'C7 严格落实从土地出让收益中按比例计提教育资金的政策',
    'C7 A share of land revenue is set aside for education as ruled',
  ],
  '8': ['C8 义务教育经费足额纳入地方财政预算', 'C8 Funds for compulsory education are in the local budget in full'],
  '9': ['C9 建立义务教育经费审计监督和统计公告制度', 'C9 Funds are audited and their statistics published'],
  '10': [
    'C10 开展学校布局调整，实现标准课桌凳配备',
    'C10 The layout of schools is adjusted and standard desks and chairs are in place',
  ],
  '11': [
    'C11 认真实施校舍安全工程，新建校舍达到抗震设计标准，D级危房全部拆除',
    'C11 Building safety works are carried out, new buildings withstand earthquakes, all grade-D dangerous buildings are gone',
  ],
  '12': ['C12 教师学历合格率达100%', 'C12 All teachers have the required degree'],
  '13': ['C13 建立完善义务教育学校教师补充机制', 'C13 There is a working way to recruit teachers'],
  '14': [
    'C14 实行校长聘任制，教师校际交流机制达标',
    'C14 Principals are appointed for a term and teachers rotate between schools as ruled',
  ],
  '15': ['C15 开展教师访万家活动，建立家访工作考核评价体系', 'C15 Teachers visit homes and the visits are assessed'],
};

const scoreNames: Texts = Object.fromEntries(
  Object.keys(c).map((number) => [number, [`C${number} 得分`, `C${number} score`] as const]),
);

const prefixed = (prefix: string, suffix: string, texts: Texts): Texts =>
  Object.fromEntries(Object.entries(texts).map(([id, both]) => [`${prefix}${id}${suffix}`, both]));

const help: Texts = prefixed(
  'item.self-check-c',
  '.help',
  Object.fromEntries(
    Object.entries(c).map(([number, [zh, en]]) => [
      number,
      [
        `对照“${zh}”自查：全部做到填“是”，并在档案目录中备好材料。`,
        `Check yourself against “${en}”: answer yes only if all of it is done and the papers are in the archive.`,
      ] as const,
    ]),
  ),
);
const scoreHelp: Texts = prefixed(
  'item.self-check-c',
  '-score.help',
  Object.fromEntries(
    Object.keys(c).map((number) => [
      number,
      [
        `C${number} 的自评得分。分值由发布本版标准的教育局确定，未确定时不用填。`,
        `Own score for C${number}. The bureau that publishes the edition sets the points; leave empty until it has.`,
      ] as const,
    ]),
  ),
);

export const liujiangSchoolSelfCheckTexts: Texts = {
  'edition.cn-liujiang-school-self-check': [
    '义务教育均衡发展学校自查（A-B-C指标）',
    'School self-check of balanced development (A-B-C)',
  ],
  ...namedTexts('section', {
    'self-check-planning': ['发展规划及保障', 'Planning and support'],
    'self-check-buildings': ['学校标准化建设', 'Standard school buildings'],
    'self-check-teachers': ['教师队伍建设', 'Teaching staff'],
    'self-check-scores': ['自评得分', 'Own scores'],
  }),
  ...namedTexts('requirement-group', {
    'self-check-a1': ['（一）发展规划及保障', '(1) Planning and support'],
    'self-check-b1': ['1. 政策规划', '1. Policy and planning'],
    'self-check-b2': ['2. 经济投入', '2. Funds'],
    'self-check-b3': ['3. 经济管理', '3. Management of funds'],
    'self-check-a2': ['（二）学校标准化建设', '(2) Standard school buildings'],
    'self-check-b4': ['4. 布局调整', '4. Layout of schools'],
    'self-check-b5': ['5. 校安工程', '5. Building safety'],
    'self-check-a3': ['（三）教师队伍建设', '(3) Teaching staff'],
    'self-check-b6': ['6. 教师配置', '6. Staffing'],
    'self-check-b7': ['7. 教师管理', '7. Management of teachers'],
    'self-check-score': ['自评总分', 'Total of the own scores'],
  }),
  ...prefixed('requirement.self-check-c', '', c),
  ...prefixed('item.self-check-c', '', c),
  ...help,
  ...prefixed('item.self-check-c', '-score', scoreNames),
  ...scoreHelp,
  ...prefixed('point.self-check-score.self-check-c', '', c),
  ...namedTexts('requirement', {
    'self-check-score': [
      '自评总分（分值未定，只记录不判定）',
      'Total of the own scores (points not set: shown, not judged)',
    ],
    'self-check-c6.share': ['用于教育的比例不低于60%', 'At least 60 % go to education'],
    'self-check-c6.rural': ['向农村倾斜', 'With preference for the countryside'],
    'self-check-c11.carried-out': ['校舍安全工程已实施', 'Building safety works are carried out'],
    'self-check-c11.no-grade-d': ['D级危房面积为0', 'No grade-D dangerous buildings are left'],
    'self-check-c12.stated': ['学校自查符合', 'The school says so'],
    'self-check-c12.degrees': ['学历合格教师占专任教师100%', 'All full-time teachers have the required degree'],
  }),
  ...namedTexts('item', {
    'transfer-payment-education-share': ['转移支付资金用于教育的比例', 'Share of transfer payments for education'],
    'transfer-payment-education-share.help': [
      '农村税费改革固定性转移支付资金中用于教育的百分比，例如 60 填 60。',
      'Percentage of the fixed transfer payments of the rural tax reform that goes to education; write 60 for 60 %.',
    ],
    'grade-d-building-area': ['D级危房面积', 'Area of grade-D dangerous buildings'],
    'grade-d-building-area.help': [
      '鉴定为D级且尚未拆除的校舍建筑面积；没有填0。',
      'Floor area of school buildings appraised as grade D and still standing; 0 if there are none.',
    ],
    'teachers-with-required-degree': ['学历合格教师数', 'Teachers with the required degree'],
    'teachers-with-required-degree.help': [
      '专任教师中学历达到国家规定的人数（小学中师及以上，初中大专及以上）。',
      'Full-time teachers whose degree reaches the national requirement.',
    ],
    'teachers-associate-or-higher': ['大专及以上学历教师数', 'Teachers with an associate degree or higher'],
    'teachers-associate-or-higher.help': [
      '专任教师中大专、本科、研究生学历的人数之和。',
      'Full-time teachers with an associate, bachelor’s, master’s or doctor’s degree.',
    ],
  }),
  ...namedTexts('check', {
    'self-check-degrees-within-teachers': [
      '学历合格教师数（{left}）多于专任教师数（{right}）',
      'More teachers with the required degree ({left}) than full-time teachers ({right})',
    ],
    'self-check-associate-within-teachers': [
      '大专及以上学历教师数（{left}）多于专任教师数（{right}）',
      'More teachers with an associate degree or higher ({left}) than full-time teachers ({right})',
    ],
  }),
  ...namedTexts('evidence', {
    'development-plan': ['发展规划文件', 'Development plan'],
    'safety-rules': ['安全管理制度', 'Safety rules'],
    'supervision-rules': ['督导检查制度', 'Rules for inspection'],
    'supervision-records': ['督导检查记录', 'Records of inspection'],
    'funds-statements-three-years': ['近三年生均经费统计表', 'Funds per pupil of the last three years'],
    'education-surcharge-use': ['教育费附加使用明细', 'Use of the education surcharge'],
    'transfer-payment-use': ['转移支付资金使用明细', 'Use of the transfer payments'],
    'land-revenue-documents': ['土地出让收益计提教育资金文件', 'Papers on education funds from land revenue'],
    'budget-and-final-accounts': ['经费预算和决算', 'Budget and final accounts'],
    'audit-and-statistics-notices': ['审计报告和经费统计公告', 'Audit reports and published statistics'],
    'desk-inventory': ['课桌凳登记表', 'Inventory of desks and chairs'],
    'building-safety-plan': ['校舍安全工程方案和计划', 'Plan of the building safety works'],
    'building-appraisals': ['校舍鉴定和拆除证明', 'Appraisals and proof of demolition'],
    'teacher-list': ['专任教师花名册', 'List of full-time teachers'],
    'degree-certificates': ['教师学历证书复印件', 'Copies of degree certificates'],
    'teacher-recruitment-documents': ['教师补充文件', 'Papers on recruitment of teachers'],
    'principal-appointment-documents': ['校长聘任文件', 'Appointment of the principal'],
    'rotation-records': ['交流轮岗记录', 'Records of rotation'],
    'home-visit-records': ['家访记录', 'Records of home visits'],
    'home-visit-assessment-rules': ['家访考核办法', 'Rules for assessing home visits'],
  }),
};
