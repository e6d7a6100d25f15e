import type { ItemTexts } from './item-texts.ts';

/** 学生信息 and 班级信息. Counted at the start of the school year (学年初注册学籍). */
export const pupilItems: ItemTexts = {
  pupils: {
    name: ['在校生数', 'Pupils'],
    help: [
      '本学年初在本校注册学籍的在校学生人数，按学段分别填写（年报口径一般见教基3112 小学、教基3115 初中、教基3118 高中）。已转出、休学期满未复学的不计；只在本校借读而学籍在外校的不计。高中人数只用来在学段之间分摊校舍和设备，不参加评估。',
      'Pupils registered at this school at the start of the school year, each stage on its own (usually statistics forms 教基3112 primary, 教基3115 junior, 教基3118 senior). Leave out pupils who have moved away and pupils who only study here while registered elsewhere. Senior pupils serve only to divide rooms and equipment between stages; they are not evaluated.',
    ],
  },
  'pupils-in-zone': {
    name: ['家庭住址在划片范围内的在校生数', 'Pupils living in the school’s zone'],
    help: [
      '在校生中，家庭住址（户籍或实际居住地，按当地招生办法认定）在本校划片招生范围内的人数，不能多于该学段在校生数。',
      'Of the pupils, those whose home (as the local enrolment rules define it) lies in the zone assigned to this school. It cannot exceed the pupils of the stage.',
    ],
  },
  'migrant-pupils': {
    name: ['进城务工人员随迁子女在校生数', 'Children of migrant workers'],
    help: [
      '全校在校生中，户籍登记在外省（区、市）或本省外县乡村、随务工父母到本地上学的人数。没有就填 0，不要留空。',
      'Of all pupils of the school, those registered in a village of another province or county who came here with parents working in town. If there are none, enter 0; do not leave it empty.',
    ],
  },
  classes: {
    name: ['班级数', 'Classes'],
    help: [
      '该学段本学年的教学班个数。下面各班额段的班级数相加应等于这个数；复式班按一个班计。',
      'Teaching classes of the stage this year. The class-size bands below must add up to this number; a multi-grade class counts as one.',
    ],
  },
  'classes-1-to-25': {
    name: ['25人及以下班级数', 'Classes of 25 or fewer'],
    help: ['班内学生1至25人的班级个数。没有就填 0。', 'Classes with 1 to 25 pupils. If there are none, enter 0.'],
  },
  'classes-26-to-30': {
    name: ['26—30人班级数', 'Classes of 26 to 30'],
    help: ['班内学生26至30人的班级个数。没有就填 0。', 'Classes with 26 to 30 pupils. If there are none, enter 0.'],
  },
  'classes-31-to-35': {
    name: ['31—35人班级数', 'Classes of 31 to 35'],
    help: ['班内学生31至35人的班级个数。没有就填 0。', 'Classes with 31 to 35 pupils. If there are none, enter 0.'],
  },
  'classes-36-to-40': {
    name: ['36—40人班级数', 'Classes of 36 to 40'],
    help: ['班内学生36至40人的班级个数。没有就填 0。', 'Classes with 36 to 40 pupils. If there are none, enter 0.'],
  },
  'classes-41-to-45': {
    name: ['41—45人班级数', 'Classes of 41 to 45'],
    help: [
      '班内学生41至45人的班级个数。没有就填 0。小学班额要求不超过45人。',
      'Classes with 41 to 45 pupils. If there are none, enter 0. Primary classes may not exceed 45.',
    ],
  },
  'classes-46-to-50': {
    name: ['46—50人班级数', 'Classes of 46 to 50'],
    help: [
      '班内学生46至50人的班级个数。没有就填 0。初中班额要求不超过50人，小学到这一段已经超额。',
      'Classes with 46 to 50 pupils. If there are none, enter 0. Junior classes may not exceed 50; a primary class in this band is too large.',
    ],
  },
  'classes-51-to-55': {
    name: ['51—55人班级数', 'Classes of 51 to 55'],
    help: ['班内学生51至55人的班级个数。没有就填 0。', 'Classes with 51 to 55 pupils. If there are none, enter 0.'],
  },
  'classes-56-to-60': {
    name: ['56—60人班级数', 'Classes of 56 to 60'],
    help: [
      '班内学生56至60人的班级个数（56人起一般称“大班额”）。没有就填 0。',
      'Classes with 56 to 60 pupils (from 56 usually called a large class). If there are none, enter 0.',
    ],
  },
  'classes-61-to-65': {
    name: ['61—65人班级数', 'Classes of 61 to 65'],
    help: ['班内学生61至65人的班级个数。没有就填 0。', 'Classes with 61 to 65 pupils. If there are none, enter 0.'],
  },
  'classes-66-and-over': {
    name: ['66人及以上班级数', 'Classes of 66 or more'],
    help: [
      '班内学生66人及以上的班级个数（一般称“超大班额”）。没有就填 0。',
      'Classes with 66 pupils or more (usually called an oversized class). If there are none, enter 0.',
    ],
  },
  'largest-class': {
    name: ['最大班额', 'Largest class'],
    help: [
      '该学段人数最多的那个班有多少学生。要求每个班：小学不超过45人，初中不超过50人。',
      'The number of pupils in the largest class of the stage. Every class counts: at most 45 in primary, 50 in junior.',
    ],
  },
};
