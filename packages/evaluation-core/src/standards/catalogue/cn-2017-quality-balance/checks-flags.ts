import type { Amount } from '../../../items/amount.ts';
import type { Condition } from '../../../items/condition.ts';
import type { CheckRule } from '../../check-rule.ts';
import { constant, reported, sum } from '../amount-builders.ts';

const compulsoryPupils = sum(reported('pupils', 'primary'), reported('pupils', 'junior'));
/** A primary school has no junior classes: they count as 0. */
const largestClass: Amount = {
  kind: 'larger',
  of: [reported('largest-class', 'primary'), reported('largest-class', 'junior')],
};
const locale = (...anyOf: readonly string[]): Condition => ({ kind: 'choice-is', item: 'locale', anyOf });
const all = (...conditions: readonly Condition[]): Condition => ({ kind: 'all', conditions });
const number = (
  left: Amount,
  comparator: Extract<Condition, { kind: 'number' }>['comparator'],
  right: string,
): Condition => ({ kind: 'number', left, comparator, right: constant(right) });

/** 乡村, 义务教育阶段在校生50人及以上、不足100人 */
const ruralSmallSchool = all(
  locale('rural'),
  number(compulsoryPupils, 'at-least', '50'),
  number(compulsoryPupils, 'less-than', '100'),
);
const everyClassUnder30 = number(largestClass, 'less-than', '30');

function contradiction(
  id: string,
  severity: CheckRule['severity'],
  flag: string,
  answer: 'yes' | 'no',
  truth: Condition,
  amounts: Readonly<Record<string, Amount>> = {},
): CheckRule {
  return { id, severity, kind: 'flag-contradicts', flag, answer, truth, amounts };
}

const builtInOrBefore2010: Condition = { kind: 'flag-is', item: 'built-2010-or-before', value: 'yes' };
const foundedBy = (year: string) => number(reported('founded-year'), 'at-most', year);

/** Answers that the school's own numbers contradict. What only widens a school's possibilities is information. */
export const flagChecks: readonly CheckRule[] = [
  contradiction('rural-small-school-contradicted', 'hard', 'rural-50-to-99-pupils', 'yes', ruralSmallSchool, {
    pupils: compulsoryPupils,
  }),
  contradiction('rural-small-school-overlooked', 'information', 'rural-50-to-99-pupils', 'no', ruralSmallSchool, {
    pupils: compulsoryPupils,
  }),
  // 农村 may mean 镇区 as well; a school in the city is certainly none.
  contradiction(
    'rural-small-classes-contradicted',
    'hard',
    'rural-largest-class-under-30',
    'yes',
    all(locale('rural', 'town'), everyClassUnder30),
    { largest: largestClass },
  ),
  // 小规模: fewer than 100 pupils, as in the rules on small rural schools
  contradiction(
    'rural-small-classes-overlooked',
    'information',
    'rural-largest-class-under-30',
    'no',
    all(
      locale('rural'),
      number(largestClass, 'at-least', '1'),
      everyClassUnder30,
      number(compulsoryPupils, 'less-than', '100'),
    ),
    { largest: largestClass },
  ),
  contradiction('built-2016-follows-from-2010', 'hard', 'built-2016-or-before', 'no', builtInOrBefore2010),
  // Possible where a new school moved into older buildings.
  contradiction('built-2010-before-founded', 'soft', 'built-2010-or-before', 'yes', foundedBy('2010'), {
    founded: reported('founded-year'),
  }),
  contradiction(
    'built-2016-before-founded',
    'soft',
    'built-2016-or-before',
    'yes',
    { kind: 'any', conditions: [foundedBy('2016'), builtInOrBefore2010] },
    { founded: reported('founded-year') },
  ),
];
