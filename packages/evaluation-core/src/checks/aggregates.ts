import { cellKey } from '../items/cells.ts';
import type { CellKey, StageId } from '../items/cells.ts';
import { exactText } from '../quantities/decimal.ts';
import { add, compare, subtract, zero } from '../quantities/rational.ts';
import type { Rational } from '../quantities/rational.ts';
import type { CheckRule } from '../standards/check-rule.ts';
import type { QuantityDefinition } from '../standards/edition.ts';
import { truthOf } from '../items/condition.ts';
import type { CheckFinding } from './check-finding.ts';
import { finding, numberIn } from './check-input.ts';
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

/** Every quantity at every level at which something of it is reported. Parts under special rules are no part of an aggregate column. */
function read(input: CheckInput): readonly Reading[] {
  const { items } = input.indexed;
  const levels: readonly (StageId | null)[] = [null, ...input.stages];
  return input.indexed.edition.quantities.flatMap((quantity) =>
    levels.flatMap((stage) => {
      const parts = quantity.parts
        .filter((part) => stage === null || part.stages === null || part.stages.includes(stage))
        .filter((part) => truthOf(items.get(part.item)?.condition ?? null, items, input.cells) !== false)
        .map((part) => ({ key: cellKey(part.item, stage), sign: part.sign, value: numberIn(input, part.item, stage) }));
      const value = quantity.aggregate === null ? null : numberIn(input, quantity.aggregate, stage);
      const reported = parts.filter((part) => part.value !== null);
      if (reported.length === 0 && value === null) return [];
      const sum = parts.reduce(
        (total, { sign, value: part }) =>
          part === null ? total : sign === 1 ? add(total, part) : subtract(total, part),
        zero,
      );
      const aggregate =
        value === null || quantity.aggregate === null ? null : { key: cellKey(quantity.aggregate, stage), value };
      return [{ quantity, stage, aggregate, parts, sum, missing: parts.length - reported.length }];
    }),
  );
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
