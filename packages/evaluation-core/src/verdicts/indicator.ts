import type { UndeterminedReason } from '../evaluation.ts';
import { isContradictory } from '../indicators/measurement.ts';
import type { AnswerMeasurement, IndicatorMeasurement } from '../indicators/measurement.ts';
import type { SchoolInStage } from '../indicators/school-in-stage.ts';
import { thresholdsInForce } from '../indicators/thresholds-in-force.ts';
import type { ThresholdInForce } from '../indicators/thresholds-in-force.ts';
import type { MissingCell } from '../items/missing-cell.ts';
import type { Outcome } from '../outcome.ts';
import { mainReason } from '../rules/rule-decision.ts';
import { decideThreshold, standardOf } from '../rules/threshold.ts';
import type { Standard } from '../rules/threshold.ts';
import { comparatorOf } from '../standards/indicator-index.ts';
import type { SpecialRule } from '../standards/special-rule.ts';

/** One indicator of one school-stage, judged. */
export type IndicatorAssessment = IndicatorMeasurement & Judgement;

interface Judgement {
  /** Null where there is none: an answer, an indicator that is not judged here, a threshold that the bureau has yet to set. */
  readonly standard: Standard | null;
  /** The special rules that change the threshold, or may: `open` = nobody knows yet. */
  readonly specialRules: readonly ThresholdRuleInUse[];
  readonly decision: IndicatorDecision;
  readonly reason: UndeterminedReason | null;
  /** Cells on which it depends which threshold counts; they are no part of the value, and so of no CV. */
  readonly openStandard: readonly MissingCell[];
}

export interface ThresholdRuleInUse {
  readonly rule: SpecialRule;
  readonly state: 'applied' | 'open';
  /** Without it the outcome would be another. */
  readonly decisive: boolean;
}

export interface IndicatorDecision {
  /** `not-applicable`: not judged in this stage, or not asked of this school. */
  readonly outcome: Outcome;
  /** null = cannot tell, or not applicable */
  readonly aboveFloor: boolean | null;
  readonly boundary: boolean;
}

const notJudged: IndicatorDecision = { outcome: 'not-applicable', aboveFloor: null, boundary: false };
const undecided: IndicatorDecision = { outcome: 'undetermined', aboveFloor: null, boundary: false };
const none: readonly never[] = [];

export function judgeIndicator(school: SchoolInStage, measurement: IndicatorMeasurement): IndicatorAssessment {
  return withJudgement(
    measurement,
    measurement.kind === 'answer' ? judgementOfAnswer(measurement) : judgementOfNumber(school, measurement),
  );
}

/** Every member by its name: a county has thousands of these, and `...` takes many times as long. */
function withJudgement(measurement: IndicatorMeasurement, judgement: Judgement): IndicatorAssessment {
  const { amounts, missing } = measurement;
  const { standard, specialRules, decision, reason, openStandard } = judgement;
  switch (measurement.kind) {
    case 'per-pupil': {
      const { kind, indicator, amount, pupils, value } = measurement;
      return {
        kind,
        indicator,
        amount,
        pupils,
        value,
        amounts,
        missing,
        standard,
        specialRules,
        decision,
        reason,
        openStandard,
      };
    }
    case 'ratio': {
      const { kind, indicator, numerator, denominator, value, zeroDenominator } = measurement;
      return {
        kind,
        indicator,
        numerator,
        denominator,
        value,
        zeroDenominator,
        amounts,
        missing,
        standard,
        specialRules,
        decision,
        reason,
        openStandard,
      };
    }
    case 'amount': {
      const { kind, indicator, amount, value } = measurement;
      return {
        kind,
        indicator,
        amount,
        value,
        amounts,
        missing,
        standard,
        specialRules,
        decision,
        reason,
        openStandard,
      };
    }
    case 'answer': {
      const { kind, indicator, value, answers } = measurement;
      return {
        kind,
        indicator,
        value,
        answers,
        amounts,
        missing,
        standard,
        specialRules,
        decision,
        reason,
        openStandard,
      };
    }
    default: {
      const exhaustive: never = measurement;
      return exhaustive;
    }
  }
}

function judgementOfAnswer(measurement: AnswerMeasurement): Judgement {
  const decision = judgeAnswer(measurement);
  const reason = decision.outcome === 'undetermined' ? 'missing-cells' : null;
  return { standard: null, specialRules: none, decision, reason, openStandard: none };
}

function judgementOfNumber(school: SchoolInStage, measurement: NumberMeasurement): Judgement {
  const inForce = thresholdsInForce(measurement.indicator, school);
  if (inForce === null)
    return { standard: null, specialRules: none, decision: notJudged, reason: null, openStandard: none };
  const { possible, standard, open } = inForce;
  const certain = possible.length === 1;
  if (certain && possible[0]?.rule === null) {
    const { standard, decision, reason } = judgeBy(school, measurement, possible[0]);
    return { standard, specialRules: none, decision, reason, openStandard: open };
  }
  const judged = possible.map((each) => ({ ...each, ...judgeBy(school, measurement, each) }));
  const own = judged.find((each) => each.rule === null) ?? judgeBy(school, measurement, standard);
  const [first = own] = judged;
  // Where it is not known which threshold counts, what all of them say is certain, and the standard's own is shown.
  const agreedOn = <T>(read: (each: Judged) => T): boolean => judged.every((each) => read(each) === read(first));
  const outcome = agreedOn((each) => each.decision.outcome) ? first.decision.outcome : 'undetermined';
  const why = certain ? null : open.length > 0 ? 'missing-cells' : 'no-evaluation-date';
  return {
    standard: certain ? first.standard : own.standard,
    specialRules: judged.flatMap(({ rule, decision }) =>
      rule === null
        ? []
        : [{ rule, state: certain ? 'applied' : 'open', decisive: decision.outcome !== own.decision.outcome }],
    ),
    decision: {
      outcome,
      aboveFloor: agreedOn((each) => each.decision.aboveFloor) ? first.decision.aboveFloor : null,
      boundary: judged.some((each) => each.decision.boundary),
    },
    reason: outcome === 'undetermined' ? mainReason([...judged.map((each) => each.reason), why]) : null,
    openStandard: open,
  };
}

type NumberMeasurement = Exclude<IndicatorMeasurement, AnswerMeasurement>;
type Judged = Pick<Judgement, 'standard' | 'decision' | 'reason'>;

/** By one threshold. A ratio that has or may have no value is not decided by any. */
function judgeBy(school: SchoolInStage, measurement: NumberMeasurement, { threshold }: ThresholdInForce): Judged {
  if (threshold === null) return { standard: null, decision: undecided, reason: 'to-be-set' };
  const { edition, floorShare } = school.indexed;
  const standard = standardOf(threshold, comparatorOf(measurement.indicator), floorShare);
  const decision =
    measurement.kind === 'ratio' && measurement.zeroDenominator !== false
      ? undecided
      : decideThreshold(measurement.value, standard, edition.rounding.indicators, edition.display.indicatorDecimals);
  return { standard, decision, reason: decision.outcome === 'undetermined' ? reasonOf(measurement) : null };
}

/** Why the value is not known. */
function reasonOf(measurement: IndicatorMeasurement): UndeterminedReason {
  if (measurement.kind === 'ratio' && measurement.zeroDenominator === true) return 'zero-denominator';
  if (measurement.missing.length > 0) return 'missing-cells';
  // Nothing is missing: then it is open whether a special rule adds to the amount.
  return isContradictory(measurement) ? 'negative-quantity' : 'no-evaluation-date';
}

/** An answer has no floor: one that does not hold is unmet, and not below anything. */
function judgeAnswer({ answers }: AnswerMeasurement): IndicatorDecision {
  if (answers.length === 0) return notJudged;
  const truths = answers.map((answer) => answer.holds);
  if (truths.includes(false)) return { outcome: 'unmet', aboveFloor: true, boundary: false };
  if (truths.includes(null)) return { ...undecided, aboveFloor: true };
  return { outcome: 'met', aboveFloor: true, boundary: false };
}
