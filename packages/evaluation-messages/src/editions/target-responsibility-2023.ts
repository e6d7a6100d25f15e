import { namedTexts } from './named-texts.ts';
import type { Texts } from '../language.ts';

const grades: Texts = { 'grade-4': ['四年级', 'Grade 4'], 'grade-8': ['八年级', 'Grade 8'] };
const subjects: Texts = {
  'subject-1': ['第一科', 'first subject'],
  'subject-2': ['第二科', 'second subject'],
  'subject-3': ['第三科', 'third subject'],
};
const of: Texts = {
  county: ['本县平均分', 'mean of the county'],
  prefecture: ['全州平均分', 'mean of the prefecture'],
};

/** Results by grade and subject, of the county and of the prefecture it is compared with. */
const monitoring: Texts = Object.fromEntries(
  Object.entries(grades).flatMap(([grade, [gradeZh, gradeEn]]) =>
    Object.entries(subjects).flatMap(([subject, [subjectZh, subjectEn]]) =>
      Object.entries(of).flatMap(([whose, [whoseZh, whoseEn]]) => [
        [
          `item.monitoring-${grade}-${subject}-${whose}`,
          [`${gradeZh}${subjectZh}${whoseZh}`, `${gradeEn}, ${subjectEn}: ${whoseEn}`],
        ] as const,
        [
          `item.monitoring-${grade}-${subject}-${whose}.help`,
          [
            `义务教育质量监测通报的${gradeZh}${subjectZh}${whoseZh}，按通报原数填写。`,
            `${gradeEn}, ${subjectEn}: ${whoseEn} as the monitoring of compulsory education reports it.`,
          ],
        ] as const,
      ]),
    ),
  ),
);

const below: Texts = Object.fromEntries(
  Object.entries(grades).flatMap(([grade, [gradeZh, gradeEn]]) =>
    Object.entries(subjects).map(([subject, [subjectZh, subjectEn]]) => [
      `target-monitoring.${grade}-${subject}`,
      [`${gradeZh}${subjectZh}低于全州平均水平`, `${gradeEn}, ${subjectEn}: below the mean of the prefecture`] as const,
    ]),
  ),
);

export const targetResponsibility2023Texts: Texts = {
  'edition.cn-target-responsibility-2023': [
    '教育高质量发展行动落实情况考核（2023年度，20分）',
    'Target-responsibility assessment of education 2023 (20 points)',
  ],
  ...namedTexts('section', {
    'monitoring-results': ['教育质量监测', 'Quality monitoring'],
    'senior-high': ['普通高中教育', 'Senior high schools'],
    vocational: ['职业教育', 'Vocational education'],
    'teacher-balance': ['教师均衡发展与名次', 'Balance of teachers, and place'],
  }),
  ...namedTexts('requirement-group', {
    'target-responsibility': ['目标责任考核', 'Target responsibility'],
    'target-monitoring': ['（一）教育质量监测', '(1) Quality monitoring'],
    'target-senior-high': ['（二）普通高中教育', '(2) Senior high schools'],
    'target-vocational': ['（三）职业教育', '(3) Vocational education'],
    'target-teacher-balance': ['（四）教师均衡发展', '(4) Balance of teachers'],
  }),
  ...namedTexts('requirement', {
    'target-score': ['考核得分（满分20分，无合格线）', 'Score (20 points, no pass mark)'],
    'target-place': ['考核名次不大于参评县（市）数', 'The place is one among the counties ranked'],
    'target-conditions-within-asked': [
      '中职办学条件达标项数不多于应达标项数',
      'Not more vocational conditions met than are asked',
    ],
  }),
  ...namedTexts('point.target-score', {
    'target-monitoring': ['教育质量监测', 'Quality monitoring'],
    'target-senior-high': ['普通高中教育', 'Senior high schools'],
    'target-vocational': ['职业教育', 'Vocational education'],
    'target-employment': ['中职就业率', 'Employment of vocational graduates'],
    'target-teacher-balance': [
      '县内小学教师均衡发展指数评分',
      'Index of the balance of primary teachers in the county',
    ],
  }),
  ...namedTexts('deduction.target-score', {
    ...below,
    'target-senior-high.first-grade-senior-high': [
      '无一级二等以上高中',
      'No senior high school of grade 1, class 2 or above',
    ],
    'target-vocational.integration': ['产教融合不够', 'Too little integration of industry and education'],
    'target-vocational.industry-college': ['产业学院工作推进缓慢', 'Slow progress of the industry college'],
    'target-vocational.teaching-results': ['教学成果自身特点不明显', 'Teaching results lack a profile of their own'],
    'target-vocational.adult-secondary': [
      '成人中专停办手续未完成',
      'Closing of the adult secondary school not finished',
    ],
    'target-vocational.conditions-unmet': [
      '县职办学条件指标未达标',
      'Conditions of the county vocational school not met',
    ],
  }),
  ...monitoring,
  ...namedTexts('item', {
    'has-first-grade-senior-high': ['有一级二等以上高中', 'There is a senior high school of grade 1, class 2 or above'],
    'has-first-grade-senior-high.help': ['县内至少一所高中达到省一级二等及以上。', 'At least one in the county.'],
    'industry-education-integration-sufficient': ['产教融合到位', 'Industry and education are integrated'],
    'industry-education-integration-sufficient.help': [
      '考核认定产教融合工作达到要求的填“是”。',
      'Yes if the assessment found the integration sufficient.',
    ],
    'industry-college-progressing': ['产业学院按计划推进', 'The industry college is on schedule'],
    'industry-college-progressing.help': ['规划的产业学院按计划推进的填“是”。', 'Yes if it progresses as planned.'],
    'teaching-results-own-profile': ['教学成果特点明显', 'Teaching results have their own profile'],
    'teaching-results-own-profile.help': [
      '教学成果展示有自身特点的填“是”。',
      'Yes if the results shown have a profile of their own.',
    ],
    'adult-secondary-closure-finished': ['成人中专停办手续已完成', 'Closing of the adult secondary school is finished'],
    'adult-secondary-closure-finished.help': ['停办手续全部办结的填“是”。', 'Yes if all formalities are done.'],
    'vocational-conditions-asked': ['县职办学条件应达标项数', 'Conditions asked of the vocational school'],
    'vocational-conditions-asked.help': ['办学条件考核的指标总项数。', 'Number of conditions in the assessment.'],
    'vocational-conditions-met': ['县职办学条件已达标项数', 'Conditions the vocational school meets'],
    'vocational-conditions-met.help': ['截至填报日已达标的项数。', 'Number met on the day of the report.'],
    'employment-rate': ['中职就业率', 'Employment rate of vocational graduates'],
    'employment-rate.help': ['本县中职毕业生就业率，百分数。', 'Of the county, in percent.'],
    'employment-rate-prefecture': ['全州中职就业率', 'Employment rate in the prefecture'],
    'employment-rate-prefecture.help': ['全州中职毕业生平均就业率，百分数。', 'Mean of the prefecture, in percent.'],
    'primary-teacher-balance-score': ['小学教师均衡发展指数评分', 'Score of the balance of primary teachers'],
    'primary-teacher-balance-score.help': ['上级认定的评分。', 'As scored by the prefecture.'],
    'assessment-rank': ['考核名次', 'Place in the assessment'],
    'assessment-rank.help': ['通报中的名次，第一名填1。', 'As announced; 1 is the best.'],
    'assessed-counties': ['参评县（市）数', 'Counties assessed'],
    'assessed-counties.help': ['参加同一考核的县（市）总数。', 'All counties in the same assessment.'],
  }),
};
