import { decimal, exactText } from '../quantities/decimal.ts';
import { toDouble } from '../quantities/double.ts';
import { compare, fractionText, isZero, subtract, zero } from '../quantities/rational.ts';
import type { Rational } from '../quantities/rational.ts';
import { pointsOff } from '../rules/scored-point.ts';
import type { PointDecision, PointTerms, RuleDecision } from '../rules/rule-decision.ts';
import type { ExplanationFormula, ExplanationNode } from '../trace/explanation-node.ts';
import { operand } from '../trace/expression.ts';
import { cellsWithValues, formula, node } from '../trace/node-builders.ts';
import { cellsOfAmount, isPlain, placePath, recordsAt, sidesOfPoint } from './requirement-place.ts';
import type { Place } from './requirement-place.ts';

/** Points of a score card added up against the pass mark. */
export function scoreFormula({ rule, score }: RuleDecision): ExplanationFormula | null {
  if (score === null || rule.kind !== 'scored') return null;
  const { least, greatest, points } = score;
  const numbers = {
    least: exactText(least),
    greatest: greatest === null ? null : exactText(greatest),
    total: rule.total,
    pass: rule.pass,
  };
  if (greatest === null || compare(least, greatest) !== 0) return formula('score', numbers);
  return formula('score', numbers, {
    expression: points.length === 0 ? '0' : points.map((each) => operand(each.least)).join(' + '),
    result: fractionText(least),
    comparison:
      rule.pass === null ? null : { relation: '>=', limit: rule.pass, holds: compare(least, decimal(rule.pass)) >= 0 },
  });
}

/** One point of a score card: what it gives, at least and at most. */
export function pointNode(place: Place, where: readonly string[], decision: PointDecision): ExplanationNode {
  const { point, least, greatest, reason, missing, parts } = decision;
  const known = greatest !== null && compare(least, greatest) === 0 ? least : null;
  const sides = Object.entries(sidesOfPoint(decision));
  return node(placePath('point', place, where), 'point', null, {
    complete: reason === null && missing.length === 0,
    value: known === null ? null : toDouble(known),
    exact: known === null ? null : fractionText(known),
    bounds:
      known === null ? { low: fractionText(least), high: greatest === null ? null : fractionText(greatest) } : null,
    facts: {
      requirement: place.assessment.requirement.id,
      point: where.join('.'),
      dimension: point.dimension,
      scoring: point.scoring.kind,
      schoolId: place.school?.unit.schoolId ?? null,
      stage: place.stage,
      reason,
    },
    formula: pointFormula(decision, known),
    source: point.source,
    cells: cellsWithValues(
      recordsAt(place),
      sides.filter(([, amount]) => isPlain(amount)).flatMap(([, amount]) => cellsOfAmount(place, amount)),
    ),
    children: [
      ...parts.map((part) => placePath('part', place, [...where, part.id])),
      ...sides.filter(([, amount]) => !isPlain(amount)).map(([side]) => placePath('amount', place, [...where, side])),
    ],
  });
}

function pointFormula({ point, least, greatest, terms }: PointDecision, known: Rational | null): ExplanationFormula {
  const numbers = {
    least: exactText(least),
    greatest: greatest === null ? null : exactText(greatest),
    maximum: point.maximum,
  };
  if (known === null || terms === null) return formula('point', numbers);
  const raw = rawPoints(terms);
  // Below nothing is nothing, above the maximum is the maximum.
  const corrected = subtract(known, raw);
  return formula('point', numbers, {
    expression: `${spelt(terms)}${isZero(corrected) ? '' : ` + ${operand(corrected)}`}`,
    result: fractionText(known),
  });
}

function rawPoints({ base, deducted }: PointTerms): Rational {
  return deducted.reduce((points, each) => subtract(points, pointsOff(each)), base);
}

function spelt({ base, deducted }: PointTerms): string {
  return [
    operand(base),
    ...deducted
      .filter((each) => compare(pointsOff(each), zero) !== 0)
      .map((each) => {
        const capped = each.atMost !== null && compare(pointsOff(each), each.atMost) === 0;
        return capped ? operand(pointsOff(each)) : `${operand(each.times)} * ${operand(each.each)}`;
      }),
  ].join(' - ');
}
