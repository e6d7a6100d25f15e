import type { StageId } from '../items/cells.ts';
import type { ItemDefinition } from '../items/item-definition.ts';
import { decimal } from '../quantities/decimal.ts';
import { multiply } from '../quantities/rational.ts';
import type { Rational } from '../quantities/rational.ts';
import type {
  AmountIndicator,
  AnswerIndicator,
  IndicatorDefinition,
  PerPupilIndicator,
  QuantityDefinition,
  RatioIndicator,
  Thresholds,
} from './edition.ts';

/** An indicator with what it refers to found and its decimals read. */
export type IndexedIndicator = IndexedPerPupil | IndexedRatio | IndexedAmount | IndexedAnswer;

interface Judged {
  /** Every raw amount the indicator reads. */
  readonly quantities: readonly QuantityDefinition[];
  /** By stage; null = to be set by the bureau. A stage without one is not judged. */
  readonly thresholds: ReadonlyMap<StageId, Rational | null>;
}

export interface IndexedPerPupil extends Judged {
  readonly kind: 'per-pupil';
  readonly definition: PerPupilIndicator;
  readonly quantity: QuantityDefinition;
  /** multiplier * unitFactor */
  readonly factor: Rational;
}

export interface IndexedRatio extends Judged {
  readonly kind: 'ratio';
  readonly definition: RatioIndicator;
  readonly numerator: QuantityDefinition;
  readonly denominator: QuantityDefinition;
  /** multiplier */
  readonly factor: Rational;
}

export interface IndexedAmount extends Judged {
  readonly kind: 'amount';
  readonly definition: AmountIndicator;
  readonly quantity: QuantityDefinition;
}

export interface IndexedAnswer extends Judged {
  readonly kind: 'answer';
  readonly definition: AnswerIndicator;
  readonly item: ItemDefinition;
}

interface LookUps {
  readonly items: ReadonlyMap<string, ItemDefinition>;
  readonly quantities: ReadonlyMap<string, QuantityDefinition>;
}

/** RangeError where the indicator refers to what the edition does not have: an error of its author. */
export function indexIndicator(definition: IndicatorDefinition, lookUps: LookUps): IndexedIndicator {
  const quantityOf = (id: string): QuantityDefinition => {
    const quantity = lookUps.quantities.get(id);
    if (quantity === undefined) throw new RangeError(`indicator ${definition.id} has no quantity ${id}`);
    return quantity;
  };
  switch (definition.kind) {
    case 'per-pupil': {
      const quantity = quantityOf(definition.quantity);
      const factor = multiply(decimal(definition.multiplier), decimal(definition.unitFactor));
      return {
        kind: 'per-pupil',
        definition,
        quantity,
        quantities: [quantity],
        factor,
        thresholds: read(definition.thresholds),
      };
    }
    case 'ratio': {
      const numerator = quantityOf(definition.numerator);
      const denominator = quantityOf(definition.denominator);
      return {
        kind: 'ratio',
        definition,
        numerator,
        denominator,
        quantities: [numerator, denominator],
        factor: decimal(definition.multiplier),
        thresholds: read(definition.thresholds),
      };
    }
    case 'amount': {
      const quantity = quantityOf(definition.quantity);
      return { kind: 'amount', definition, quantity, quantities: [quantity], thresholds: read(definition.thresholds) };
    }
    case 'answer': {
      const item = lookUps.items.get(definition.item);
      if (item === undefined) throw new RangeError(`indicator ${definition.id} has no item ${definition.item}`);
      return { kind: 'answer', definition, item, quantities: [], thresholds: new Map() };
    }
    default: {
      const exhaustive: never = definition;
      return exhaustive;
    }
  }
}

function read(thresholds: Thresholds): ReadonlyMap<StageId, Rational | null> {
  return new Map(Object.entries(thresholds).map(([stage, text]) => [stage, text === null ? null : decimal(text)]));
}

/** At which side of its threshold an indicator is met. */
export function comparatorOf(indicator: Exclude<IndexedIndicator, IndexedAnswer>): 'at-least' | 'at-most' {
  return indicator.kind === 'per-pupil' ? 'at-least' : indicator.definition.comparator;
}
