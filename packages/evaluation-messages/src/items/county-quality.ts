import type { ItemTexts } from './item-texts.ts';

/** County report: 教育质量, 国家义务教育质量监测, 一票否决. */
export const countyQualityItems: ItemTexts = {
  'every-school-has-charter': {
    name: ['所有学校是否制定章程', 'Has every school a charter?'],
    help: [
      '县域内所有义务教育学校都制定了章程并经核准的，填“是”；有一所没有，填“否”。佐证：各校章程。',
      'Yes where every school of compulsory education has an approved charter; no if a single one has not. Evidence: the charters.',
    ],
  },
  'management-and-teaching-informatised': {
    name: ['是否实现学校管理与教学信息化', 'Do management and teaching use information technology?'],
    help: [
      '所有学校实现管理与教学信息化的，填“是”。佐证：建设和应用材料。',
      'Yes where management and teaching in every school use information technology. Evidence: what was built and how it is used.',
    ],
  },
  'teachers-skilled-in-ict': {
    name: ['教师是否能熟练运用信息化手段组织教学', 'Do teachers use information technology with ease?'],
    help: [
      '教师能熟练运用信息化手段组织教学的，填“是”。佐证：培训和考核记录、课堂记录。',
      'Yes where teachers use information technology in class with ease. Evidence: training, assessments, lessons.',
    ],
  },
  'equipment-well-used': {
    name: ['设施设备利用率是否达到较高水平', 'Are rooms and equipment well used?'],
    help: [
      '实验室、专用教室、图书、信息化设备等利用率较高的，填“是”。佐证：使用记录。',
      'Yes where laboratories, special rooms, books and devices are much used. Evidence: the records of their use.',
    ],
  },
  'moral-education-grade': {
    name: ['学校德育工作水平', 'Moral education'],
    help: [
      '按最低的一所学校填写。所有学校须达到良好以上。佐证：评价办法和结果。',
      'The grade of the weakest school. Every school must be good or better. Evidence: how schools were graded, and the result.',
    ],
  },
  'campus-culture-grade': {
    name: ['校园文化建设水平', 'Culture of the school'],
    help: [
      '按最低的一所学校填写。所有学校须达到良好以上。佐证：评价办法和结果。',
      'The grade of the weakest school. Every school must be good or better. Evidence: how schools were graded, and the result.',
    ],
  },
  'curriculum-complete': {
    name: ['课程是否开齐开足', 'Is the full curriculum taught?'],
    help: [
      '所有学校按国家课程方案开齐科目、开足课时的，填“是”。佐证：课程表。',
      'Yes where every school teaches all subjects with all their hours. Evidence: the timetables.',
    ],
  },
  'teaching-in-good-order': {
    name: ['教学秩序是否规范', 'Is teaching in good order?'],
    help: ['所有学校教学秩序规范的，填“是”。', 'Yes where teaching is in good order in every school.'],
  },
  'practical-activities-effective': {
    name: ['综合实践活动是否有效开展', 'Do practical activities take place and work?'],
    help: [
      '所有学校有效开展综合实践活动的，填“是”。佐证：方案和记录。',
      'Yes where every school holds practical activities that work. Evidence: plans and records.',
    ],
  },
  'no-excessive-workload': {
    name: ['是否无过重课业负担', 'Is there no excessive workload for pupils?'],
    help: [
      '作业、考试、作息等符合规定，没有过重课业负担的，填“是”。佐证：作业管理制度和监测结果。',
      'Yes where homework, tests and hours keep to the rules and no pupil is overburdened. Evidence: rules on homework, results of monitoring.',
    ],
  },
  'monitoring-level-three-reached': {
    name: [
      '国家质量监测相关科目学业水平是否达到Ⅲ级以上',
      'Do all subjects of the national monitoring reach level III?',
    ],
    help: [
      '以国家义务教育质量监测结果报告为准，相关科目学生学业水平都达到Ⅲ级以上的，填“是”。',
      'By the report of the national monitoring: yes where every subject concerned reaches level III or above.',
    ],
  },
  'monitoring-variation': {
    name: ['国家质量监测校际差异率', 'Variation between schools in the national monitoring'],
    help: [
      '以国家义务教育质量监测结果报告为准，有几个科目的填最大的一个，写成小数，例如 0.12。须低于0.15（不含0.15）。',
      'By the report of the national monitoring; of several subjects the greatest, as a decimal such as 0.12. It must be below 0.15 (0.15 itself is too much).',
    ],
  },
  'enrolment-by-examination': {
    name: ['是否存在以考试方式招生', 'Was there any admission by examination?'],
    help: [
      '县域内有义务教育学校以考试（含变相考试）方式招生的，填“是”。没有的填“否”。',
      'Yes where any school of compulsory education admitted pupils by examination, open or disguised. If none did, no.',
    ],
  },
  'irregular-school-choice': {
    name: ['是否存在违规择校行为', 'Was there any irregular choice of schools?'],
    help: [
      '存在违规择校行为的，填“是”。没有的填“否”。',
      'Yes where pupils were admitted to schools of their choice against the rules. If not, no.',
    ],
  },
  'key-schools-or-classes': {
    name: ['是否存在重点学校或重点班', 'Are there key schools or key classes?'],
    help: [
      '设置或变相设置重点学校、重点班的，填“是”。没有的填“否”。',
      'Yes where there are key schools or key classes, open or disguised. If there are none, no.',
    ],
  },
  'vacant-posts-or-outside-teachers': {
    name: [
      '是否存在“有编不补”或长期聘用编外教师',
      'Are posts left vacant, or teachers kept outside the establishment for long?',
    ],
    help: [
      '存在“有编不补”或长期聘用编外教师情况的，填“是”。没有的填“否”。',
      'Yes where approved posts are left vacant or teachers are kept outside the establishment for long. If not, no.',
    ],
  },
  'major-accident-or-breach': {
    name: [
      '教育系统是否发生重大安全责任事故和严重违纪违规事件',
      'Was there a major accident or a serious breach of rules in the education system?',
    ],
    help: [
      '发生过重大安全责任事故或严重违纪违规事件的，填“是”。没有的填“否”。',
      'Yes where there was a major accident for which somebody answers, or a serious breach of rules. If not, no.',
    ],
  },
  falsification: {
    name: ['是否存在弄虚作假行为', 'Was anything falsified?'],
    help: [
      '在督导评估中有弄虚作假行为的，填“是”。没有的填“否”。',
      'Yes where anything was falsified for the evaluation. If not, no.',
    ],
  },
};
