import type { Texts } from './language.ts';

/** Editions, the raw amounts of their indicators, and special rules (特殊规定) with the evidence they ask for. */
export const standardTexts: Texts = {
  'edition.cn-2017-quality-balance': [
    '县域义务教育优质均衡发展督导评估（教督〔2017〕6号）',
    'Quality balance of compulsory education in a county (教督〔2017〕6号)',
  ],

  'quantity.teachers-above-required-degree': ['高于规定学历教师数', 'Teachers above the required degree'],
  'quantity.backbone-teachers': ['县级以上骨干教师数', 'Backbone teachers, county level or above'],
  'quantity.pe-and-arts-teachers': ['体育、艺术（美术、音乐）专任教师数', 'PE and arts (fine art, music) teachers'],
  'quantity.net-teaching-rooms-area': [
    '教学及辅助用房面积（不含室内体育用房）',
    'Teaching and auxiliary rooms without indoor sports',
  ],
  'quantity.sports-area': ['体育运动场馆面积', 'Sports space'],
  'quantity.equipment-value': ['教学仪器设备值', 'Teaching equipment value'],
  'quantity.multimedia-classrooms': ['网络多媒体教室数', 'Networked multimedia classrooms'],

  'special-rule.visiting-pe-and-arts-teachers': [
    '50至99人的乡村小规模学校和教学点，交流轮岗、兼职、走教的体育、艺术教师可计入',
    'Rural small schools of 50 to 99 pupils may count PE and arts teachers who come on rotation, part-time or as visiting teachers',
  ],
  'special-rule.city-centre-sports-venues': [
    '人口密度过高的大城市中心城区学校，校内其他体育场地和步行10分钟内租用的场馆可计入',
    'Schools in the over-crowded centre of a large city may count other sports space in the school and venues rented within ten minutes’ walk',
  ],
  'special-rule.rooms-of-small-rural-schools': [
    '最大班额低于30人的农村小规模学校，音乐、美术专用教室小学不小于54平方米、初中不小于61平方米即可计入',
    'In small rural schools whose largest class is under 30, music and art rooms of 54 m² in primary and 61 m² in junior schools count',
  ],
  'special-rule.rooms-of-schools-built-by-2016': [
    '2016年及之前规划并建成的学校，音乐专用教室不小于73平方米、美术专用教室不小于67平方米即可计入',
    'In schools planned and built by 2016, music rooms of 73 m² and art rooms of 67 m² count',
  ],
  'special-rule.size-of-schools-built-by-2010': [
    '2010年及之前规划并建成的学校，规模不超过2400人，九年一贯制、十二年一贯制学校不超过3000人',
    'Schools planned and built by 2010 may have 2,400 pupils, nine-year and twelve-year schools 3,000',
  ],
  'special-rule.size-of-schools-of-migrants': [
    '随迁子女超过一半的学校，规模不超过2400人，九年一贯制、十二年一贯制学校不超过3000人',
    'Schools in which more than half of the pupils are children of migrant workers may have 2,400 pupils, nine-year and twelve-year schools 3,000',
  ],
  'special-rule-evidence.room-register': [
    '音乐、美术专用教室登记表（含面积）',
    'The register of music and art rooms with their sizes',
  ],
  'special-rule-evidence.building-documents': [
    '学校规划和竣工验收文件',
    'The documents of planning and completion of the school',
  ],
  'special-rule-evidence.migrant-lists': ['随迁子女名册', 'The list of children of migrant workers'],
  'special-rule-evidence.construction-plan': [
    '县级政府的建设规划（承诺期限内达到正常标准）',
    'The county’s construction plan to reach the normal standard',
  ],
  'special-rule-evidence.rotation-records': [
    '交流轮岗、走教教师的任课安排和记录',
    'Timetables and records of rotating and visiting teachers',
  ],
  'special-rule-evidence.rental-contract': ['场馆租用合同', 'The rental contract of the venue'],
  'special-rule-follow-up.normal-standard-within-three-years': [
    '认定后三年内须达到正常标准，并接受复查',
    'The normal standard must be reached within three years after recognition, and is checked again',
  ],

  'setting.fairly-satisfied-weight': [
    '“基本满意”折算为满意的比例（0至1）',
    'What one “fairly satisfied” counts for (0 to 1)',
  ],
};
