import type { Amount } from '../../../items/amount.ts';
import { constant, difference, reported, sum } from '../amount-builders.ts';
import type { RequirementRule } from '../../requirement.ts';

/** Over all junior schools of the county. */
function total(of: Amount): Amount {
  return { kind: 'total-of-schools', of, where: null, schools: 'registered' };
}
const junior = (item: string) => reported(item, 'junior');
const share = { kind: 'share', multiplier: '100', comparator: 'at-least', limit: constant('95') } as const;

/**
 * 初中三年巩固率, by two formulas in use, which differ: entered 100, in 10, out 5, graduates 103 give 98.00 and 98.10. The edition uses V1;
 * a bureau that computes by V2 takes that rule instead.
 */
export const retentionFormulas: Readonly<Record<'V1' | 'V2', RequirementRule>> = {
  /** (graduates - transferred in + transferred out) / (entered - deceased) */
  V1: {
    ...share,
    part: total(sum(difference(junior('graduates'), junior('transferred-in')), junior('transferred-out'))),
    whole: total(difference(junior('entry-pupils'), junior('deceased'))),
    cap: null,
  },
  /** graduates / (entered + transferred in - transferred out), taken as 100 where it is more */
  V2: {
    ...share,
    part: total(junior('graduates')),
    whole: total(difference(sum(junior('entry-pupils'), junior('transferred-in')), junior('transferred-out'))),
    cap: '100',
  },
};
