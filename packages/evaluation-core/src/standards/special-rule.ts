import type { Amount } from '../items/amount.ts';
import type { StageId } from '../items/cells.ts';
import type { Condition } from '../items/condition.ts';
import type { Source } from '../items/item-definition.ts';
import type { QuantityPart } from './edition.ts';

/**
 * A relaxation (特殊规定): for schools that meet its condition, while its window is open, it adds to a numerator or changes a threshold.
 * Off until the bureau that publishes the edition turns it on.
 */
export interface SpecialRule {
  readonly id: string;
  readonly enabled: boolean;
  readonly condition: Condition;
  /** Validity window, both ends included, `YYYY-MM-DD`; null = open. Compared with the evaluation date. */
  readonly validFrom: string | null;
  readonly validUntil: string | null;
  readonly effects: readonly SpecialRuleEffect[];
  /** Evidence the school must show; message keys. */
  readonly evidence: readonly string[];
  /** Obligation that follows; message key. */
  readonly followUp: string | null;
  readonly source: Source;
}

export type SpecialRuleEffect =
  /** Further parts of a quantity: enter the school's value and the CV alike. */
  | { readonly kind: 'extra-parts'; readonly quantity: string; readonly parts: readonly QuantityPart[] }
  /** Other thresholds of an indicator: the floor is a share of the changed threshold; no CV changes. */
  | {
      readonly kind: 'changed-threshold';
      readonly indicator: string;
      readonly thresholds: Readonly<Record<StageId, string>>;
    }
  /** The other side of a requirement's comparison, or the amount compared; null = as it is. `part` names a part of an `all-of`. */
  | {
      readonly kind: 'changed-comparison';
      readonly requirement: string;
      readonly part: string | null;
      readonly left: Amount | null;
      readonly right: Amount | null;
    };
