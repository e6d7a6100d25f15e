import { evaluateCounty } from '../evaluate.ts';
import type { CountyEvaluation, EvaluationOptions, MeasuredNumber } from '../evaluation.ts';
import type { DataSet } from '../items/cells.ts';
import type { Outcome } from '../outcome.ts';
import { whatIf } from '../planning/what-if.ts';
import type { Edition } from '../standards/edition.ts';
import { editsOfMeasures } from './edits-of-measures.ts';
import type { Measure, RefusedEffect } from './measure.ts';
import type { RectificationProblem } from './problem.ts';
import { problemsOf } from './problems-of.ts';
import { standingAt } from './standing-at.ts';

/**
 * What the measures will do to a problem.
 * `reached`: nothing is missing any more; `tolerated`: the indicator stays unmet, and the school passes with it; `short`: a number moves toward
 * its limit and does not reach it; `no-effect`: measures name it, none moves its number the right way; `no-measure`: none names it and none
 * happens to mend it; `open`: cells are missing that decide it.
 */
export const coverageStates = ['reached', 'tolerated', 'short', 'no-effect', 'no-measure', 'open'] as const;
export type CoverageState = (typeof coverageStates)[number];

export interface ProblemCoverage {
  readonly problem: RectificationProblem;
  readonly state: CoverageState;
  /** Those that name it, in the order given. */
  readonly measures: readonly string[];
  /** The number with all measures done; null where no number is compared. */
  readonly after: MeasuredNumber | null;
}

export interface MeasureCoverage {
  /** Every problem of the data set as it is, in the order of the evaluation. */
  readonly problems: readonly ProblemCoverage[];
  /** What would fail only because of the measures: a CV that grows, a school that gives away its teachers. */
  readonly arising: readonly RectificationProblem[];
  /** Left out of the calculation; the effects of all other measures are in it. */
  readonly refused: readonly RefusedEffect[];
  /** Problems that measures name and the evaluation does not have. */
  readonly unknownProblems: readonly RectificationProblem['key'][];
  readonly before: CountyEvaluation;
  readonly after: CountyEvaluation;
}

/**
 * Whether every problem has a measure that reaches the standard (整改覆盖): the evaluation of the data set as it would be with all measures
 * done, beside the one as it is. Throws only for a malformed edition.
 */
export function measureCoverage(
  edition: Edition,
  dataSet: DataSet,
  measures: readonly Measure[],
  options: EvaluationOptions & { readonly before?: CountyEvaluation } = {},
): MeasureCoverage {
  const { before: given, ...method } = options;
  const before = given ?? evaluateCounty(edition, dataSet, method);
  const { edits, refused } = editsOfMeasures(edition, dataSet, measures);
  const { evaluation: after } = whatIf(edition, dataSet, edits, { ...method, before });
  const problems = problemsOf(edition, before);
  const keys = new Set(problems.map(({ key }) => key));
  const later = problemsOf(edition, after);
  const laterByKey = new Map(later.map((each) => [each.key, each]));
  return {
    problems: problems.map((problem) => {
      const named = measures.filter((measure) => measure.problems.includes(problem.key)).map(({ id }) => id);
      const standing = standingAt(after, problem.place);
      return {
        problem,
        state: stateOf(problem, laterByKey.get(problem.key), standing, named.length > 0),
        measures: named,
        after: standing?.measured ?? null,
      };
    }),
    arising: later.filter(({ key, weight }) => weight === 'fails' && !failed(problems, key)),
    refused,
    unknownProblems: [...new Set(measures.flatMap((measure) => measure.problems))].filter((key) => !keys.has(key)),
    before,
    after,
  };
}

function failed(problems: readonly RectificationProblem[], key: string): boolean {
  return problems.some((each) => each.key === key && each.weight === 'fails');
}

function stateOf(
  problem: RectificationProblem,
  later: RectificationProblem | undefined,
  standing: { readonly outcome: Outcome; readonly measured: MeasuredNumber | null } | null,
  named: boolean,
): CoverageState {
  if (standing === null || standing.outcome === 'met' || standing.outcome === 'not-applicable') return 'reached';
  if (standing.outcome === 'undetermined') return 'open';
  if (later?.weight === 'tolerated') return 'tolerated';
  if (!named) return 'no-measure';
  return isNearer(problem.measured, standing.measured) ? 'short' : 'no-effect';
}

/** Whether the number moved toward the side on which its limit is met. Doubles are enough to say so of two different numbers. */
function isNearer(before: MeasuredNumber | null, after: MeasuredNumber | null): boolean {
  if (before === null || after === null || before.value === null || after.value === null) return false;
  switch (before.comparator) {
    case 'at-least':
    case 'more-than':
      return after.value > before.value;
    case 'at-most':
    case 'less-than':
      return after.value < before.value;
    default:
      return false;
  }
}
