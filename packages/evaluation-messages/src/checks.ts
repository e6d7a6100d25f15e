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
  'check.readable': [
    '这一格的内容不符合要求，请按该项的单位和说明重新填写。',
    'This value cannot be used. Enter it again by the unit and note of the item.',
  ],
  'check.applicable': [
    '按本校的办学类型和已填内容，这一项不需要填，不会参加计算。填错了请清除；确有此数请核对办学类型。',
    'By the school’s type and what was entered, this item is not asked and will not be used. Clear it, or check the school type.',
  ],
  'check.aggregate-differs': [
    '合计数与分项之和不相等。计算采用分项之和；请核对分项，或更正合计数。',
    'The total differs from the sum of its parts. The parts are used; check them, or correct the total.',
  ],
  'check.aggregate-below-parts': [
    '已填的分项加起来比合计数还大。请更正分项或合计数。',
    'The parts entered already exceed the total. Correct the parts or the total.',
  ],
  'check.aggregate-with-partial-parts': [
    '只填了部分分项，暂用合计数计算。请补齐分项；确实没有分项数据的，请说明原因。',
    'Only some of the parts are filled in, so the total is used. Complete the parts, or say why they are not known.',
  ],
  'check.indoor-sports-within-teaching-rooms': [
    '室内体育用房面积大于教学及辅助用房面积。室内体育用房应包含在教学及辅助用房内，请核对两项。',
    'Indoor sports rooms are larger than all teaching and auxiliary rooms, of which they are a part. Check both.',
  ],
  'check.zero-students-with-resources': [
    '在校生数为 0，却填了教师、校舍或设备。请核对在校生数，或清除这些数。',
    'There are no pupils, yet teachers, rooms or equipment are reported. Check the pupils, or clear these values.',
  ],

  'check.class-bands-sum': [
    '各班额段的班级数相加不等于班级总数。请核对各段，没有的填 0。',
    'The classes by size do not add up to the number of classes. Check each band; enter 0 where there are none.',
  ],
  'check.class-bands-capacity': [
    '按各班额段的班级数推算，容纳不下（或远多于）填报的在校生数。请核对在校生数和各班额段。',
    'The pupils do not fit into the classes by size. Check the pupils and the size bands.',
  ],
  'check.classes-zero': [
    '有在校生而班级数为 0。请核对班级数。',
    'There are pupils but no classes. Check the number of classes.',
  ],
  'check.max-class-above-students': [
    '最大班额比该学段在校生数还多。请核对两项。',
    'The largest class has more pupils than the whole stage. Check both.',
  ],
  'check.max-class-below-average': [
    '最大班额 × 班级数 < 在校生数，最大班额比平均班额还小。请核对最大班额、班级数和在校生数。',
    'Largest class × classes is below the number of pupils: the largest class is smaller than the average. Check all three.',
  ],
  'check.largest-class-in-bands': [
    '最大班额不在有班级的最高班额段内。请核对最大班额和各班额段的班级数。',
    'The largest class does not lie in the highest size band that has classes. Check the largest class and the bands.',
  ],

  'check.pupils-in-zone-within-pupils': [
    '划片范围内的学生多于在校生。请核对两项。',
    'More pupils live in the zone than there are pupils. Check both.',
  ],
  'check.migrant-pupils-within-pupils': [
    '随迁子女在校生数多于全校在校生数。请核对。',
    'There are more children of migrant workers than pupils in the school. Check both.',
  ],
  'check.degrees-within-full-time': [
    '分学历的教师数相加多于专任教师总数。同一教师只按最高学历计一次，请核对。',
    'Teachers by degree add up to more than all full-time teachers. Count each once, by the highest degree.',
  ],
  'check.above-degree-within-full-time': [
    '高于规定学历教师数多于专任教师总数。请核对两项。',
    'There are more teachers above the required degree than full-time teachers. Check both.',
  ],
  'check.more-backbone-teachers-than-plausible': [
    '骨干教师数多于专任教师总数。同一教师多个称号只计一次，请核对。',
    'There are more backbone teachers than full-time teachers. A teacher with several titles counts once.',
  ],
  'check.subject-teachers-within-full-time': [
    '体育、音乐、美术、艺术教师数相加多于专任教师总数。一人只在一个学科计一次，请核对。',
    'PE, music, fine-art and arts teachers add up to more than all full-time teachers. A teacher counts in one subject only.',
  ],
  'check.certified-within-full-time': [
    '持有教师资格证的专任教师多于专任教师总数。请核对两项。',
    'More full-time teachers are certified than there are. Check both.',
  ],
  'check.trained-within-full-time': [
    '培训满360学时的专任教师多于专任教师总数。请核对两项。',
    'More full-time teachers have 360 training hours than there are. Check both.',
  ],
  'check.gymnasium-within-indoor-sports': [
    '体育馆面积大于室内体育用房面积。体育馆一般属于室内体育用房，请核对是否漏填或填重；情况属实请说明。',
    'The gymnasium is larger than all indoor sports rooms, of which it is usually a part. Check for a missing or double entry, or explain.',
  ],
  'check.music-rooms-by-size': [
    '按面积分的音乐教室间数相加多于音乐教室总间数。请核对。',
    'Music rooms by size add up to more than all music rooms. Check them.',
  ],
  'check.fine-art-rooms-by-size': [
    '按面积分的美术教室间数相加多于美术教室总间数。请核对。',
    'Fine-art rooms by size add up to more than all fine-art rooms. Check them.',
  ],
  'check.training-funds-within-budget': [
    '教师培训经费预算多于公用经费预算总额。请核对两项和单位（万元）。',
    'The training budget exceeds the whole public funds budget. Check both and the unit (万元).',
  ],
  'check.deceased-within-entry': [
    '三年死亡学生数多于初一时在校生数。请核对两项。',
    'More pupils died than entered. Check both.',
  ],
  'check.left-within-entered': [
    '转出与死亡学生数之和多于初一在校生与转入学生数之和。请核对。',
    'Transfers out and deaths together exceed pupils entered and transferred in. Check them.',
  ],
  'check.retention-above-all': [
    '毕业、转出与死亡学生之和多于初一在校生与转入学生之和，三年巩固率会超过100%。请核对；情况属实（例如复学、留级）请说明。',
    'Graduates, transfers out and deaths exceed pupils entered and transferred in, so three-year retention would be above 100 %. Check, or explain (pupils returning or repeating, for example).',
  ],

  'check.implausible': [
    '这个数明显超出常见范围。请先核对单位和位数（㎡、万元、人）；情况属实请说明。',
    'This is far outside the usual range. Check unit and digits (m², 万元, people) first; if it is right, explain.',
  ],
  'check.change-from-last-year': [
    '与上年相比变化较大。请核对；情况属实请简要说明（例如扩建、合并、调整口径）。',
    'A large change since last year. Check; if it is right, say briefly why (building, merger, another way of counting).',
  ],
};
