import type { ItemTexts } from './item-texts.ts';

/** County report: 前提条件, 规划与标准, 经费标准, 工资收入, 教师编制与交流轮岗. */
export const countyStandardItems: ItemTexts = {
  'basic-balance-recognised-on': {
    name: ['通过国家义务教育基本均衡发展认定的日期', 'Day of the national recognition for basic balance'],
    help: [
      '国家公布本县（市、区）通过义务教育基本均衡发展督导评估认定的日期，以认定公告或文件为准，例如 2015-12-31。到评估之日须满三年。',
      'The day on which the state announced that the county is recognised for basic balance, by the announcement, for example 2015-12-31. Three years must have passed by the day of the evaluation.',
    ],
  },
  'monitoring-stays-high': {
    name: ['基本均衡认定后年度监测是否持续保持较高水平', 'Has annual monitoring stayed at a high level since?'],
    help: [
      '认定后历年义务教育基本均衡发展监测复查均未滑坡、未被通报或约谈的，填“是”。佐证：历年监测结果。',
      'Yes where no annual monitoring since the recognition found a setback and the county was never reprimanded. Evidence: the results of each year.',
    ],
  },
  'school-layout-reasonable': {
    name: ['学校规划布局是否合理、符合国家规定', 'Is the layout of schools reasonable and as the state requires?'],
    help: [
      '县域内义务教育学校规划布局合理，与人口、城镇建设相适应，校点撤并履行程序的，填“是”。佐证：学校布局图、专项规划和文件。',
      'Yes where schools stand where the children live, follow the town’s growth, and closures went through the proper steps. Evidence: map of schools, plan and documents.',
    ],
  },
  'unified-building-standards': {
    name: ['城乡义务教育学校建设标准是否统一', 'Are building standards the same for town and country?'],
    help: [
      '城乡义务教育学校执行同一套建设标准的，填“是”。佐证：标准文件。',
      'Yes where one building standard holds for schools in town and country. Evidence: the standard.',
    ],
  },
  'unified-staffing-standards': {
    name: ['城乡教师编制标准是否统一', 'Are staffing standards the same for town and country?'],
    help: [
      '城乡中小学教职工编制按同一标准（按生师比）核定，并向乡村小规模学校倾斜的，填“是”。佐证：编制核定文件。',
      'Yes where posts are granted by one standard for town and country, small rural schools favoured. Evidence: the documents granting the posts.',
    ],
  },
  'unified-public-funds': {
    name: [
      '生均公用经费基准定额是否统一且不低于国家规定',
      'Is the base of per-pupil public funds the same for all and no lower than the state’s?',
    ],
    help: [
      '城乡义务教育学校执行统一的生均公用经费基准定额，且不低于国家规定的，填“是”。佐证：经费标准文件。',
      'Yes where one base of per-pupil public funds holds for town and country and is no lower than the state’s. Evidence: the documents.',
    ],
  },
  'unified-equipment-standards': {
    name: ['城乡基本装备配置标准是否统一', 'Are basic equipment standards the same for town and country?'],
    help: [
      '城乡义务教育学校执行同一套教学装备配置标准的，填“是”。佐证：标准文件。',
      'Yes where one equipment standard holds for schools in town and country. Evidence: the standard.',
    ],
  },
  'public-funds-standard': {
    name: ['规定的生均公用经费标准', 'Per-pupil public funds by the local standard'],
    help: [
      '本县（市、区）执行的生均公用经费标准，单位：元/生·年，小学、初中分别填写。不足100人的村小、教学点是否按100人核定经费，用它来核对。',
      'Public funds per pupil and year by the standard in force here, in yuan, primary and junior apart. Whether small village schools are funded as for 100 pupils is checked with it.',
    ],
  },
  'special-education-funds': {
    name: ['特殊教育学校公用经费总额', 'Public funds of special-education schools'],
    help: [
      '上一年度拨付给县域内特殊教育学校的公用经费总额，单位：元。没有特殊教育学校的填 0。',
      'Public funds given to the county’s special-education schools last year, in yuan. If there is no such school, enter 0.',
    ],
  },
  'special-education-pupils': {
    name: ['特殊教育学校学生人数', 'Pupils of special-education schools'],
    help: [
      '县域内特殊教育学校在校生总数，与经费总额口径一致。没有特殊教育学校的填 0。',
      'All pupils of the county’s special-education schools, the same schools as in the funds above. If there is no such school, enter 0.',
    ],
  },
  'teachers-average-pay': {
    name: ['义务教育学校教师年平均工资收入', 'Average yearly pay of teachers in compulsory education'],
    help: [
      '上一年度县域内义务教育学校教师的年平均工资收入水平，单位：万元，不含民办学校。与公务员的口径须一致。',
      'Average pay last year of teachers in compulsory education, in 万元 (10,000 yuan), private schools left out. Reckoned in the same way as that of civil servants.',
    ],
  },
  'civil-servants-average-pay': {
    name: ['当地公务员年平均工资收入', 'Average yearly pay of local civil servants'],
    help: [
      '上一年度当地公务员的年平均工资收入水平，单位：万元。佐证：财政、人社部门出具的统计证明。',
      'Average pay of local civil servants last year, in 万元 (10,000 yuan). Evidence: statistics of the finance and personnel departments.',
    ],
  },
  'merit-pay-in-full': {
    name: ['是否按规定足额核定教师绩效工资总量', 'Is the total of teachers’ performance pay set in full?'],
    help: [
      '按规定足额核定义务教育学校教师绩效工资总量的，填“是”。佐证：核定文件。',
      'Yes where the total of performance pay in compulsory education is set in full as the rules require. Evidence: the documents.',
    ],
  },
  'posts-allocated-by-county': {
    name: [
      '教育部门是否在总量内统筹分配各校编制和岗位',
      'Does the county bureau allocate posts to schools within the approved totals?',
    ],
    help: [
      '县级教育行政部门在核定的教职工编制总额和岗位总量内，统筹分配各校教职工编制和岗位数量的，填“是”。佐证：分配方案和文件。',
      'Yes where the county’s education bureau itself divides the approved posts between the schools. Evidence: the allocation.',
    ],
  },
  'rotation-eligible-teachers': {
    name: ['符合交流条件的教师总数', 'Teachers eligible for rotation'],
    help: [
      '按当地规定符合交流轮岗条件（一般为在同一学校连续任教满一定年限）的教师总人数。',
      'All teachers whom the local rules make eligible for rotation (as a rule after so many years in one school).',
    ],
  },
  'rotated-teachers': {
    name: ['实际交流轮岗教师数', 'Teachers who rotated'],
    help: [
      '本年度实际交流轮岗的教师人数，不得少于符合交流条件教师总数的10%。佐证：名单和文件。',
      'Teachers who did rotate this year: at least 10 % of those eligible. Evidence: lists and documents.',
    ],
  },
  'rotated-backbone-teachers': {
    name: ['实际交流轮岗的骨干教师数', 'Backbone teachers who rotated'],
    help: [
      '实际交流轮岗教师中县级及以上骨干教师的人数，不得少于交流轮岗教师总数的20%。注意：分母是实际交流的教师，不是符合条件的教师。',
      'Of the teachers who rotated, those who are backbone teachers of county level or above: at least 20 % of those who rotated (not of those eligible).',
    ],
  },
};
