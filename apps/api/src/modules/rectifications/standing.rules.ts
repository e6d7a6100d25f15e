import {
  standingAt,
  type CountyEvaluation,
  type DataSet,
  type MeasuredNumber,
  type ProblemPlace,
  type RectificationProblem,
} from '@junheng/evaluation-core';
import type { RectificationStanding } from './rectifications.types.ts';

/** One evaluation of approved data, asked place by place. */
export interface Findings {
  /** Asked for only where something does not fail any more: both are large. */
  readonly read: () => Evaluated;
  readonly byKey: ReadonlyMap<string, RectificationProblem>;
  /** What the county fails by: each is a row. */
  readonly failing: readonly RectificationProblem[];
}

export interface Evaluated {
  readonly result: CountyEvaluation;
  readonly content: Pick<DataSet, 'schools'>;
}

/** @param problems all of the evaluation: see `problemsOf` */
export function findingsOf(problems: readonly RectificationProblem[], read: () => Evaluated): Findings {
  let evaluated: Evaluated | null = null;
  return {
    read: () => (evaluated ??= read()),
    byKey: new Map(problems.map((problem) => [problem.key, problem])),
    failing: problems.filter(({ weight }) => weight === 'fails'),
  };
}

/**
 * Does it pass? Never because nothing is known: a place that the evaluation does not have passes only where its school has left the
 * data, or is out of the scope of the standard.
 */
export function standsNow(
  { read, byKey }: Findings,
  key: string,
  place: ProblemPlace,
): { readonly standing: RectificationStanding; readonly measured: MeasuredNumber | null } {
  const problem = byKey.get(key);
  if (problem !== undefined) {
    const standing = { fails: 'failing', 'may-fail': 'undecided', tolerated: 'passing' } as const;
    return { standing: standing[problem.weight], measured: problem.measured };
  }
  const { result, content } = read();
  const found = standingAt(result, place);
  const measured = found?.measured ?? null;
  if (found === null) return { standing: isGone(result, content, place) ? 'passing' : 'undecided', measured };
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
