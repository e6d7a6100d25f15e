import type { Texts } from './language.ts';

/** 档案目录: what proves a requirement (SPEC section 6). */
const evidence: Texts = {
  'basic-balance-decision': ['基本均衡认定公告或文件', 'The announcement of the recognition for basic balance'],
  'monitoring-results': ['历年监测复查结果', 'Results of annual monitoring'],
  'layout-map': ['义务教育学校布局图', 'Map of the county’s schools'],
  'layout-documents': ['学校布局专项规划及文件', 'Plan and documents on the layout of schools'],
  'standards-documents': [
    '建设、编制、经费、装备四项标准文件',
    'Documents of the four standards: building, posts, funds, equipment',
  ],
  'room-register': [
    '音乐、美术专用教室登记表（含面积、照片）',
    'Register of music and art rooms with sizes and photographs',
  ],
  'pupil-register': ['学籍系统在校生名册', 'Pupils’ register'],
  'class-lists': ['分班名册', 'Class lists'],
  'small-school-funds': ['小规模学校公用经费核定文件', 'Documents that fund small schools as for 100 pupils'],
  'special-education-accounts': ['特殊教育学校经费预决算', 'Budget and accounts of special-education schools'],
  'pay-statistics': ['财政、人社部门工资统计证明', 'Pay statistics of the finance and personnel departments'],
  'merit-pay-documents': ['绩效工资核定文件', 'Documents that set the performance pay'],
  'training-records': ['教师培训学时登记', 'Records of training hours'],
  'post-allocation': ['编制、岗位分配方案及教师聘用情况', 'Allocation of posts and how teachers are employed'],
  'rotation-lists': ['交流轮岗文件和名单', 'Rotation documents and lists'],
  'certificate-lists': ['教师资格证书登记表', 'List of teaching certificates'],
  'zone-documents': ['划片招生文件', 'Documents on enrolment zones'],
  'quota-lists': ['优质高中指标分配方案和录取名单', 'Allotment of senior places and lists of those admitted'],
  'left-behind-records': ['留守儿童名册和关爱活动记录', 'Register of left-behind children and records of activities'],
  'migrant-lists': ['随迁子女名册和登记表', 'Lists and forms of migrant children'],
  'graduation-lists': ['毕业生名册', 'Graduation lists'],
  'pupil-movements': ['三年转入、转出、死亡学生名册', 'Lists of pupils who came, left or died over three years'],
  'disability-lists': ['适龄残疾儿童少年名册及安置情况', 'List of children with disabilities and where each is taught'],
  'school-charters': ['学校章程', 'School charters'],
  'informatisation-records': ['信息化建设与应用材料', 'What was built and how information technology is used'],
  'training-budgets': ['教师培训经费预算', 'Training budgets'],
  'ict-training-records': ['信息技术应用培训和考核记录', 'Records of training and tests in information technology'],
  'equipment-use-records': ['设施设备使用记录', 'Records of the use of equipment'],
  'moral-education-plan': [
    '德育和校园文化工作方案及评价结果',
    'Plans for moral education and school culture, and their grades',
  ],
  timetables: ['课程表和综合实践活动方案', 'Timetables and plans of practical activities'],
  'homework-rules': ['作业管理制度', 'Rules on homework'],
  'monitoring-report': ['国家义务教育质量监测结果报告', 'Report of the national monitoring'],
  'survey-results': ['社会认可度调查结果', 'Results of the survey of social recognition'],
  'enrolment-documents': ['招生文件和录取名册', 'Enrolment documents and lists'],
  'safety-records': ['安全和违纪违规情况证明', 'Statement on accidents and breaches of rules'],
  'data-statement': ['数据真实性承诺书', 'Signed statement that the data are true'],
};

export const evidenceTexts: Texts = Object.fromEntries(
  Object.entries(evidence).map(([id, both]) => [`evidence.${id}`, both]),
);
