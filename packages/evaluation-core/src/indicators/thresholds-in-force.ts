import type { MissingCell } from '../items/missing-cell.ts';
import { distinctCells } from '../items/missing-cell.ts';
import type { Rational } from '../quantities/rational.ts';
import { countyFigures, schoolSource } from '../schools/county-figures.ts';
import { inForce, specialRuleAppliesToSchool, specialRuleCells } from '../schools/special-rules.ts';
import type { IndexedIndicator } from '../standards/indicator-index.ts';
import type { SpecialRule } from '../standards/special-rule.ts';
import type { SchoolInStage } from './school-in-stage.ts';

/** A threshold of an indicator, as the standard or a special rule (特殊规定) has it. */
export interface ThresholdInForce {
  /** Null: to be set by the bureau. */
  readonly threshold: Rational | null;
  /** Null: the standard's own. */
  readonly rule: SpecialRule | null;
}

export interface ThresholdsInForce {
  /** Several where it is not known which. */
  readonly possible: readonly ThresholdInForce[];
  /** The standard's own, whether or not it counts. */
  readonly standard: ThresholdInForce;
  /** Cells that would tell. */
  readonly open: readonly MissingCell[];
}

/** Null where the indicator is not judged in the stage. */
export function thresholdsInForce(indicator: IndexedIndicator, school: SchoolInStage): ThresholdsInForce | null {
  const { indexed, method, unit, stage } = school;
  const own = indicator.thresholds.get(stage);
  if (own === undefined) return null;
  const standard: ThresholdInForce = { threshold: own, rule: null };
  const changes = (indexed.changedThresholds.get(indicator.definition.id) ?? []).filter(({ change }) =>
    change.has(stage),
  );
  if (changes.length === 0) return { possible: [standard], standard, open: [] };
  const numbers = schoolSource(countyFigures(indexed, method.evaluationDate, {}, []), unit, stage);
  const possible = inForce(changes, (rule) => specialRuleAppliesToSchool(rule, indexed.items, unit, numbers)).map(
    ({ rule, change }): ThresholdInForce =>
      rule === null || change === null ? standard : { threshold: change.get(stage) ?? own, rule },
  );
  const cells =
    possible.length === 1
      ? []
      : possible.flatMap(({ rule }) => (rule === null ? [] : specialRuleCells(rule, indexed.items, unit, numbers)));
  return { possible, standard, open: distinctCells(cells) };
}
