import type { Condition } from '../../../items/condition.ts';

/** Schools whose seven indicators are computed; special-education and vocational schools report only who they are and their staff. */
export const ordinarySchool: Condition = {
  kind: 'choice-is',
  item: 'school-type',
  anyOf: ['primary', 'junior', 'nine-year', 'twelve-year', 'full-middle', 'teaching-point'],
};

/** 50人及以上但不足100人的乡村小规模学校和教学点 */
export const ruralSmallSchool: Condition = { kind: 'flag-is', item: 'rural-50-to-99-pupils', value: 'yes' };

/** 人口密度过高的大城市中心城区学校 */
export const denseCityCentre: Condition = { kind: 'flag-is', item: 'dense-city-centre', value: 'yes' };

/** 农村小规模学校, 最大班额低于30人 */
export const ruralSmallClasses: Condition = { kind: 'flag-is', item: 'rural-largest-class-under-30', value: 'yes' };

/** 不足100名学生的村小学和教学点 */
export const villageSchool: Condition = {
  kind: 'any',
  conditions: [
    { kind: 'choice-is', item: 'school-type', anyOf: ['teaching-point'] },
    {
      kind: 'all',
      conditions: [
        { kind: 'choice-is', item: 'school-type', anyOf: ['primary'] },
        { kind: 'choice-is', item: 'locale', anyOf: ['rural'] },
      ],
    },
  ],
};

/** 城区和镇区公办小学、初中（均不含寄宿制学校） */
export const publicDaySchoolInTown: Condition = {
  kind: 'all',
  conditions: [
    ordinarySchool,
    { kind: 'choice-is', item: 'ownership', anyOf: ['public'] },
    { kind: 'choice-is', item: 'locale', anyOf: ['urban', 'town'] },
    { kind: 'flag-is', item: 'boarding', value: 'no' },
  ],
};

/** Everybody but vocational schools (职业学校), which are no part of compulsory education. */
export const notVocational: Condition = {
  kind: 'not',
  condition: { kind: 'choice-is', item: 'school-type', anyOf: ['vocational'] },
};

export function both(...conditions: readonly Condition[]): Condition {
  return { kind: 'all', conditions };
}
