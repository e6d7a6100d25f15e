import { decimal, exactText } from '../quantities/decimal.ts';
import { fractionText } from '../quantities/rational.ts';
import type { RoundingPolicy } from '../quantities/rounding.ts';
import type { SchoolRule } from '../standards/school-and-balance-rule.ts';
import type { ExplanationFormula } from '../trace/explanation-node.ts';
import { operand } from '../trace/expression.ts';
import { formula } from '../trace/node-builders.ts';
import { pointsOf } from '../verdicts/school-rule.ts';
import type { SchoolRuleDecision } from '../verdicts/school-rule.ts';

/** How the school rule was applied to one school-stage. Spelt out only where nothing is open. */
export function schoolRuleFormula(
  rule: SchoolRule,
  decision: SchoolRuleDecision,
  policy: RoundingPolicy,
): ExplanationFormula {
  const { counted } = decision;
  const countOf = (outcome: string): number => counted.filter((each) => each.decision.outcome === outcome).length;
  const met = countOf('met');
  const unmet = countOf('unmet');
  const isOpen = countOf('undetermined') > 0;
  const counts = {
    metCount: met,
    unmetCount: unmet,
    indicatorCount: counted.length,
    undeterminedCount: countOf('undetermined'),
    belowFloorCount: counted.filter((each) => each.decision.aboveFloor === false).length,
  };
  /** 1 + 0 + 1 ...: the indicators that are met, or unmet. */
  const tally = (outcome: string): string =>
    counted.length === 0 ? '0' : counted.map((each) => (each.decision.outcome === outcome ? '1' : '0')).join(' + ');
  switch (rule.kind) {
    case 'at-least-m-of-n': {
      const { minimumMet, floorShare } = rule;
      return formula(
        'at-least-m-of-n',
        { ...counts, minimumMet, floorShare },
        isOpen
          ? {}
          : {
              expression: tally('met'),
              result: String(met),
              comparison: { relation: '>=', limit: String(minimumMet), holds: met >= minimumMet },
            },
      );
    }
    case 'at-most-k-unmet': {
      const { maximumUnmet, floorShare } = rule;
      return formula(
        'at-most-k-unmet',
        { ...counts, maximumUnmet, floorShare },
        isOpen
          ? {}
          : {
              expression: tally('unmet'),
              result: String(unmet),
              comparison: { relation: '<=', limit: String(maximumUnmet), holds: unmet <= maximumUnmet },
            },
      );
    }
    case 'grades': {
      const minimumMet = rule.grades.find((grade) => grade.id === rule.passing)?.minimumMet ?? 0;
      return formula(
        'grades',
        { ...counts, minimumMet, passing: rule.passing },
        isOpen
          ? {}
          : {
              expression: tally('met'),
              result: String(met),
              comparison: { relation: '>=', limit: String(minimumMet), holds: met >= minimumMet },
            },
      );
    }
    case 'stepped-points': {
      const { pass } = rule;
      const { points } = decision;
      const isExact = points !== null && fractionText(points.least) === fractionText(points.most);
      return formula(
        'stepped-points',
        {
          ...counts,
          least: points === null ? null : exactText(points.least),
          most: points === null ? null : exactText(points.most),
          pass,
        },
        points === null || !isExact
          ? {}
          : {
              expression: counted.map((each) => operand(pointsOf(rule, each, policy).least)).join(' + '),
              result: fractionText(points.least),
              comparison: { relation: '>=', limit: exactText(decimal(pass)), holds: decision.outcome === 'met' },
            },
      );
    }
    default: {
      const exhaustive: never = rule;
      return exhaustive;
    }
  }
}
