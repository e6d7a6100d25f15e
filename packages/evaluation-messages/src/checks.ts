import type { Texts } from './language.ts';

/** What the data-quality checks find wrong: `check.<rule>` of the core's editions. How to mend it stands in `check-hints.ts`. */
export const checkTexts: Texts = {
  'severity.hard': ['必须更正', 'Must be corrected'],
  'severity.soft': ['请核对或说明', 'Check or explain'],
  'severity.information': ['提示', 'For your information'],

  'check.required': ['这一项还没有填，必须填写。', 'This is not filled in yet, and must be.'],
  'check.readable': ['这一格的内容不能用：{problem:problem}', 'This value cannot be used: {problem:problem}'],
  'check.applicable': [
    '按本校的办学类型和已填内容，这一项不需要填，不会参加计算。',
    'By the school’s type and what was entered, this item is not asked and will not be used.',
  ],
  'check.aggregate-differs': [
    '合计数 {aggregate} 与分项之和 {parts} 不相等（{quantity:quantity}）。计算采用分项之和。',
    'The total {aggregate} differs from the sum of its parts, {parts} ({quantity:quantity}). The parts are used.',
  ],
  'check.aggregate-below-parts': [
    '已填的分项合计 {parts}，比合计数 {aggregate} 还大（{quantity:quantity}）。',
    'The parts entered make {parts}, already more than the total {aggregate} ({quantity:quantity}).',
  ],
  'check.aggregate-with-partial-parts': [
    '还有 {missing} 个分项没有填，暂用合计数 {aggregate} 计算（{quantity:quantity}）。',
    '{missing} of the parts are not filled in, so the total {aggregate} is used ({quantity:quantity}).',
  ],
  'check.indoor-sports-within-teaching-rooms': [
    '室内体育用房面积大于教学及辅助用房面积，相减得 {parts} ㎡；室内体育用房应包含在教学及辅助用房内。',
    'Indoor sports rooms are larger than all teaching and auxiliary rooms, of which they are a part: the difference is {parts} m².',
  ],
  'check.zero-students-with-resources': [
    '在校生数为 0，却填了教师、校舍或设备。',
    'There are no pupils, yet teachers, rooms or equipment are reported.',
  ],

  'check.class-bands-sum': [
    '{stage:stage}各班额段的班级数相加是 {left}，班级数填的是 {right}，应相等。',
    'The {stage:stage} classes by size add up to {left}, but the number of classes is {right}. They must be equal.',
  ],
  'check.class-bands-capacity': [
    '按{stage:stage}各班额段的班级数，学生应不少于 {least} 人、不多于 {most} 人，在校生数填的是 {pupils} 人。',
    'By the {stage:stage} classes of each size there must be at least {least} and at most {most} pupils, but {pupils} are reported.',
  ],
  'check.classes-zero': [
    '{stage:stage}有 {pupils} 名在校生，班级数却是 0。',
    'There are {pupils} {stage:stage} pupils but no classes.',
  ],
  'check.max-class-above-students': [
    '{stage:stage}最大班额 {left} 人，比在校生数 {right} 人还多。',
    'The largest {stage:stage} class has {left} pupils, more than the stage’s {right}.',
  ],
  'check.max-class-below-average': [
    '{stage:stage}有 {pupils} 名学生、{classes} 个班，最大班额只有 {largest} 人，比平均班额还小。',
    '{pupils} {stage:stage} pupils in {classes} classes, yet the largest class has {largest}: less than the average.',
  ],
  'check.largest-class-in-bands': [
    '{stage:stage}最大班额 {largest} 人，与 {minimum} 至 {maximum} 人一段的班级数对不上：最大班额应落在有班级的最高一段。',
    'The largest {stage:stage} class, {largest}, does not agree with the classes of {minimum} to {maximum} pupils: it must lie in the highest band that has classes.',
  ],

  'check.pupils-in-zone-within-pupils': [
    '{stage:stage}划片范围内学生 {left} 人，多于在校生 {right} 人。',
    '{left} {stage:stage} pupils live in the zone, more than the {right} pupils there are.',
  ],
  'check.migrant-pupils-within-pupils': [
    '随迁子女在校生 {left} 人，多于小学、初中、高中在校生合计 {right} 人。',
    '{left} children of migrant workers are more than the {right} pupils of the school.',
  ],
  'check.degrees-within-full-time': [
    '分学历的教师合计 {left} 人，多于专任教师总数 {right} 人。',
    'Teachers by degree add up to {left}, more than the {right} full-time teachers.',
  ],
  'check.above-degree-within-full-time': [
    '高于规定学历教师 {left} 人，多于专任教师总数 {right} 人。',
    '{left} teachers above the required degree are more than the {right} full-time teachers.',
  ],
  'check.more-backbone-teachers-than-plausible': [
    '骨干教师 {left} 人，多于专任教师总数 {right} 人。',
    '{left} backbone teachers are more than the {right} full-time teachers.',
  ],
  'check.subject-teachers-within-full-time': [
    '体育、音乐、美术、艺术教师合计 {left} 人，多于专任教师总数 {right} 人。',
    'PE, music, fine-art and arts teachers add up to {left}, more than the {right} full-time teachers.',
  ],
  'check.certified-within-full-time': [
    '持有教师资格证的专任教师 {left} 人，多于专任教师总数 {right} 人。',
    '{left} certified teachers are more than the {right} full-time teachers.',
  ],
  'check.trained-within-full-time': [
    '培训满360学时的专任教师 {left} 人，多于专任教师总数 {right} 人。',
    '{left} teachers with 360 training hours are more than the {right} full-time teachers.',
  ],
  'check.gymnasium-within-indoor-sports': [
    '体育馆 {left} ㎡，大于室内体育用房 {right} ㎡；体育馆一般属于室内体育用房。',
    'The gymnasium, {left} m², is larger than all indoor sports rooms, {right} m², of which it is usually a part.',
  ],
  'check.music-rooms-by-size': [
    '按面积分的音乐教室合计 {left} 间，多于音乐教室总间数 {right} 间。',
    'Music rooms by size add up to {left}, more than the {right} music rooms.',
  ],
  'check.fine-art-rooms-by-size': [
    '按面积分的美术教室合计 {left} 间，多于美术教室总间数 {right} 间。',
    'Fine-art rooms by size add up to {left}, more than the {right} fine-art rooms.',
  ],
  'check.training-funds-within-budget': [
    '教师培训经费预算 {left} 万元，多于公用经费预算总额 {right} 万元。',
    'The training budget, {left} 万元, exceeds the whole public funds budget, {right} 万元.',
  ],
  'check.deceased-within-entry': [
    '三年死亡学生 {left} 人，多于初一时在校生 {right} 人。',
    '{left} pupils died, more than the {right} who entered.',
  ],
  'check.left-within-entered': [
    '转出与死亡学生合计 {left} 人，多于初一在校生与转入学生合计 {right} 人。',
    'Transfers out and deaths make {left}, more than the {right} who entered or transferred in.',
  ],
  'check.retention-above-all': [
    '毕业、转出与死亡学生合计 {left} 人，多于初一在校生与转入学生合计 {right} 人，三年巩固率会超过100%。',
    'Graduates, transfers out and deaths make {left}, more than the {right} who entered or transferred in, so three-year retention would be above 100 %.',
  ],

  'check.rural-small-school-contradicted': [
    '填了“50至99人的乡村小规模学校或教学点”，但本校不在乡村，或义务教育阶段在校生（{pupils} 人）不在50至99人之间。',
    'The school is called a rural small school of 50 to 99 pupils, but it is not in the countryside, or its pupils in compulsory education ({pupils}) are not 50 to 99.',
  ],
  'check.rural-small-school-overlooked': [
    '本校在乡村，义务教育阶段在校生 {pupils} 人，属于50至99人的乡村小规模学校，却填了“否”。',
    'The school is in the countryside and has {pupils} pupils in compulsory education, so it is a rural small school of 50 to 99 pupils; “no” was entered.',
  ],
  'check.rural-small-classes-contradicted': [
    '填了“最大班额低于30人的农村小规模学校”，但本校在城区，或最大班额（{largest} 人）不低于30人。',
    'The school is called a rural small school whose classes are all under 30, but it is in the city, or its largest class ({largest}) is not under 30.',
  ],
  'check.rural-small-classes-overlooked': [
    '本校在乡村，学生不足100人，最大班额 {largest} 人、低于30人，却填了“否”。',
    'The school is in the countryside, has fewer than 100 pupils and its largest class has {largest}, under 30; “no” was entered.',
  ],
  'check.built-2016-follows-from-2010': [
    '2010年及之前建成填“是”，2016年及之前建成却填“否”，两项矛盾。',
    'Built in 2010 or before is “yes”, but built in 2016 or before is “no”: they contradict each other.',
  ],
  'check.built-2010-before-founded': [
    '校舍填的是2010年及之前建成，建校年份却是 {founded} 年。',
    'The buildings are said to be of 2010 or before, but the school was founded in {founded}.',
  ],
  'check.built-2016-before-founded': [
    '校舍填的是2016年及之前建成，建校年份却是 {founded} 年。',
    'The buildings are said to be of 2016 or before, but the school was founded in {founded}.',
  ],

  'check.implausible': [
    '填的是 {value}，超出常见范围（{bound:bound} {limit}）。',
    '{value} is outside the usual range ({bound:bound} {limit}).',
  ],
  'check.pupils-per-teacher': [
    '在校生 {of} 人、专任教师 {by} 人，每名教师 {value} 名学生，超出常见范围（{bound:bound} {limit}）。',
    '{of} pupils and {by} full-time teachers make {value} pupils for each teacher, outside the usual range ({bound:bound} {limit}).',
  ],
  'check.pupils-per-class': [
    '{stage:stage}在校生 {of} 人、班级 {by} 个，平均每班 {value} 人，超出常见范围（{bound:bound} {limit}）。',
    '{of} {stage:stage} pupils in {by} classes make {value} for each class, outside the usual range ({bound:bound} {limit}).',
  ],
  'check.funds-spent-of-budget': [
    '公用经费决算 {of} 万元，是预算 {by} 万元的 {value} 倍，超出常见范围（{bound:bound} {limit} 倍）。',
    'Public funds spent, {of} 万元, are {value} times the budget of {by} 万元, outside the usual range ({bound:bound} {limit} times).',
  ],
  'check.change-from-last-year': [
    '上年 {before}，今年 {now}，变化较大。',
    '{before} last year, {now} this year: a large change.',
  ],
  'check.unusual-among-peers': [
    '{peer-measure:measure}为 {value}，与同类学校（{count} 所，中间值 {median}）相差很大。',
    '{peer-measure:measure}: {value}, far from schools of the same type ({count} schools, the middle one {median}).',
  ],

  'peer-measure.pupils-per-teacher': ['每名专任教师的学生数', 'Pupils for each full-time teacher'],
  'peer-measure.pupils-per-class': ['平均班额', 'Pupils for each class'],
  'peer-measure.above-degree-per-100': [
    '每百名学生高于规定学历教师数',
    'Teachers above the required degree for 100 pupils',
  ],
  'peer-measure.backbone-per-100': ['每百名学生骨干教师数', 'Backbone teachers for 100 pupils'],
  'peer-measure.teaching-rooms-per-pupil': [
    '生均教学及辅助用房面积（㎡）',
    'Teaching and auxiliary rooms for each pupil (m²)',
  ],
  'peer-measure.sports-area-per-pupil': ['生均体育运动场馆面积（㎡）', 'Sports area for each pupil (m²)'],
  'peer-measure.equipment-per-pupil': ['生均教学仪器设备值（元）', 'Teaching equipment for each pupil (yuan)'],
  'peer-measure.multimedia-per-100': ['每百名学生网络多媒体教室数', 'Networked multimedia classrooms for 100 pupils'],
  'peer-measure.public-funds-per-pupil': ['生均公用经费决算（元）', 'Public funds spent for each pupil (yuan)'],

  'bound.minimum': ['不低于', 'at least'],
  'bound.maximum': ['不超过', 'at most'],
  'bound.maximum-per-pupil': ['平均每名学生不超过', 'at most, for each pupil,'],
};
