import type { IndicatorEvaluation } from '../evaluation.ts';
import type { ItemDefinition } from '../items/item-definition.ts';
import { decimalOrUndefined, exactText } from '../quantities/decimal.ts';
import { divide, multiply, one, rational, subtract } from '../quantities/rational.ts';
import type { Rational } from '../quantities/rational.ts';
import { effectiveThreshold } from '../quantities/rounding.ts';
import type { Edition } from '../standards/edition.ts';

/** What an unmet indicator lacks (还差), with the pupils as they are. Amounts are decimals in the unit of the reported item. */
export interface Shortfall {
  readonly quantity: string;
  /** Unit id of the amounts, null where the items have none. */
  readonly unit: string | null;
  /**
   * The least that has to be added to what is reported so that the threshold is reached, at the scale of the items: whole heads
   * and rooms, 0.01 m2, 0.000001 万元. Where a whole-school amount is divided between stages, this is the whole school's.
   */
  readonly amount: string;
  /** The same for the floor (底线); null where the floor is reached or there is none. */
  readonly toFloor: string | null;
  /** Where divided: what of `amount` the stage itself lacks, rounded up at the same scale; null where nothing is divided. */
  readonly ofStage: string | null;
}

/** Null where the indicator is not unmet, or not known well enough to say. */
export function shortfallOf(edition: Edition, evaluation: IndicatorEvaluation): Shortfall | null {
  if (evaluation.outcome !== 'unmet') return null;
  const indicator = edition.indicators.find((each) => each.id === evaluation.indicatorId);
  if (indicator === undefined || indicator.kind !== 'per-pupil') return null;
  const { amount, pupils, share } = evaluation.trace;
  const has = readExact(amount);
  const heads = readExact(pupils);
  const factors = [readExact(indicator.multiplier), readExact(indicator.unitFactor)];
  const part = share === null ? one : readExact(share);
  const [multiplier, unitFactor] = factors;
  if (has === null || heads === null || part === null || !multiplier || !unitFactor || part.n <= 0n) return null;
  /** What the stage lacks to a limit of the indicator: limit * pupils / factor - amount. */
  const lackingTo = (limit: Rational): Rational =>
    subtract(
      divide(multiply(effectiveThreshold(limit, edition.rounding.indicators), heads), multiply(multiplier, unitFactor)),
      has,
    );
  const threshold = readExact(evaluation.threshold);
  if (threshold === null) return null;
  const lacking = lackingTo(threshold);
  if (lacking.n <= 0n) return null;
  const items = itemsOf(edition, indicator.quantity);
  const scale = Math.max(0, ...items.map((item) => (item.value.kind === 'number' ? item.value.scale : 0)));
  const floor = evaluation.aboveFloor === false ? readExact(evaluation.floor) : null;
  return {
    quantity: indicator.quantity,
    unit: items[0]?.unit ?? null,
    amount: ceiling(divide(lacking, part), scale),
    toFloor: floor === null ? null : ceiling(divide(lackingTo(floor), part), scale),
    ofStage: share === null ? null : ceiling(lacking, scale),
  };
}

/** The items that add to a quantity; the aggregate where it has no parts. */
function itemsOf(edition: Edition, quantityId: string): readonly ItemDefinition[] {
  const quantity = edition.quantities.find((each) => each.id === quantityId);
  const parts = quantity?.parts.filter((part) => part.sign === 1).map((part) => part.item) ?? [];
  const ids = new Set(parts.length === 0 ? [quantity?.aggregate] : parts);
  return edition.items.filter((item) => ids.has(item.id));
}

/** `12.5` or `8/9` as the core writes them. */
function readExact(text: string | null): Rational | null {
  if (text === null) return null;
  const [numerator = '', denominator, ...rest] = text.split('/');
  const top = decimalOrUndefined(numerator);
  if (top === undefined || rest.length > 0) return null;
  if (denominator === undefined) return top;
  const bottom = decimalOrUndefined(denominator);
  return bottom === undefined || bottom.n === 0n ? null : divide(top, bottom);
}

/** The least decimal with `scale` digits that is not below `value`. `value` > 0. */
function ceiling(value: Rational, scale: number): string {
  const unit = 10n ** BigInt(scale);
  const scaled = value.n * unit;
  return exactText(rational((scaled + value.d - 1n) / value.d, unit));
}
