import type { FeedbackLetter, RectificationCoverage } from '@junheng/api-contract';

export type LetterRow = FeedbackLetter['problems'][number]['rows'][number];
export type Covered = RectificationCoverage['problems'][number];

/**
 * What is known of the measures of a row. `computed`: by the core, over approved data; `worded`: no number speaks of the problem, so
 * there is only a count; `settled`: nothing is left to be done, or the data that would tell are not there.
 */
export type Effect =
  | { readonly kind: 'computed'; readonly problem: Covered }
  | { readonly kind: 'worded'; readonly measures: number }
  | { readonly kind: 'settled' };

const UNCOVERED: readonly Covered['state'][] = ['no-measure', 'no-effect', 'short', 'open'];

export function coveredByRow(coverages: readonly RectificationCoverage[]): ReadonlyMap<string, Covered> {
  return new Map(
    coverages.flatMap(({ problems }) =>
      problems.flatMap((problem): readonly (readonly [string, Covered])[] =>
        problem.row === null ? [] : [[problem.row.id, problem]],
      ),
    ),
  );
}

export function effectOf(row: LetterRow, covered: ReadonlyMap<string, Covered>): Effect {
  if (row.status === 'closed') return { kind: 'settled' };
  const problem = covered.get(row.id);
  if (problem !== undefined) return { kind: 'computed', problem };
  return row.place === null ? { kind: 'worded', measures: row.measures.length } : { kind: 'settled' };
}

/** Is it left without measures that are enough? */
export function isUncovered(effect: Effect): boolean {
  switch (effect.kind) {
    case 'computed':
      return UNCOVERED.includes(effect.problem.state);
    case 'worded':
      return effect.measures === 0;
    case 'settled':
      return false;
    default: {
      const exhaustive: never = effect;
      return exhaustive;
    }
  }
}

/** Counties and editions whose coverage tells about the rows of a letter, each once. */
export function basesOf({
  county,
  problems,
}: FeedbackLetter): readonly { readonly countyId: string; readonly editionId: string }[] {
  const editions = new Set(problems.flatMap(({ rows }) => rows.flatMap(({ editionId }) => editionId ?? [])));
  return [...editions].map((editionId) => ({ countyId: county.id, editionId }));
}

/** Every row of a letter once, though several of its problems may name it. */
export function rowsOf({ problems }: FeedbackLetter): readonly LetterRow[] {
  return [...new Map(problems.flatMap(({ rows }) => rows.map((row) => [row.id, row] as const))).values()];
}
