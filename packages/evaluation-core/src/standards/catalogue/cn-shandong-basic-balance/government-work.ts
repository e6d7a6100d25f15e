import type { CountyItemDefinition } from '../../../items/item-definition.ts';
import type { Dimension } from '../../requirement.ts';
import type { ScoredPoint } from '../../score-card.ts';
import { countyNumber } from '../cn-2012-basic-balance/county-item-builders.ts';
import { shandong } from './sources.ts';

const parent = 'sd-government';

function numbered(count: number): readonly number[] {
  return Array.from({ length: count }, (_, index) => index + 1);
}

/**
 * 4 A, 23 B, 34 points. The names of the four A are public; of the B and of the points only how many there are. Which B belongs to which A, and which
 * point to which B, is left open too: the bureau that publishes its edition fills the slots.
 */
export const governmentDimensions: readonly Dimension[] = [
  { id: parent, parent: null },
  ...['sd-access', 'sd-guarantee', 'sd-teachers', 'sd-quality'].map((id) => ({ id, parent })),
  ...numbered(23).map((number) => ({ id: `sd-b${number}`, parent })),
];

const scoreOf = (number: number): string => `shandong-score-${number}`;
const source = (number: number) =>
  shandong(
    `县级政府工作督导评估 评价要点${number}`,
    'U',
    'only the number of points is public: its wording and points are to be set by the bureau',
  );

export const scoreItems: readonly CountyItemDefinition[] = numbered(34).map((number) =>
  countyNumber('county-government-scores', scoreOf(number), 2, 'point', source(number), {
    plausible: { maximum: '100' },
  }),
);

export const governmentPoints: readonly ScoredPoint[] = numbered(34).map((number) => ({
  id: String(number),
  dimension: parent,
  maximum: null,
  scoring: { kind: 'judged', item: scoreOf(number) },
  evidence: [],
  responsible: null,
  source: source(number),
}));
