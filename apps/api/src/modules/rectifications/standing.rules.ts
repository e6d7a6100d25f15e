import {
  problemsOf,
  standingAt,
  type CountyEvaluation,
  type DataSet,
  type Edition,
  type MeasuredNumber,
  type ProblemPlace,
  type RectificationProblem,
} from '@junheng/evaluation-core';
import type { RectificationStanding } from './rectifications.types.ts';

/** One evaluation of approved data, asked place by place. */
export interface Findings {
  readonly evaluation: CountyEvaluation;
  readonly dataSet: Pick<DataSet, 'schools'>;
  readonly byKey: ReadonlyMap<string, RectificationProblem>;
  /** What the county fails by: each is a row. */
  readonly failing: readonly RectificationProblem[];
}

export function findingsOf(
  edition: Edition,
  evaluation: CountyEvaluation,
  dataSet: Pick<DataSet, 'schools'>,
): Findings {
  const problems = problemsOf(edition, evaluation);
  return {
    evaluation,
    dataSet,
    byKey: new Map(problems.map((problem) => [problem.key, problem])),
    failing: problems.filter(({ weight }) => weight === 'fails'),
  };
}

/**
 * Does it pass? Never because nothing is known: a place that the evaluation does not have passes only where its school has left the
 * data, or is out of the scope of the standard.
 */
export function standsNow(
  { evaluation, dataSet, byKey }: Findings,
  key: string,
  place: ProblemPlace,
): { readonly standing: RectificationStanding; readonly measured: MeasuredNumber | null } {
  const problem = byKey.get(key);
  const found = standingAt(evaluation, place);
  const measured = problem?.measured ?? found?.measured ?? null;
  if (problem !== undefined) {
    const standing = { fails: 'failing', 'may-fail': 'undecided', tolerated: 'passing' } as const;
    return { standing: standing[problem.weight], measured };
  }
  if (found === null) return { standing: isGone(evaluation, dataSet, place) ? 'passing' : 'undecided', measured };
  switch (found.outcome) {
    case 'met':
    case 'not-applicable':
      return { standing: 'passing', measured };
    case 'unmet':
      return { standing: 'failing', measured };
    case 'undetermined':
      // What is computed of a part of the data looks like a number that passes.
      return { standing: 'undecided', measured: null };
    default: {
      const exhaustive: never = found.outcome;
      return exhaustive;
    }
  }
}

function isGone({ outOfScope }: CountyEvaluation, { schools }: Pick<DataSet, 'schools'>, place: ProblemPlace): boolean {
  if (place.kind !== 'indicator') return false;
  if (!schools.some(({ schoolId }) => schoolId === place.schoolId)) return true;
  return outOfScope.some(
    ({ schoolId, stage }) => schoolId === place.schoolId && (stage === null || stage === place.stage),
  );
}

/** The school that a place is about, null for what concerns the county. */
export const schoolOf = (place: ProblemPlace): string | null => ('schoolId' in place ? place.schoolId : null);
