import type { InspectionFindings, InspectionResults } from '@junheng/api-contract';
import type { Sheet } from '@junheng/ui/table';

export const resultColumns = [
  'kind',
  'unit',
  'item',
  'recorded',
  'maximum',
  'schools',
  'signed',
  'leftOut',
  'answered',
  'met',
  'unmet',
  'unclear',
  'total',
  'mean',
  'differs',
] as const;
export const findingColumns = [
  'county',
  'school',
  'team',
  'finding',
  'advice',
  'signedBy',
  'signedAt',
  'state',
  'row',
] as const;

export interface ResultWords {
  readonly name: string;
  readonly words: (key: string) => string;
  readonly column: (column: (typeof resultColumns)[number]) => string;
  readonly unitKind: (kind: InspectionResults['units'][number]['kind']) => string;
  readonly recorded: (kind: InspectionResults['items'][number]['kind']) => string;
}
export interface FindingWords {
  readonly name: string;
  readonly column: (column: (typeof findingColumns)[number]) => string;
  readonly state: (state: 'open' | 'handed' | 'withdrawn') => string;
  readonly instant: (instant: string) => string;
}

/** A decimal of the server as a number of Excel; it has at most two places, which a double shows as they are. */
const numberOf = (decimal: string | null): number | null => (decimal === null ? null : Number(decimal));

/** Every item for the whole project, each county and each team: a line each, so that a pivot table can be made of it. */
export function resultSheet({ items, units }: InspectionResults, texts: ResultWords): Sheet {
  return {
    name: texts.name,
    head: resultColumns.map(texts.column),
    rows: units.flatMap((unit) =>
      items.flatMap(({ at, kind, nameKey, maximum }) => {
        const found = unit.items.find((each) => each.at === at);
        if (found === undefined) return [];
        const judged = kind === 'judged';
        return [
          [
            texts.unitKind(unit.kind),
            unit.name,
            texts.words(nameKey),
            texts.recorded(kind),
            numberOf(maximum),
            unit.schools,
            unit.signed,
            unit.leftOut,
            found.answered,
            judged ? found.met : null,
            judged ? found.unmet : null,
            judged ? found.unclear : null,
            numberOf(found.total),
            numberOf(found.mean),
            found.differs,
          ],
        ];
      }),
    ),
  };
}

export function findingSheet({ findings }: InspectionFindings, texts: FindingWords): Sheet {
  return {
    name: texts.name,
    head: findingColumns.map(texts.column),
    rows: findings.map(({ county, school, team, text, advice, signed, row, withdrawn }) => [
      county.name,
      school.name,
      team,
      text,
      advice,
      signed.by,
      texts.instant(signed.at),
      texts.state(row !== null ? 'handed' : withdrawn === null ? 'open' : 'withdrawn'),
      row?.number ?? null,
    ]),
  };
}
