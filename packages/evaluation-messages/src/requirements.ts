import type { Texts } from './language.ts';

/** What the county's whole verdict needs beside resource allocation: 教督〔2017〕6号, wording as in SPEC 4.2 to 4.6. */
const names: Texts = {
  P1: ['通过国家义务教育基本均衡发展认定三年以上', 'Recognised for basic balance at least three years ago'],
  P2: [
    '基本均衡发展认定后年度监测持续保持较高水平',
    'Annual monitoring since that recognition has stayed at a high level',
  ],
  R: [
    '资源配置：每所学校至少6项指标达标且余项不低于要求的85%，所有指标的校际差异系数小学不超过0.50、初中不超过0.45',
    'Resource allocation: every school meets at least six indicators and reaches 85 % of the rest; every difference coefficient is at most 0.50 in primary and 0.45 in junior',
  ],
  G1: [
    '县域内义务教育学校规划布局合理，符合国家规定要求',
    'The layout of schools in the county is reasonable and follows national rules',
  ],
  G2: [
    '县域内城乡义务教育学校建设标准统一、教师编制标准统一、生均公用经费基准定额统一且不低于国家规定、基本装备配置标准统一',
    'Building standards, staffing standards, per-pupil public funds and basic equipment standards are the same for town and country',
  ],
  G3: [
    '所有小学、初中每12个班级配备音乐、美术专用教室1间以上（音乐不小于96平方米，美术不小于90平方米）',
    'Every school has at least one music and one art room for every 12 classes (music 96 m², art 90 m² or more)',
  ],
  G4: [
    '所有小学、初中规模不超过2000人，九年一贯制、十二年一贯制学校义务教育阶段规模不超过2500人',
    'No primary or junior school above 2,000 pupils; nine-year and twelve-year schools at most 2,500 in compulsory education',
  ],
  G5: ['小学、初中所有班级学生数分别不超过45人、50人', 'Every class has at most 45 pupils in primary and 50 in junior'],
  G6: [
    '不足100名学生村小学和教学点按100名学生核定公用经费',
    'Village schools and teaching points under 100 pupils are funded as for 100',
  ],
  G7: [
    '特殊教育学校生均公用经费不低于6000元',
    'Public funds of special-education schools are at least 6,000 yuan per pupil',
  ],
  G8: [
    '义务教育学校教师平均工资收入水平不低于当地公务员平均工资收入水平，按规定足额核定教师绩效工资总量',
    'Teachers are on average paid no less than local civil servants; performance pay is set in full',
  ],
  G9: ['教师5年360学时培训完成率达到100%', 'All teachers complete 360 hours of training in five years'],
  G10: [
    '县级教育行政部门在核定的教职工编制总额和岗位总量内，统筹分配各校教职工编制和岗位数量',
    'The county bureau allocates posts to schools within the approved totals',
  ],
  G11: [
    '全县每年交流轮岗教师的比例不低于符合交流条件教师总数的10%，其中骨干教师不低于交流轮岗教师总数的20%',
    'Each year at least 10 % of eligible teachers rotate, and at least 20 % of those who rotate are backbone teachers',
  ],
  G12: ['专任教师持有教师资格证上岗率达到100%', 'All full-time teachers hold a teaching certificate'],
  G13: [
    '城区和镇区公办小学、初中（均不含寄宿制学校）就近划片入学比例分别达到100%、95%以上',
    'In urban and town public schools (boarding schools aside) at least 100 % of primary and 95 % of junior pupils enrol in their zone',
  ],
  G14: [
    '全县优质高中招生名额分配比例不低于50%，并向农村初中倾斜',
    'At least 50 % of places at good senior schools are allotted to junior schools, rural ones favoured',
  ],
  G15: [
    '留守儿童关爱体系健全，全县符合条件的随迁子女在公办学校和政府购买服务的民办学校就读的比例不低于85%',
    'Care for left-behind children is in place; at least 85 % of eligible migrant children are in public schools or purchased private places',
  ],
  E1: ['全县初中三年巩固率达到95%以上', 'Three-year retention in junior schools is at least 95 %'],
  E2: ['全县残疾儿童少年入学率达到95%以上', 'At least 95 % of children with disabilities are in school'],
  E3: [
    '所有学校制定章程，实现学校管理与教学信息化',
    'Every school has a charter; management and teaching use information technology',
  ],
  E4: [
    '全县所有学校按照不低于学校年度公用经费预算总额的5%安排教师培训经费',
    'Every school sets aside at least 5 % of its yearly public funds budget for teacher training',
  ],
  E5: [
    '教师能熟练运用信息化手段组织教学，设施设备利用率达到较高水平',
    'Teachers use information technology with ease; equipment is well used',
  ],
  E6: [
    '所有学校德育工作、校园文化建设水平达到良好以上',
    'Moral education and school culture are rated good or better in every school',
  ],
  E7: [
    '课程开齐开足，教学秩序规范，综合实践活动有效开展',
    'The full curriculum is taught in good order, practical activities included',
  ],
  E8: ['无过重课业负担', 'No excessive workload for pupils'],
  E9: [
    '在国家义务教育质量监测中，相关科目学生学业水平达到Ⅲ级以上，且校际差异率低于0.15',
    'In national monitoring, the subjects reach level III or above and the variation between schools is below 0.15',
  ],
  S1: ['社会认可度达到85%以上', 'Social recognition is at least 85 %'],
  V1: ['不存在以考试方式招生', 'No admission by examination'],
  V2: ['不存在违规择校行为', 'No irregular choice of schools'],
  V3: ['不存在重点学校或重点班', 'No key schools or key classes'],
  V4: [
    '不存在“有编不补”或长期聘用编外教师的情况',
    'No posts left vacant and no teachers kept outside the establishment for long',
  ],
  V5: [
    '教育系统未发生重大安全责任事故和严重违纪违规事件',
    'No major safety accident or serious breach of rules in the education system',
  ],
  V6: ['不存在弄虚作假行为', 'No falsification'],
};

const groups: Texts = {
  precondition: ['前提条件', 'Preconditions'],
  'resource-allocation': ['资源配置', 'Resource allocation'],
  government: ['政府保障程度', 'Government guarantee'],
  quality: ['教育质量', 'Education quality'],
  recognition: ['社会认可度', 'Social recognition'],
  veto: ['一票否决', 'Vetoes'],
};

const prefixed = (prefix: string, texts: Texts): Texts =>
  Object.fromEntries(Object.entries(texts).map(([id, both]) => [`${prefix}.${id}`, both]));

export const requirementTexts: Texts = { ...prefixed('requirement', names), ...prefixed('requirement-group', groups) };
