import type { CountyItemDefinition } from '../../../items/item-definition.ts';
import type { Requirement } from '../../requirement.ts';
import { reported } from '../amount-builders.ts';
import { countyFlag } from '../cn-2012-basic-balance/county-item-builders.ts';
import { threeGrowthParts } from '../cn-2012-basic-balance/finance.ts';
import { answer, requirement } from '../cn-2017-quality-balance/requirement-builders.ts';
import { shandong } from './sources.ts';

const group = 'sd-veto';
const clause = (number: number, note: string | null = null) => shandong(`一票否决 ${number}`, 'A', note);

export const vetoItems: readonly CountyItemDefinition[] = [
  countyFlag('county-veto', 'major-accident-or-breach', clause(2)),
  countyFlag('county-veto', 'weak-schools-improved', clause(4)),
];

/** Written as what must hold, so that a veto that bites is unmet. */
export const vetoes: readonly Requirement[] = [
  // 三个增长近三年中有一年存在不达标情况
  requirement('sd-veto-growth', group, clause(1), ['budgets-and-accounts'], {
    kind: 'all-of',
    parts: threeGrowthParts,
  }),
  requirement('sd-veto-safety', group, clause(2), ['safety-records'], answer('major-accident-or-breach', 'no')),
  requirement(
    'sd-veto-disability',
    group,
    clause(3, 'which rate is reached is not printed: the bureau sets it'),
    ['disability-lists'],
    {
      kind: 'share',
      part: reported('children-with-disabilities-enrolled'),
      whole: reported('children-with-disabilities'),
      multiplier: '100',
      cap: null,
      comparator: 'at-least',
      limit: { kind: 'setting', id: 'sd-disability-rate', value: null, least: '0', greatest: '100' },
    },
  ),
  requirement('sd-veto-weak-schools', group, clause(4), ['weak-school-plan'], answer('weak-schools-improved')),
];
