import { cellKey } from '../items/cells.ts';
import type { CellKey, SchoolRecord } from '../items/cells.ts';
import { truthOf } from '../items/condition.ts';
import type { Condition } from '../items/condition.ts';
import type { ItemDefinition } from '../items/item-definition.ts';
import { reportedNumber } from '../items/reported-number.ts';
import { exactText } from '../quantities/decimal.ts';
import { add, zero } from '../quantities/rational.ts';
import type { Rational } from '../quantities/rational.ts';
import type { Edition } from '../standards/edition.ts';

/** A figure of the county added up from the reports of its schools (学校汇总). */
export interface CountedFigure {
  /** Decimal: of the schools that reported it. */
  readonly total: string;
  /** Schools that reported it. */
  readonly schools: number;
  /** Schools that are asked and did not report it: with them the total would be larger, or as large. */
  readonly missing: number;
}

/** County figures that the schools' own reports add up to: item of the county report -> item of the schools, and of which schools. */
const countable: Readonly<Record<string, { readonly item: string; readonly where: Condition }>> = {
  'migrants-in-public-schools': {
    item: 'migrant-pupils',
    where: { kind: 'choice-is', item: 'ownership', anyOf: ['public'] },
  },
  'special-education-pupils': {
    item: 'pupils',
    where: { kind: 'choice-is', item: 'school-type', anyOf: ['special-education'] },
  },
};

/** The cells of the county report that can be counted from the schools, with what they come to. Nothing without a school that reported. */
export function countedFromSchools(
  edition: Edition,
  schools: readonly SchoolRecord[],
): Readonly<Record<CellKey, CountedFigure>> {
  const items = new Map(edition.items.map((item) => [item.id, item]));
  return Object.fromEntries(
    edition.countyItems.flatMap((county): [CellKey, CountedFigure][] => {
      const rule = Object.hasOwn(countable, county.id) ? countable[county.id] : undefined;
      const item = rule === undefined ? undefined : items.get(rule.item);
      if (rule === undefined || item === undefined) return [];
      const asked = schools.filter(({ cells }) => truthOf(rule.where, items, cells) === true);
      const figure = added(asked.map(({ cells }) => sumOfStages(item, cells)));
      return figure.schools === 0 ? [] : [[county.id, figure]];
    }),
  );
}

/** Every number of the schools' form that adds up over the county, by cell: heads, rooms, areas, money; not ages nor the largest class. */
export function totalsOfSchools(
  edition: Edition,
  schools: readonly SchoolRecord[],
): readonly ({ readonly cell: CellKey } & CountedFigure)[] {
  const adding = edition.items.filter(
    ({ value, unit, ofCampuses }) =>
      value.kind === 'number' && unit !== null && unit !== 'year' && ofCampuses !== 'largest',
  );
  return adding.flatMap((item) =>
    (item.stages ?? [null]).flatMap((stage) => {
      const cell = cellKey(item.id, stage);
      const figure = added(schools.map(({ cells }) => reportedNumber(item, cells, cell)));
      return figure.schools === 0 ? [] : [{ cell, ...figure }];
    }),
  );
}

function sumOfStages(item: ItemDefinition, cells: SchoolRecord['cells']): Rational | null {
  const stages = item.stages ?? [null];
  const reported = stages.flatMap((stage) => reportedNumber(item, cells, cellKey(item.id, stage)) ?? []);
  return reported.length === 0 ? null : reported.reduce(add, zero);
}

function added(values: readonly (Rational | null)[]): CountedFigure {
  const known = values.filter((value) => value !== null);
  return { total: exactText(known.reduce(add, zero)), schools: known.length, missing: values.length - known.length };
}
