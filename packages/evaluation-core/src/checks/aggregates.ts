import { cellKey } from '../items/cells.ts';
import type { CellKey, StageId } from '../items/cells.ts';
import { exactText } from '../quantities/decimal.ts';
import { add, compare, subtract, zero } from '../quantities/rational.ts';
import type { Rational } from '../quantities/rational.ts';
import type { CheckRule } from '../standards/check-rule.ts';
import type { IndexedEdition } from '../standards/edition-index.ts';
import type { QuantityDefinition } from '../standards/edition.ts';
import { truthOf } from '../items/condition.ts';
import type { CheckFinding } from './check-finding.ts';
import { finding, numberAt } from './check-input.ts';
import type { CheckInput } from './check-input.ts';

interface Reading {
  readonly quantity: QuantityDefinition;
  readonly stage: StageId | null;
  readonly aggregate: { readonly key: CellKey; readonly value: Rational } | null;
  readonly parts: readonly { readonly key: CellKey; readonly sign: 1 | -1; readonly value: Rational | null }[];
  /** Signed sum of the parts reported. */
  readonly sum: Rational;
  readonly missing: number;
}

const readingsOf = new WeakMap<CheckInput, readonly Reading[]>();

/** Four rules look at them: read once for a report. */
function readings(input: CheckInput): readonly Reading[] {
  const known = readingsOf.get(input) ?? read(input);
  readingsOf.set(input, known);
  return known;
}

/** A quantity at one level, and the cells it may be read from. */
interface Place {
  readonly quantity: QuantityDefinition;
  readonly stage: StageId | null;
  readonly aggregate: CellKey | null;
  readonly parts: readonly { readonly key: CellKey; readonly item: string; readonly sign: 1 | -1 }[];
}

const placesOf = new WeakMap<IndexedEdition, Map<StageId | null, readonly Place[]>>();

/** Every quantity at a level. Parts under special rules are no part of an aggregate column. */
function placesAt(indexed: IndexedEdition, stage: StageId | null): readonly Place[] {
  const byStage = placesOf.get(indexed) ?? new Map<StageId | null, readonly Place[]>();
  placesOf.set(indexed, byStage);
  const known = byStage.get(stage);
  if (known !== undefined) return known;
  const places = indexed.edition.quantities.map((quantity): Place => {
    const parts = quantity.parts
      .filter((part) => stage === null || part.stages === null || part.stages.includes(stage))
      .map(({ item, sign }) => ({ key: cellKey(item, stage), item, sign }));
    const aggregate = quantity.aggregate === null ? null : cellKey(quantity.aggregate, stage);
    return { quantity, stage, aggregate, parts };
  });
  byStage.set(stage, places);
  return places;
}

/** In the order of the quantities, each at every level at which something of it is reported. */
function read(input: CheckInput): readonly Reading[] {
  const levels = [null, ...input.stages].map((stage) => placesAt(input.indexed, stage));
  return input.indexed.edition.quantities.flatMap((_quantity, index) =>
    levels.flatMap((places) => {
      const place = places[index];
      const reading = place === undefined ? null : readAt(input, place);
      return reading === null ? [] : [reading];
    }),
  );
}

function readAt(input: CheckInput, { quantity, stage, aggregate: key, parts: given }: Place): Reading | null {
  const { items } = input.indexed;
  const value = quantity.aggregate === null || key === null ? null : numberAt(input, quantity.aggregate, key);
  // Most quantities are reported at one level only.
  if (value === null && given.every((part) => numberAt(input, part.item, part.key) === null)) return null;
  const parts = given
    .filter(({ item }) => truthOf(items.get(item)?.condition ?? null, items, input.cells) !== false)
    .map((part) => ({ key: part.key, sign: part.sign, value: numberAt(input, part.item, part.key) }));
  const missing = parts.filter((part) => part.value === null).length;
  if (missing === parts.length && value === null) return null;
  const sum = parts.reduce(
    (total, { sign, value: part }) => (part === null ? total : sign === 1 ? add(total, part) : subtract(total, part)),
    zero,
  );
  const aggregate = value === null || key === null ? null : { key, value };
  return { quantity, stage, aggregate, parts, sum, missing };
}

function report(rule: CheckRule, reading: Reading): CheckFinding {
  const { aggregate, parts, quantity, stage, sum } = reading;
  const keys = parts.filter((part) => part.value !== null).map((part) => part.key);
  return finding(rule, aggregate === null ? keys : [aggregate.key, ...keys], {
    quantity: quantity.id,
    stage,
    aggregate: aggregate === null ? null : exactText(aggregate.value),
    parts: exactText(sum),
    missing: reading.missing,
  });
}

/** All parts are there: they win, and an aggregate that says something else must be corrected. */
export function checkAggregateDiffers(rule: CheckRule, input: CheckInput): readonly CheckFinding[] {
  return readings(input)
    .filter(({ aggregate, missing, sum }) => aggregate !== null && missing === 0 && compare(aggregate.value, sum) !== 0)
    .map((reading) => report(rule, reading));
}

export function checkAggregateWithPartialParts(rule: CheckRule, input: CheckInput): readonly CheckFinding[] {
  return readings(input)
    .filter(({ aggregate, missing, parts }) => aggregate !== null && missing > 0 && missing < parts.length)
    .map((reading) => report(rule, reading));
}

/** Only where no part is subtracted: the parts reported can then only grow. */
export function checkAggregateBelowParts(rule: CheckRule, input: CheckInput): readonly CheckFinding[] {
  return readings(input)
    .filter(
      ({ aggregate, missing, parts, sum }) =>
        aggregate !== null &&
        missing > 0 &&
        parts.every((part) => part.sign === 1) &&
        compare(sum, aggregate.value) > 0,
    )
    .map((reading) => report(rule, reading));
}

export function checkNegativeQuantity(rule: CheckRule, input: CheckInput): readonly CheckFinding[] {
  return readings(input)
    .filter(({ missing, sum }) => missing === 0 && sum.n < 0n)
    .map((reading) => report(rule, reading));
}
