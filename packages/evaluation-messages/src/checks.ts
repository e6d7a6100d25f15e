import type { Texts } from './language.ts';

/** Findings of the data-quality checks: what is wrong, and what to do. `check.<rule>` of the core's editions. */
export const checkTexts: Texts = {
  'severity.hard': ['必须更正', 'Must be corrected'],
  'severity.soft': ['请核对或说明', 'Check or explain'],
  'severity.information': ['提示', 'For your information'],

  'check.required': [
    '这一项必须填写。数量为零请填 0，不要留空。',
    'This must be filled in. If there are none, enter 0; do not leave it empty.',
  ],
  'check.readable': ['这一格的内容不能用：{problem:problem}', 'This value cannot be used: {problem:problem}'],
  'check.applicable': [
    '按本校的办学类型和已填内容，这一项不需要填，不会参加计算。填错了请清除；确有此数请核对办学类型。',
    'By the school’s type and what was entered, this item is not asked and will not be used. Clear it, or check the school type.',
  ],
  'check.aggregate-differs': [
    '合计数 {aggregate} 与分项之和 {parts} 不相等（{quantity:quantity}）。计算采用分项之和；请核对分项，或更正合计数。',
    'The total {aggregate} differs from the sum of its parts, {parts} ({quantity:quantity}). The parts are used; check them, or correct the total.',
  ],
  'check.aggregate-below-parts': [
    '已填的分项合计 {parts}，比合计数 {aggregate} 还大（{quantity:quantity}）。请更正分项或合计数。',
    'The parts entered make {parts}, already more than the total {aggregate} ({quantity:quantity}). Correct the parts or the total.',
  ],
  'check.aggregate-with-partial-parts': [
    '还有 {missing} 个分项没有填，暂用合计数 {aggregate} 计算（{quantity:quantity}）。请补齐分项；确实没有分项数据的，请说明原因。',
    '{missing} of the parts are not filled in, so the total {aggregate} is used ({quantity:quantity}). Complete the parts, or say why they are not known.',
  ],
  'check.indoor-sports-within-teaching-rooms': [
    '室内体育用房面积大于教学及辅助用房面积，相减得 {parts} ㎡。室内体育用房应包含在教学及辅助用房内，请核对两项。',
    'Indoor sports rooms are larger than all teaching and auxiliary rooms, of which they are a part: the difference is {parts} m². Check both.',
  ],
  'check.zero-students-with-resources': [
    '在校生数为 0，却填了教师、校舍或设备。请核对在校生数，或清除这些数。',
    'There are no pupils, yet teachers, rooms or equipment are reported. Check the pupils, or clear these values.',
  ],

  'check.class-bands-sum': [
    '{stage:stage}各班额段的班级数相加是 {left}，班级数填的是 {right}，应相等。请核对各段，没有的填 0。',
    'The {stage:stage} classes by size add up to {left}, but the number of classes is {right}. They must be equal: check each band; enter 0 where there are none.',
  ],
  'check.class-bands-capacity': [
    '按{stage:stage}各班额段的班级数，学生应不少于 {least} 人、不多于 {most} 人，在校生数填的是 {pupils} 人。请核对在校生数和各班额段。',
    'By the {stage:stage} classes of each size there must be at least {least} and at most {most} pupils, but {pupils} are reported. Check the pupils and the size bands.',
  ],
  'check.classes-zero': [
    '{stage:stage}有 {pupils} 名在校生，班级数却是 0。请核对班级数。',
    'There are {pupils} {stage:stage} pupils but no classes. Check the number of classes.',
  ],
  'check.max-class-above-students': [
    '{stage:stage}最大班额 {left} 人，比在校生数 {right} 人还多。请核对两项。',
    'The largest {stage:stage} class has {left} pupils, more than the stage’s {right}. Check both.',
  ],
  'check.max-class-below-average': [
    '{stage:stage}有 {pupils} 名学生、{classes} 个班，最大班额只有 {largest} 人，比平均班额还小。请核对这三项。',
    '{pupils} {stage:stage} pupils in {classes} classes, yet the largest class has {largest}: less than the average. Check all three.',
  ],
  'check.largest-class-in-bands': [
    '{stage:stage}最大班额 {largest} 人，与 {minimum} 至 {maximum} 人一段的班级数对不上：最大班额应落在有班级的最高一段。请核对最大班额和各段班级数。',
    'The largest {stage:stage} class, {largest}, does not agree with the classes of {minimum} to {maximum} pupils: it must lie in the highest band that has classes. Check both.',
  ],

  'check.pupils-in-zone-within-pupils': [
    '{stage:stage}划片范围内学生 {left} 人，多于在校生 {right} 人。请核对两项。',
    '{left} {stage:stage} pupils live in the zone, more than the {right} pupils there are. Check both.',
  ],
  'check.migrant-pupils-within-pupils': [
    '随迁子女在校生 {left} 人，多于小学、初中、高中在校生合计 {right} 人。请核对。',
    '{left} children of migrant workers are more than the {right} pupils of the school. Check both.',
  ],
  'check.degrees-within-full-time': [
    '分学历的教师合计 {left} 人，多于专任教师总数 {right} 人。同一教师只按最高学历计一次，请核对。',
    'Teachers by degree add up to {left}, more than the {right} full-time teachers. Count each once, by the highest degree.',
  ],
  'check.above-degree-within-full-time': [
    '高于规定学历教师 {left} 人，多于专任教师总数 {right} 人。请核对两项。',
    '{left} teachers above the required degree are more than the {right} full-time teachers. Check both.',
  ],
  'check.more-backbone-teachers-than-plausible': [
    '骨干教师 {left} 人，多于专任教师总数 {right} 人。同一教师多个称号只计一次，请核对。',
    '{left} backbone teachers are more than the {right} full-time teachers. A teacher with several titles counts once.',
  ],
  'check.subject-teachers-within-full-time': [
    '体育、音乐、美术、艺术教师合计 {left} 人，多于专任教师总数 {right} 人。一人只在一个学科计一次，请核对。',
    'PE, music, fine-art and arts teachers add up to {left}, more than the {right} full-time teachers. A teacher counts in one subject only.',
  ],
  'check.certified-within-full-time': [
    '持有教师资格证的专任教师 {left} 人，多于专任教师总数 {right} 人。请核对两项。',
    '{left} certified teachers are more than the {right} full-time teachers. Check both.',
  ],
  'check.trained-within-full-time': [
    '培训满360学时的专任教师 {left} 人，多于专任教师总数 {right} 人。请核对两项。',
    '{left} teachers with 360 training hours are more than the {right} full-time teachers. Check both.',
  ],
  'check.gymnasium-within-indoor-sports': [
    '体育馆 {left} ㎡，大于室内体育用房 {right} ㎡。体育馆一般属于室内体育用房，请核对是否漏填或填重；情况属实请说明。',
    'The gymnasium, {left} m², is larger than all indoor sports rooms, {right} m², of which it is usually a part. Check for a missing or double entry, or explain.',
  ],
  'check.music-rooms-by-size': [
    '按面积分的音乐教室合计 {left} 间，多于音乐教室总间数 {right} 间。请核对。',
    'Music rooms by size add up to {left}, more than the {right} music rooms. Check them.',
  ],
  'check.fine-art-rooms-by-size': [
    '按面积分的美术教室合计 {left} 间，多于美术教室总间数 {right} 间。请核对。',
    'Fine-art rooms by size add up to {left}, more than the {right} fine-art rooms. Check them.',
  ],
  'check.training-funds-within-budget': [
    '教师培训经费预算 {left} 万元，多于公用经费预算总额 {right} 万元。请核对两项和单位（万元）。',
    'The training budget, {left} 万元, exceeds the whole public funds budget, {right} 万元. Check both and the unit (万元).',
  ],
  'check.deceased-within-entry': [
    '三年死亡学生 {left} 人，多于初一时在校生 {right} 人。请核对两项。',
    '{left} pupils died, more than the {right} who entered. Check both.',
  ],
  'check.left-within-entered': [
    '转出与死亡学生合计 {left} 人，多于初一在校生与转入学生合计 {right} 人。请核对。',
    'Transfers out and deaths make {left}, more than the {right} who entered or transferred in. Check them.',
  ],
  'check.retention-above-all': [
    '毕业、转出与死亡学生合计 {left} 人，多于初一在校生与转入学生合计 {right} 人，三年巩固率会超过100%。请核对；情况属实（例如复学、留级）请说明。',
    'Graduates, transfers out and deaths make {left}, more than the {right} who entered or transferred in, so three-year retention would be above 100 %. Check, or explain (pupils returning or repeating, for example).',
  ],

  'check.implausible': [
    '填的是 {value}，超出常见范围（{bound:bound} {limit}）。请先核对单位和位数（㎡、万元、人）；情况属实请说明。',
    '{value} is outside the usual range ({bound:bound} {limit}). Check unit and digits (m², 万元, people) first; if it is right, explain.',
  ],
  'check.change-from-last-year': [
    '上年 {before}，今年 {now}，变化较大。请核对；情况属实请简要说明（例如扩建、合并、调整口径）。',
    '{before} last year, {now} this year: a large change. Check; if it is right, say briefly why (building, merger, another way of counting).',
  ],

  'bound.minimum': ['不低于', 'at least'],
  'bound.maximum': ['不超过', 'at most'],
  'bound.maximum-per-pupil': ['平均每名学生不超过', 'at most, for each pupil,'],
};
