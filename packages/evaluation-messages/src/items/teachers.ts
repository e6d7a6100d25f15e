import type { ItemTexts } from './item-texts.ts';

const degreeNote: readonly [string, string] = [
  '同一教师只按最高学历计一次，按任教学段计入；不含代课教师、校外兼职教师和退休人员。（年报口径一般见教基4155 小学、教基4156 初中）',
  'Count each teacher once, by the highest degree and in the stage taught. Leave out substitutes, outside part-timers and the retired. (Usually statistics forms 教基4155 primary, 教基4156 junior.)',
];

/** 教师信息. Teachers are never split by weight: they are counted in the stage they teach (SPEC 3.1). */
export const teacherItems: ItemTexts = {
  'teachers-associate': {
    name: ['专科学历专任教师数', 'Teachers with an associate degree'],
    help: [
      `本学段专任教师中最高学历为大学专科的人数。只有小学填写：小学专科及以上、初中本科及以上为高于规定学历。${degreeNote[0]}`,
      `Full-time teachers of the stage whose highest degree is an associate degree (专科). Primary only: above the required degree means associate or higher in primary, bachelor or higher in junior. ${degreeNote[1]}`,
    ],
  },
  'teachers-bachelor': {
    name: ['本科学历专任教师数', 'Teachers with a bachelor’s degree'],
    help: [
      `本学段专任教师中最高学历为大学本科的人数。${degreeNote[0]}`,
      `Full-time teachers of the stage whose highest degree is a bachelor’s. ${degreeNote[1]}`,
    ],
  },
  'teachers-master': {
    name: ['硕士研究生学历专任教师数', 'Teachers with a master’s degree'],
    help: [
      `本学段专任教师中最高学历为硕士研究生的人数。只有学位没有研究生学历的，按其最高学历填报。${degreeNote[0]}`,
      `Full-time teachers of the stage whose highest completed studies are a master’s programme. ${degreeNote[1]}`,
    ],
  },
  'teachers-doctor': {
    name: ['博士研究生学历专任教师数', 'Teachers with a doctorate'],
    help: [
      `本学段专任教师中最高学历为博士研究生的人数。没有就填 0。${degreeNote[0]}`,
      `Full-time teachers of the stage with a doctorate. If there are none, enter 0. ${degreeNote[1]}`,
    ],
  },
  'teachers-above-required-degree': {
    name: ['高于规定学历教师数', 'Teachers above the required degree'],
    help: [
      '小学为专科、本科、硕士、博士之和，初中为本科、硕士、博士之和，由系统相加得出。只有导入的表格里没有分学历人数时，才直接用合计数；两者都有而不相等，请更正。',
      'Primary: associate, bachelor’s, master’s and doctorate together; junior: bachelor’s, master’s and doctorate. Added up for you. A total is used only where an imported workbook does not give the parts; if both are there and differ, correct them.',
    ],
  },
  'backbone-teachers': {
    name: ['县级及以上骨干教师数', 'Backbone teachers, county level or above'],
    help: [
      '由县级及以上教育行政部门认定、仍在有效期内的骨干教师人数（含学科带头人、特级教师等更高称号）。同一教师有多个称号只计一次，按任教学段填写。佐证：认定文件和名单。（年报口径一般见教基1102）',
      'Teachers recognised as backbone teachers (or higher) by the education authority of the county or above, the title still valid. One teacher with several titles counts once, in the stage taught. Evidence: the documents of recognition. (Usually statistics form 教基1102.)',
    ],
  },
  'pe-teachers': {
    name: ['体育专任教师数', 'PE teachers'],
    help: [
      '以教授体育（与健康）为主的专任教师人数，按主要任教学科和任教学段填写；一人只在一个学科计一次。',
      'Full-time teachers who mainly teach PE (and health), by main subject and stage. A teacher counts in one subject only.',
    ],
  },
  'music-teachers': {
    name: ['音乐专任教师数', 'Music teachers'],
    help: [
      '以教授音乐为主的专任教师人数，按任教学段填写；一人只在一个学科计一次。',
      'Full-time teachers who mainly teach music, by stage. A teacher counts in one subject only.',
    ],
  },
  'fine-art-teachers': {
    name: ['美术专任教师数', 'Fine-art teachers'],
    help: [
      '以教授美术（含书法）为主的专任教师人数，按任教学段填写；一人只在一个学科计一次。',
      'Full-time teachers who mainly teach fine art (calligraphy included), by stage. A teacher counts in one subject only.',
    ],
  },
  'arts-teachers': {
    name: ['艺术专任教师数', 'Arts teachers'],
    help: [
      '以教授综合艺术课程（不分音乐、美术）为主的专任教师人数。已计入音乐或美术的不再计入。没有就填 0。',
      'Full-time teachers who mainly teach the combined arts course. Leave out anyone counted under music or fine art. If there are none, enter 0.',
    ],
  },
  'pe-and-arts-teachers': {
    name: ['体育、艺术专任教师数', 'PE and arts teachers'],
    help: [
      '体育、音乐、美术、艺术专任教师之和，由系统相加得出。只有导入的表格里没有分学科人数时，才直接用合计数；两者都有而不相等，请更正。',
      'PE, music, fine-art and arts teachers together, added up for you. A total is used only where an imported workbook does not give the parts; if both are there and differ, correct them.',
    ],
  },
  'visiting-pe-teachers': {
    name: ['体育交流轮岗、兼职、走教教师数', 'Visiting PE teachers'],
    help: [
      '到本校交流轮岗、兼职或走教、教授体育的教师人数。只有50至99人的乡村小规模学校和教学点填写，请备好任课安排。',
      'Teachers who come to this school on rotation, part-time or as visiting teachers to teach PE. Only rural small schools of 50 to 99 pupils; keep the timetable ready as evidence.',
    ],
  },
  'visiting-music-teachers': {
    name: ['音乐交流轮岗、兼职、走教教师数', 'Visiting music teachers'],
    help: [
      '到本校交流轮岗、兼职或走教、教授音乐的教师人数。只有50至99人的乡村小规模学校和教学点填写，请备好任课安排。',
      'Teachers who come to this school on rotation, part-time or as visiting teachers to teach music. Only rural small schools of 50 to 99 pupils; keep the timetable ready as evidence.',
    ],
  },
  'visiting-fine-art-teachers': {
    name: ['美术交流轮岗、兼职、走教教师数', 'Visiting fine-art teachers'],
    help: [
      '到本校交流轮岗、兼职或走教、教授美术的教师人数。只有50至99人的乡村小规模学校和教学点填写，请备好任课安排。',
      'Teachers who come to this school on rotation, part-time or as visiting teachers to teach fine art. Only rural small schools of 50 to 99 pupils; keep the timetable ready as evidence.',
    ],
  },
  'visiting-arts-teachers': {
    name: ['艺术交流轮岗、兼职、走教教师数', 'Visiting arts teachers'],
    help: [
      '到本校交流轮岗、兼职或走教、教授综合艺术课程的教师人数。只有50至99人的乡村小规模学校和教学点填写，请备好任课安排。',
      'Teachers who come to this school on rotation, part-time or as visiting teachers to teach the combined arts course. Only rural small schools of 50 to 99 pupils; keep the timetable ready as evidence.',
    ],
  },
  'full-time-teachers': {
    name: ['专任教师总数', 'Full-time teachers'],
    help: [
      '全校从事教学工作的在编、在岗专任教师总人数（各学段合计，含高中）。不含行政、教辅、工勤人员和代课、兼职教师。',
      'All full-time teachers of the school, every stage together (senior included). Leave out administrative, auxiliary and support staff, substitutes and part-timers.',
    ],
  },
  'certified-teachers': {
    name: ['持有教师资格证的专任教师数', 'Certified teachers'],
    help: [
      '专任教师中持有相应教师资格证书的人数，不能多于专任教师总数。要求100%持证上岗。',
      'Of the full-time teachers, those holding the teaching certificate their post requires; at most the number of full-time teachers. The requirement is 100 %.',
    ],
  },
  'teachers-360-hours': {
    name: ['近5年培训满360学时的专任教师数', 'Teachers with 360 training hours in five years'],
    help: [
      '专任教师中近5年累计完成培训不少于360学时的人数，不能多于专任教师总数。入职不满5年的，按当地规定折算后满足即计入。',
      'Of the full-time teachers, those with at least 360 hours of training in the last five years; at most the number of full-time teachers. For teachers with fewer years of service, the hours are reduced by the local rule.',
    ],
  },
};
