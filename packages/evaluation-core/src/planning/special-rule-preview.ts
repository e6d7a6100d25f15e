import { evaluateSchool } from '../evaluate.ts';
import type { EvaluationOptions, IndicatorEvaluation, SchoolEvaluation } from '../evaluation.ts';
import { conditionCells, truthOf } from '../items/condition.ts';
import type { Truth } from '../items/condition.ts';
import { cellKey, reportedText } from '../items/cells.ts';
import type { CellKey, SchoolRecord, StageId } from '../items/cells.ts';
import { indexEdition } from '../standards/edition-index.ts';
import type { Edition, IndicatorDefinition } from '../standards/edition.ts';
import type { SpecialRule } from '../standards/special-rule.ts';

/** Whether a special rule counts on the day of evaluation: on in this edition, and its window open. */
export const specialRuleStandings = ['in-force', 'off', 'not-begun', 'ended'] as const;
export type SpecialRuleStanding = (typeof specialRuleStandings)[number];

/** What a special rule (特殊规定) does, or would do, for one indicator of one school-stage. */
export interface SpecialRulePreview {
  readonly ruleId: string;
  /** `off` comes before the window: a rule that is off does not count on any day. */
  readonly standing: SpecialRuleStanding;
  readonly validFrom: string | null;
  readonly validUntil: string | null;
  /** Whether the school meets its condition; null while a cell is missing that decides it. */
  readonly applies: Truth;
  /** The cells that the condition reads, with what was reported. */
  readonly conditionCells: readonly { readonly key: CellKey; readonly value: string | null }[];
  /** Null: the threshold stays. */
  readonly threshold: { readonly from: string; readonly to: string } | null;
  /** What counts in addition, with what was reported. */
  readonly extraCells: readonly { readonly key: CellKey; readonly value: string | null }[];
  /** The indicator with the rule on and its window open; null where the school does not meet its condition. */
  readonly withRule: IndicatorEvaluation | null;
  /** Message keys, as in the rule. */
  readonly evidence: readonly string[];
  readonly followUp: string | null;
}

/**
 * The special rules that change an indicator, in the order of the edition: for a school that misses its threshold, what each would
 * change. Empty where no rule touches it.
 */
export function specialRulePreviews(
  edition: Edition,
  record: SchoolRecord,
  of: { readonly stage: StageId; readonly indicatorId: string },
  options: EvaluationOptions = {},
): readonly SpecialRulePreview[] {
  const indicator = edition.indicators.find((each) => each.id === of.indicatorId);
  if (indicator === undefined) return [];
  const quantities = quantitiesOf(indicator);
  return edition.specialRules.flatMap((rule): SpecialRulePreview[] => {
    const extra = rule.effects.flatMap((effect) =>
      effect.kind === 'extra-parts' && quantities.includes(effect.quantity) ? effect.parts : [],
    );
    const to = rule.effects
      .flatMap((effect) =>
        effect.kind === 'changed-threshold' && effect.indicator === indicator.id ? [effect.thresholds[of.stage]] : [],
      )
      .at(0);
    const from = 'thresholds' in indicator ? (indicator.thresholds[of.stage] ?? null) : null;
    const threshold = to === undefined || from === null ? null : { from, to };
    if (extra.length === 0 && threshold === null) return [];
    const { cells } = record;
    const applies = truthOf(rule.condition, indexEdition(edition).items, cells, of.stage);
    const read = (key: CellKey) => ({ key, value: reportedText(cells, key) ?? null });
    return [
      {
        ruleId: rule.id,
        standing: standingOf(rule, options.evaluationDate ?? null),
        validFrom: rule.validFrom,
        validUntil: rule.validUntil,
        applies,
        conditionCells: conditionCells(rule.condition, of.stage).map(read),
        threshold,
        extraCells: extra.map(({ item }) => read(cellOf(edition, item, of.stage))),
        withRule: applies === false ? null : evaluatedWith(edition, rule, record, of, options),
        evidence: rule.evidence,
        followUp: rule.followUp,
      },
    ];
  });
}

function quantitiesOf(indicator: IndicatorDefinition): readonly string[] {
  switch (indicator.kind) {
    case 'per-pupil':
    case 'amount':
      return [indicator.quantity];
    case 'ratio':
      return [indicator.numerator, indicator.denominator];
    case 'answer':
      return [];
    default: {
      const exhaustive: never = indicator;
      return exhaustive;
    }
  }
}

function standingOf(rule: SpecialRule, date: string | null): SpecialRuleStanding {
  if (!rule.enabled) return 'off';
  if (date === null) return 'in-force';
  // ISO dates compare as texts.
  if (rule.validFrom !== null && date < rule.validFrom) return 'not-begun';
  return rule.validUntil !== null && date > rule.validUntil ? 'ended' : 'in-force';
}

/** An item that is reported by stage has a cell of the stage, any other one of the school. */
function cellOf(edition: Edition, itemId: string, stage: StageId): CellKey {
  const item = edition.items.find((each) => each.id === itemId);
  return cellKey(itemId, item?.stages?.includes(stage) === true ? stage : null);
}

function evaluatedWith(
  edition: Edition,
  rule: SpecialRule,
  record: SchoolRecord,
  { stage, indicatorId }: { readonly stage: StageId; readonly indicatorId: string },
  options: EvaluationOptions,
): IndicatorEvaluation | null {
  const { stages } = evaluationWith(edition, rule, record, options);
  const indicators = stages.find((each) => each.stage === stage)?.indicators;
  return indicators?.find((each) => each.indicatorId === indicatorId) ?? null;
}

interface EvaluatedWith {
  readonly edition: Edition;
  readonly asked: string;
  readonly evaluation: SchoolEvaluation;
}

const evaluations = new WeakMap<SchoolRecord, Map<SpecialRule, EvaluatedWith>>();

/** A rule that touches several indicators is asked about for each of them; the school is evaluated with it once. */
function evaluationWith(
  edition: Edition,
  rule: SpecialRule,
  record: SchoolRecord,
  options: EvaluationOptions,
): SchoolEvaluation {
  const byRule = evaluations.get(record) ?? new Map<SpecialRule, EvaluatedWith>();
  evaluations.set(record, byRule);
  const asked = JSON.stringify([options.split ?? null, options.evaluationDate ?? null]);
  const known = byRule.get(rule);
  if (known?.edition === edition && known.asked === asked) return known.evaluation;
  const evaluation = evaluateSchool(editionWith(edition, rule), record, options);
  byRule.set(rule, { edition, asked, evaluation });
  return evaluation;
}

const switchedOn = new WeakMap<SpecialRule, { readonly edition: Edition; readonly changed: Edition }>();

/** The edition with this rule on for good. Kept, because it is asked for again with every key press and costs an index. */
function editionWith(edition: Edition, rule: SpecialRule): Edition {
  const known = switchedOn.get(rule);
  if (known?.edition === edition) return known.changed;
  const on: SpecialRule = { ...rule, enabled: true, validFrom: null, validUntil: null };
  const changed = {
    ...edition,
    specialRules: edition.specialRules.map((each) => (each.id === rule.id ? on : each)),
  };
  switchedOn.set(rule, { edition, changed });
  return changed;
}
