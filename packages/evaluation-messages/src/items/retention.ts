import type { ItemTexts } from './item-texts.ts';

/** 巩固率数据: this year's leaving class, followed over three years; junior only. */
export const retentionItems: ItemTexts = {
  graduates: {
    name: ['本届毕业学生数', 'Graduates of this year'],
    help: [
      '本学年初中毕业的学生人数，以毕业名册为准。',
      'Pupils who finished junior school this year, by the graduation list.',
    ],
  },
  'entry-pupils': {
    name: ['毕业年级初一时在校生数', 'The same year group when it entered'],
    help: [
      '本届毕业年级三年前升入初一（七年级）时、学年初注册的在校生数。',
      'Pupils of this leaving year group registered when it entered grade 7, three years ago.',
    ],
  },
  'transferred-in': {
    name: ['毕业年级三年转入学生数', 'Transferred in over three years'],
    help: [
      '本届毕业年级三年中从外校转入、已办理学籍手续的学生人数。没有就填 0。',
      'Pupils who joined this year group from other schools over the three years, with registration. If there are none, enter 0.',
    ],
  },
  'transferred-out': {
    name: ['毕业年级三年转出学生数', 'Transferred out over three years'],
    help: [
      '本届毕业年级三年中转到外校、已办理学籍手续的学生人数。辍学的不计入。没有就填 0。',
      'Pupils of this year group who moved to other schools over the three years, with registration. Drop-outs do not count. If there are none, enter 0.',
    ],
  },
  deceased: {
    name: ['毕业年级三年死亡学生数', 'Deceased over three years'],
    help: [
      '本届毕业年级三年中去世的学生人数。没有就填 0。',
      'Pupils of this year group who died during the three years. If there are none, enter 0.',
    ],
  },
};
