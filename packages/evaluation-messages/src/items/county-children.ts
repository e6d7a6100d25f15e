import type { ItemTexts } from './item-texts.ts';

/** County report: 优质高中招生, 留守儿童与随迁子女, 残疾儿童少年入学. */
export const countyChildrenItems: ItemTexts = {
  'senior-places': {
    name: ['优质高中招生计划总人数', 'Places planned at good senior schools'],
    help: [
      '本年度县域内优质普通高中的招生计划总人数。',
      'All places planned this year at the county’s good senior schools.',
    ],
  },
  'senior-places-allotted': {
    name: ['优质高中招生分配指标数', 'Of these, places allotted to junior schools'],
    help: [
      '其中按比例分配到各初中学校的名额数，优质均衡要求不少于招生计划的50%。佐证：分配方案和录取名单。',
      'Of these, places allotted to the junior schools; quality balance asks at least 50 % of the plan. Evidence: the allotment and the lists of those admitted.',
    ],
  },
  'senior-places-rural': {
    name: ['其中向农村初中分配的指标数', 'Of these, places allotted to rural junior schools'],
    help: [
      '分配名额中给农村初中的数量，用来说明是否向农村初中倾斜。没有农村初中的填 0。',
      'Of the allotted places, those of rural junior schools: they show whether rural schools are favoured. If there is no rural junior school, enter 0.',
    ],
  },
  'senior-places-favour-rural': {
    name: ['分配名额是否向农村初中倾斜', 'Does the allotment favour rural junior schools?'],
    help: [
      '农村初中分到的名额比例不低于其毕业生比例，或有明确的倾斜政策的，填“是”；没有农村初中的也填“是”并附说明。',
      'Yes where rural junior schools get at least their share of the graduates, or a rule favours them; also yes, with a note, where there is no rural junior school.',
    ],
  },
  'left-behind-children-cared-for': {
    name: ['留守儿童关爱体系是否健全', 'Is care for left-behind children in place?'],
    help: [
      '建立留守儿童台账和关爱机制，部门分工明确，措施落实的，填“是”。佐证：名册、制度和活动记录。',
      'Yes where left-behind children are registered, departments share the task and the measures are carried out. Evidence: register, rules, records of activities.',
    ],
  },
  'migrants-eligible': {
    name: ['符合条件的随迁子女总人数', 'Eligible children of migrant workers'],
    help: [
      '按当地政策符合入学条件、在县域内接受义务教育的进城务工人员随迁子女总人数。',
      'All children of migrant workers who may enrol here by the local rules and are in compulsory education in the county.',
    ],
  },
  'migrants-in-public-schools': {
    name: ['其中在公办学校就读的人数', 'Of these, in public schools'],
    help: ['其中在县域内公办学校就读的人数。', 'Of these, those in public schools of the county.'],
  },
  'migrants-in-purchased-places': {
    name: ['其中在政府购买服务的民办学校就读的人数', 'Of these, in private schools paid for by the government'],
    help: [
      '其中在政府购买学位（服务）的民办学校就读的人数。与公办学校人数合计不得少于85%。没有就填 0。',
      'Of these, those in private places that the government pays for. Together with public schools they must be at least 85 %. If there are none, enter 0.',
    ],
  },
  'children-with-disabilities': {
    name: ['适龄残疾儿童少年总数', 'Children with disabilities of school age'],
    help: [
      '县域内义务教育适龄残疾儿童少年总人数，与残联、卫健部门数据核对一致。',
      'All children with disabilities of compulsory school age in the county, in agreement with the figures of the disability federation and the health department.',
    ],
  },
  'children-with-disabilities-enrolled': {
    name: ['适龄残疾儿童少年入学总人数', 'Of these, in school'],
    help: [
      '其中已入学的人数，包括特殊教育学校就读、普通学校随班就读和送教上门。优质均衡要求不少于95%，基本均衡三类残疾儿童不少于80%。',
      'Of these, those in school: in special-education schools, in ordinary classes, or taught at home. Quality balance asks 95 %, basic balance 80 % of three kinds of disability.',
    ],
  },
};
