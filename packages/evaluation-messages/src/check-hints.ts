import type { Both, Texts } from './language.ts';

/** What to do about a finding, in the order in which to do it, for somebody who knows the school and not the rules. By check rule. */
const hints: Readonly<Record<string, Both>> = {
  required: [
    '请填上数。数量为零填 0，不要留空；暂时不知道的，先问管这项数据的老师。',
    'Enter the number. If there are none, enter 0 instead of leaving it empty; if you do not know it, ask the colleague in charge of these data.',
  ],
  readable: [
    '请清除这一格，重新填写：只填数，不带单位、空格和“约”字；选择题从列表里选。',
    'Clear this cell and enter it again: the number only, without unit, blanks or “about”; for a choice, pick from the list.',
  ],
  applicable: [
    '填错了请清除。本校确实有这个数的，请先核对办学类型，以及决定要不要填这一项的是/否题。',
    'If it is a mistake, clear it. If the school really has this, check the school type first, and the yes/no questions that decide whether it is asked.',
  ],
  'aggregate-differs': [
    '先对照花名册或台账核对各分项；分项无误的，把合计数改成分项之和。',
    'Check the parts against the roll or the books first; if they are right, change the total to their sum.',
  ],
  'aggregate-below-parts': [
    '请看合计数是不是旧数，再看分项里有没有同一人、同一间重复计入，改正错的一方。',
    'See whether the total is an old one, then whether a person or room was counted twice in the parts, and correct the wrong side.',
  ],
  'aggregate-with-partial-parts': [
    '请补齐没有填的分项，没有的填 0。确实只掌握合计数的，请简要说明原因。',
    'Fill in the parts that are missing, 0 where there are none. If only the total is known, say briefly why.',
  ],
  'indoor-sports-within-teaching-rooms': [
    '先看两项单位是否都是 ㎡，再看教学及辅助用房是否漏算了室内体育用房，补进去即可。',
    'See first whether both are in m², then whether the indoor sports rooms were left out of the teaching and auxiliary rooms; add them.',
  ],
  'zero-students-with-resources': [
    '这个学段有学生的，请改正在校生数。没有学生的，请清除教师、班级、校舍、设备各项。',
    'If this stage has pupils, correct their number. If it has none, clear its teachers, classes, rooms and equipment.',
  ],
  'class-bands-sum': [
    '请把每个班按人数归到一段，一个班只归一段，没有班的段填 0，再看各段相加是否等于班级数。',
    'Put each class into one band by its pupils, enter 0 for bands without classes, and see that the bands add up to the number of classes.',
  ],
  'class-bands-capacity': [
    '请对照各班学生名单：先核对在校生数，再看有没有班归错了段。',
    'Take the class lists: check the number of pupils first, then whether a class was put into the wrong band.',
  ],
  'classes-zero': [
    '请填上实际的班级数。复式班按一个班计。',
    'Enter the number of classes. Pupils of several grades taught together are one class.',
  ],
  'max-class-above-students': [
    '请看两个数是否填反，或最大班额填成了全年级人数；最大班额是人数最多的一个班的人数。',
    'See whether the two were exchanged, or a whole grade was entered: the largest class is the pupils of the one class that has most.',
  ],
  'max-class-below-average': [
    '请对照各班学生名单，填人数最多的一个班的人数，再核对班级数有没有漏班。',
    'Take the class lists and enter the pupils of the class that has most, then check that no class is missing from the number of classes.',
  ],
  'largest-class-in-bands': [
    '找出人数最多的一个班：最大班额填它的人数，它所在的一段至少有 1 个班，更高的段填 0。',
    'Find the class with most pupils: enter its size as the largest class; its band has at least one class, and higher bands have 0.',
  ],
  'pupils-in-zone-within-pupils': [
    '划片范围内学生只算在本校就读的，请对照学籍和房产、户籍登记核对。',
    'Only pupils of this school count as living in the zone; compare the roll with the records of homes and households.',
  ],
  'migrant-pupils-within-pupils': [
    '随迁子女只算本校在校生，请从学籍系统按条件导出核对；再看在校生数是否漏了一个学段。',
    'Only pupils of this school count; export them from the roll to check, and see whether a stage is missing from the pupils.',
  ],
  'degrees-within-full-time': [
    '每名专任教师只按最高学历计一次，不计外聘、走教和已调离的教师；再核对专任教师总数。',
    'Count each full-time teacher once, by the highest degree, without visiting teachers and those who left; then check the number of full-time teachers.',
  ],
  'above-degree-within-full-time': [
    '高于规定学历教师包含在专任教师里，请对照教师名册，改正填错的一项。',
    'They are among the full-time teachers: compare the staff roll and correct the wrong number.',
  ],
  'more-backbone-teachers-than-plausible': [
    '骨干教师要有县级以上证书且在本校任教；一人有几个称号只计一次，分学段的不要重复计。',
    'A backbone teacher has a certificate of the county or above and teaches here; count a person once, whatever the titles, and in one stage only.',
  ],
  'subject-teachers-within-full-time': [
    '每人只在主要任教的一个学科计一次；兼课、走教的不计入这几项。',
    'Count each person once, in the main subject; those who only lend a hand or visit do not count here.',
  ],
  'certified-within-full-time': [
    '只计专任教师中持证的人，请对照教师资格证登记改正。',
    'Count only full-time teachers who hold the certificate; correct by the register of certificates.',
  ],
  'trained-within-full-time': [
    '只计五年内满360学时的专任教师，请对照继续教育登记改正。',
    'Count only full-time teachers with 360 hours within five years; correct by the training records.',
  ],
  'gymnasium-within-indoor-sports': [
    '请看室内体育用房是否漏算了体育馆，或体育馆面积多填了一位。独立的体育馆不计入室内体育用房的，请说明。',
    'See whether the gymnasium was left out of the indoor sports rooms, or has a digit too many. If it is kept apart from them for a reason, explain.',
  ],
  'music-rooms-by-size': [
    '每间音乐教室只归一个面积段；各段相加不能多于总间数。',
    'Put each music room into one size only; together they cannot be more than all music rooms.',
  ],
  'fine-art-rooms-by-size': [
    '每间美术教室只归一个面积段；各段相加不能多于总间数。',
    'Put each fine-art room into one size only; together they cannot be more than all fine-art rooms.',
  ],
  'training-funds-within-budget': [
    '先看两项单位是否都是万元，再对照预算批复：教师培训经费是公用经费预算的一部分。',
    'See first whether both are in 万元, then compare the approved budget: training is a part of the public funds.',
  ],
  'deceased-within-entry': [
    '请对照学籍变动记录，只填这一届学生三年内死亡的人数，没有填 0。',
    'Take the records of this year group and enter only those who died within the three years; 0 if none.',
  ],
  'left-within-entered': [
    '请对照学籍变动记录，核对这一届的初一人数、转入、转出，看是否把各年级的转学都算了进来。',
    'Take the records of this year group: check entries, transfers in and out, and see whether transfers of other grades were counted as well.',
  ],
  'retention-above-all': [
    '请核对这一届的毕业、转入、转出人数，转入容易漏填。有复学、留级等情况的，请说明人数。',
    'Check graduates and transfers of this year group; transfers in are often forgotten. If pupils returned or repeated, say how many.',
  ],
  'rural-small-school-contradicted': [
    '先核对学校所在地类型和在校生数；都没有错的，把这一项改为“否”。',
    'Check the location of the school and its pupils first; if both are right, change this answer to “no”.',
  ],
  'rural-small-school-overlooked': [
    '符合条件的请改为“是”，并填写交流、走教的体育、艺术教师，这些教师可以计入。确实不符合的不用改。',
    'If it applies, change it to “yes” and enter the visiting PE and arts teachers, who may then count. If it does not apply, leave it.',
  ],
  'rural-small-classes-contradicted': [
    '先核对最大班额和学校所在地类型；都没有错的，把这一项改为“否”。',
    'Check the largest class and the location of the school first; if both are right, change this answer to “no”.',
  ],
  'rural-small-classes-overlooked': [
    '符合条件的请改为“是”，音乐、美术教室面积可以按特殊规定计算。确实不符合的不用改。',
    'If it applies, change it to “yes”: a special rule on the size of music and art rooms may then be used. If it does not apply, leave it.',
  ],
  'built-2016-follows-from-2010': [
    '2010年及之前建成的，一定也是2016年及之前建成。请按竣工材料改正其中一项。',
    'What was built by 2010 was also built by 2016. Correct one of the two by the completion papers.',
  ],
  'built-2010-before-founded': [
    '请核对建校年份和校舍竣工时间。新校迁入旧校舍的，请说明。',
    'Check the year of founding and the completion of the buildings. If a new school moved into older buildings, explain.',
  ],
  'built-2016-before-founded': [
    '请核对建校年份和校舍竣工时间。新校迁入旧校舍的，请说明。',
    'Check the year of founding and the completion of the buildings. If a new school moved into older buildings, explain.',
  ],
  implausible: [
    '先看单位（㎡、万元、人）和位数有没有错；情况属实的，请说明。',
    'See first whether the unit (m², 万元, people) and the number of digits are right; if it is true, explain.',
  ],
  'pupils-per-teacher': [
    '请核对在校生数，再看专任教师总数是否漏了一个学段的教师；情况属实的，请说明。',
    'Check the pupils, then whether the teachers of a stage are missing from the full-time teachers; if it is true, explain.',
  ],
  'pupils-per-class': [
    '请核对在校生数，再看班级数有没有漏班；情况属实的，请说明。',
    'Check the pupils, then whether a class is missing from the number of classes; if it is true, explain.',
  ],
  'funds-spent-of-budget': [
    '先看两项单位是否都是万元、是否同一年度；情况属实（如追加预算）的，请说明。',
    'See first whether both are in 万元 and of the same year; if it is true (a budget added later, for example), explain.',
  ],
  'change-from-last-year': [
    '请核对今年的数，再看上年的数是否填对；情况属实的，请简要说明，例如扩建、合并、调整口径。',
    'Check this year’s number, then whether last year’s was right; if it is true, say briefly why: building, a merger, another way of counting.',
  ],
  'unusual-among-peers': [
    '先看单位和位数有没有错，再核对这个数用到的各项；情况属实的，请说明本校有什么不同。',
    'See first whether unit and digits are right, then check the numbers it is made of; if it is true, say in what the school differs.',
  ],
  'self-check-degrees-within-teachers': [
    '学历合格教师包含在专任教师里，请对照教师名册，改正填错的一项。',
    'Teachers with the required degree are among the full-time teachers: compare the staff roll and correct the wrong number.',
  ],
  'self-check-associate-within-teachers': [
    '大专及以上学历教师包含在专任教师里，请对照教师名册，改正填错的一项。',
    'Teachers with an associate degree or higher are among the full-time teachers: compare the staff roll and correct the wrong number.',
  ],
};

export const checkHintTexts: Texts = Object.fromEntries(
  Object.entries(hints).map(([rule, both]) => [`check.${rule}.hint`, both]),
);
