import type { ItemDefinition } from '../../../items/item-definition.ts';
import { area, choice, count, flag } from '../cn-2017-quality-balance/item-builders.ts';
import { schoolTypes } from '../cn-2017-quality-balance/stages-and-types.ts';
import { cItems } from './c-items.ts';
import { brief, unconfirmed } from './sources.ts';

const percent = { kind: 'number', scale: 2 } as const;

/** What the self-check asks of a school: who it is, an answer to each C item with the numbers it rests on, and a score where points are set. */
export const items: readonly ItemDefinition[] = [
  choice(
    'basic',
    'school-type',
    schoolTypes.map((type) => type.id),
    null,
    { source: brief('基本情况') },
  ),
  count('pupils', 'pupils', 'person', null, { stages: ['primary', 'junior', 'senior'], source: brief('基本情况') }),
  ...cItems.flatMap(({ id, section, code }): readonly ItemDefinition[] => [
    flag(section, id, null, { source: brief(code) }),
    ...ownNumbers(id, section),
  ]),
  ...cItems.map(({ id, code }) =>
    count('self-check-scores', `${id}-score`, 'point', null, {
      required: false,
      source: unconfirmed(code, 'points of the item are not public'),
    }),
  ),
];

/** The numbers that three of the answers rest on. */
function ownNumbers(id: string, section: string): readonly ItemDefinition[] {
  switch (id) {
    case 'self-check-c6':
      return [
        {
          ...count(section, 'transfer-payment-education-share', 'percent', null, {
            source: brief('C6', 'B', 'share of the transfer payments of the tax reform that goes to education'),
            plausible: { maximum: '100' },
          }),
          value: percent,
        },
      ];
    case 'self-check-c11':
      return [area(section, 'grade-d-building-area', null, { source: brief('C11') })];
    case 'self-check-c12':
      return [
        count(section, 'full-time-teachers', 'person', null, { source: brief('C12') }),
        count(section, 'teachers-with-required-degree', 'person', null, { source: brief('C12') }),
        count(section, 'teachers-associate-or-higher', 'person', null, { source: brief('C12') }),
      ];
    default:
      return [];
  }
}
