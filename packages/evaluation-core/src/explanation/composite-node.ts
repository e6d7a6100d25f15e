import { exactText } from '../quantities/decimal.ts';
import { displayNumber } from '../quantities/display.ts';
import { compare, divide, fractionText, rational, sum } from '../quantities/rational.ts';
import type { Rational } from '../quantities/rational.ts';
import { movedLimit } from '../quantities/rounding.ts';
import type { MovedLimit } from '../quantities/rounding.ts';
import type { IndexedEdition } from '../standards/edition-index.ts';
import { meanRootToDouble, rationalRoot, rootBounds } from '../statistics/composite-cv.ts';
import type { ExplanationFormula, ExplanationNode } from '../trace/explanation-node.ts';
import { operand } from '../trace/expression.ts';
import { formula, node } from '../trace/node-builders.ts';
import { nodePath } from '../trace/paths.ts';
import type { CompositeAssessment } from '../verdicts/composite.ts';

/**
 * The mean of the CVs. They are square roots and have endless digits, so the proof is spelt out with numbers that are certainly not below
 * them where the limit is kept (`bound: upper`), and certainly not above them where it is not (`lower`), each with so many digits that
 * they decide: whoever squares a number and compares it with the CV^2 of the child node can see that. `exact` where all of them are rational.
 */
export function compositeNode(indexed: IndexedEdition, composite: CompositeAssessment): ExplanationNode {
  const { stage, cvs, squares, limitText, outcome } = composite;
  const value = squares === null ? null : meanRootToDouble(squares);
  const proof = proofOf(indexed, composite);
  return node(nodePath('composite', stage), 'composite-cv', outcome, {
    complete: !composite.provisional,
    value,
    facts: { stage, provisional: composite.provisional, boundary: composite.boundary, reason: composite.reason },
    formula: formula(
      'composite-cv',
      {
        count: cvs.length,
        limit: limitText,
        bound: proof?.bound ?? null,
        composite:
          value === null
            ? null
            : displayNumber(value, indexed.edition.display.cvDecimals, {
                limit: limitText,
                met: outcome !== 'unmet',
                direction: 'at-most',
              }),
      },
      proof?.spelt ?? {},
    ),
    source: indexed.edition.balanceRule?.source ?? null,
    children: cvs.map((cv) => nodePath('cv', stage, cv.indicator.definition.id)),
  });
}

/** Digits after the point to begin with. */
const firstDigits = 12;

interface Proof {
  readonly bound: 'exact' | 'upper' | 'lower';
  readonly spelt: Pick<ExplanationFormula, 'expression' | 'result' | 'comparison'>;
}

/** None while values are missing. */
function proofOf(indexed: IndexedEdition, { squares, limit, outcome, provisional }: CompositeAssessment): Proof | null {
  if (squares === null || limit === null || provisional || (outcome !== 'met' && outcome !== 'unmet')) return null;
  const holds = outcome === 'met';
  const moved = movedLimit(limit, indexed.edition.rounding.cvs);
  const roots = squares.flatMap((square) => rationalRoot(square) ?? []);
  if (roots.length === squares.length) return { bound: 'exact', spelt: spelt(roots, moved, holds) };
  // Not all are rational, so that the mean is not the limit, and some number of digits decides.
  for (let digits = firstDigits; ; digits *= 2) {
    const bounds = rootBounds(squares, digits, holds);
    if (isWithin(meanOf(bounds), moved) === holds)
      return { bound: holds ? 'upper' : 'lower', spelt: spelt(bounds, moved, holds) };
  }
}

function meanOf(values: readonly Rational[]): Rational {
  return divide(sum(values), rational(BigInt(values.length), 1n));
}

function isWithin(value: Rational, { limit, included }: MovedLimit): boolean {
  const difference = compare(value, limit);
  return included ? difference <= 0 : difference < 0;
}

function spelt(values: readonly Rational[], { limit, included }: MovedLimit, holds: boolean): Proof['spelt'] {
  return {
    expression: `(${values.map(operand).join(' + ')}) / ${values.length}`,
    result: fractionText(meanOf(values)),
    comparison: { relation: included ? '<=' : '<', limit: exactText(limit), holds },
  };
}
