import type { Texts } from './language.ts';

/** Named parts of requirements, so that a finding can point at one: `requirement.<requirement>.<part>`. */
const parts: Texts = {
  'G2.building': ['建设标准统一', 'Building standards'],
  'G2.staffing': ['教师编制标准统一', 'Staffing standards'],
  'G2.public-funds': ['生均公用经费基准定额统一且不低于国家规定', 'Base of per-pupil public funds'],
  'G2.equipment': ['基本装备配置标准统一', 'Basic equipment standards'],
  'G3.music': ['音乐专用教室', 'Music rooms'],
  'G3.art': ['美术专用教室', 'Art rooms'],
  'G5.largest': ['最大班额', 'Largest class'],
  'G5.bands': ['超过规定班额的班级数', 'Classes above the limit'],
  'G8.pay': ['教师平均工资不低于公务员', 'Teachers’ pay against civil servants’'],
  'G8.merit-pay': ['足额核定绩效工资总量', 'Performance pay set in full'],
  'G11.rotated': ['交流轮岗教师占符合条件教师的比例', 'Share of eligible teachers who rotated'],
  'G11.backbone': ['骨干教师占交流轮岗教师的比例', 'Share of backbone teachers among those who rotated'],
  'G13.primary': ['小学就近划片入学比例', 'Primary pupils enrolled in their zone'],
  'G13.junior': ['初中就近划片入学比例', 'Junior pupils enrolled in their zone'],
  'G14.allotted': ['优质高中招生名额分配比例', 'Share of places allotted'],
  'G14.rural': ['向农村初中倾斜', 'Rural junior schools favoured'],
  'G15.left-behind': ['留守儿童关爱体系健全', 'Care for left-behind children'],
  'G15.migrants': ['随迁子女在公办和政府购买服务的民办学校就读比例', 'Migrant children in public or purchased places'],
  'E3.charters': ['所有学校制定章程', 'A charter in every school'],
  'E3.informatised': ['学校管理与教学信息化', 'Information technology in management and teaching'],
  'E5.teachers': ['教师熟练运用信息化手段', 'Teachers skilled in information technology'],
  'E5.equipment': ['设施设备利用率较高', 'Equipment well used'],
  'E6.moral-education': ['德育工作良好以上', 'Moral education good or better'],
  'E6.campus-culture': ['校园文化建设良好以上', 'School culture good or better'],
  'E7.curriculum': ['课程开齐开足', 'Full curriculum'],
  'E7.order': ['教学秩序规范', 'Teaching in good order'],
  'E7.activities': ['综合实践活动有效开展', 'Practical activities'],
  'E9.level': ['相关科目学业水平达到Ⅲ级以上', 'Subjects at level III or above'],
  'E9.variation': ['校际差异率低于0.15', 'Variation between schools below 0.15'],
};

export const requirementPartTexts: Texts = {
  ...Object.fromEntries(Object.entries(parts).map(([id, both]) => [`requirement.${id}`, both])),
  /** The changes that a rule over several years looks at. */
  'year-change.last': ['上一年到本年', 'From last year to this year'],
  'year-change.earlier': ['{from} 年前到 {to} 年前', 'From {from} years ago to {to} years ago'],
};
