import { decimal } from '../quantities/decimal.ts';
import { isZero, one } from '../quantities/rational.ts';
import type { Rational } from '../quantities/rational.ts';
import type { StageId } from '../items/cells.ts';
import type { ItemDefinition } from '../items/item-definition.ts';
import type { Edition, QuantityDefinition, QuantityPart } from './edition.ts';
import { indexIndicator } from './indicator-index.ts';
import type { IndexedIndicator, IndexedPerPupil } from './indicator-index.ts';
import type { SpecialRule } from './special-rule.ts';

/** An edition with its look-ups made and its decimals read, once per evaluation. */
export interface IndexedEdition {
  readonly edition: Edition;
  readonly items: ReadonlyMap<string, ItemDefinition>;
  readonly quantities: ReadonlyMap<string, QuantityDefinition>;
  readonly evaluatedStages: readonly StageId[];
  /** By quantity: what special rules add to it. */
  readonly extraParts: ReadonlyMap<string, readonly { readonly part: QuantityPart; readonly rule: SpecialRule }[]>;
  /** By indicator: other thresholds by stage, in the order of the special rules. */
  readonly changedThresholds: ReadonlyMap<
    string,
    readonly { readonly rule: SpecialRule; readonly change: ReadonlyMap<StageId, Rational> }[]
  >;
  readonly indicators: readonly IndexedIndicator[];
  /** Those whose CVs (差异系数) the balance rule looks at. */
  readonly balanced: readonly IndexedPerPupil[];
  /** Of the school rule, above 0; null = no floor. */
  readonly floorShare: Rational | null;
  readonly weights: ReadonlyMap<StageId, Rational>;
  readonly cvLimits: ReadonlyMap<StageId, Rational>;
}

const indexes = new WeakMap<Edition, IndexedEdition>();

/**
 * Made once for each edition: editions are frozen, and a check of one report asks for it, too.
 * An edition that refers to what it does not define is an error of its author: throws RangeError.
 */
export function indexEdition(edition: Edition): IndexedEdition {
  const known = indexes.get(edition);
  if (known !== undefined) return known;
  const index = makeIndex(edition);
  indexes.set(edition, index);
  return index;
}

function makeIndex(edition: Edition): IndexedEdition {
  const items = new Map(edition.items.map((item) => [item.id, item]));
  const quantities = new Map(edition.quantities.map((quantity) => [quantity.id, quantity]));
  const { balanceRule } = edition;
  const indicators = edition.indicators.map((definition) => indexIndicator(definition, { items, quantities }));
  return {
    edition,
    items,
    quantities,
    evaluatedStages: edition.stages.filter((stage) => stage.evaluated).map((stage) => stage.id),
    extraParts: extraParts(edition.specialRules),
    changedThresholds: changedThresholds(edition.specialRules),
    indicators,
    balanced: indicators.filter((each): each is IndexedPerPupil => {
      if (each.kind !== 'per-pupil' || balanceRule === null) return false;
      return balanceRule.indicators?.includes(each.definition.id) ?? true;
    }),
    floorShare: floorShareOf(edition),
    weights: decimals(edition.splitting.weights),
    cvLimits: decimals(balanceRule?.limits ?? {}),
  };
}

function floorShareOf({ schoolRule }: Edition): Rational | null {
  const text = schoolRule !== null && 'floorShare' in schoolRule ? schoolRule.floorShare : null;
  const share = text === null ? null : decimal(text);
  return share === null || isZero(share) ? null : share;
}

function decimals(record: Readonly<Record<string, string>>): ReadonlyMap<string, Rational> {
  return new Map(Object.entries(record).map(([key, text]) => [key, decimal(text)]));
}

function extraParts(rules: readonly SpecialRule[]): IndexedEdition['extraParts'] {
  const byQuantity = new Map<string, { readonly part: QuantityPart; readonly rule: SpecialRule }[]>();
  for (const rule of rules) {
    for (const effect of rule.effects) {
      if (effect.kind !== 'extra-parts') continue;
      const own = byQuantity.get(effect.quantity) ?? [];
      byQuantity.set(effect.quantity, [...own, ...effect.parts.map((part) => ({ part, rule }))]);
    }
  }
  return byQuantity;
}

function changedThresholds(rules: readonly SpecialRule[]): IndexedEdition['changedThresholds'] {
  const byIndicator = new Map<
    string,
    { readonly rule: SpecialRule; readonly change: ReadonlyMap<StageId, Rational> }[]
  >();
  for (const rule of rules) {
    for (const effect of rule.effects) {
      if (effect.kind !== 'changed-threshold') continue;
      const own = byIndicator.get(effect.indicator) ?? [];
      byIndicator.set(effect.indicator, [...own, { rule, change: decimals(effect.thresholds) }]);
    }
  }
  return byIndicator;
}

export function itemOf(indexed: IndexedEdition, id: string): ItemDefinition {
  const item = indexed.items.get(id);
  if (item === undefined) throw new RangeError(`the edition has no item ${id}`);
  return item;
}

export function weightOf(indexed: IndexedEdition, stage: StageId): Rational {
  return indexed.weights.get(stage) ?? one;
}
