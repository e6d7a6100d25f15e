import type { Claim, GivenClaim } from './claim.ts';
import { checkAttainment, checkComparison } from './comparison.ts';
import { checkDerived } from './derived.ts';
import { checkCoverage, checkNumbering } from './lists.ts';
import { outcome } from './outcome.ts';
import { readFigure } from './read-figure.ts';
import { checkRestated } from './restated.ts';
import type { StatedNumberResult } from './result.ts';
import { checkShareOfWhole } from './share-of-whole.ts';
import { checkTrend } from './trend.ts';

type Evaluators = {
  readonly [Kind in Claim['kind']]: (claim: Extract<Claim, { kind: Kind }>) => StatedNumberResult;
};

/** One evaluator per kind; a new kind without one does not compile. */
const evaluators: Evaluators = {
  derived: checkDerived,
  comparison: checkComparison,
  attainment: checkAttainment,
  restated: checkRestated,
  trend: checkTrend,
  'share-of-whole': checkShareOfWhole,
  coverage: checkCoverage,
  numbering: checkNumbering,
  given: checkGiven,
};

/** Tests one thing that a report states against the raw numbers it gives. Never throws, whatever the texts hold. */
export function checkStatedNumber(claim: Claim): StatedNumberResult {
  return runCheck(claim.kind, claim);
}

function runCheck<Kind extends Claim['kind']>(kind: Kind, claim: Extract<Claim, { kind: Kind }>): StatedNumberResult {
  const evaluator: Evaluators[Kind] = evaluators[kind];
  return evaluator(claim);
}

/**
 * Tests the claims of one report together, in the order of the report: a wrong number that repeats, digit by digit, a right one
 * stated before it was probably copied.
 */
export function checkStatedNumbers(claims: readonly Claim[]): readonly StatedNumberResult[] {
  const right = new Map<string, string>();
  return claims.map((claim) => {
    const result = checkStatedNumber(claim);
    if (claim.kind !== 'derived' || claim.stated === null) return result;
    const printed = `${claim.stated.trim()}\n${claim.unit ?? ''}`;
    const source = right.get(printed);
    if (result.verdict !== 'disagrees') right.set(printed, claim.id);
    else if (source !== undefined && result.finding === 'other-number') {
      return { ...result, suspect: { cause: 'copied', claimId: source, exponent: null } };
    }
    return result;
  });
}

/** Are the figures there at all? */
function checkGiven(claim: Claim & GivenClaim): StatedNumberResult {
  const missing = Object.keys(claim.raws).flatMap((name) => {
    const text = claim.raws[name] ?? '';
    const reading = readFigure(text);
    return reading.ok ? [] : [{ name, text, problem: reading.problem }];
  });
  const count = String(Object.keys(claim.raws).length);
  return outcome(claim, missing.length === 0 ? 'all-given' : 'figure-missing', { missing, facts: { count } });
}
