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

export function both(...conditions: readonly Condition[]): Condition {
  return { kind: 'all', conditions };
}
