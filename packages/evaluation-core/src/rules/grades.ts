import type { Outcome } from '../outcome.ts';
import { judged } from './at-least-m-of-n.ts';
import type { CountedDecision } from './at-least-m-of-n.ts';

/** A grade (合格, 基本合格 ...) and how many indicators it needs. */
export interface Grade {
  readonly id: string;
  readonly minimumMet: number;
}

/** Null = below every grade. `worst` and `best` differ while something is open. */
export interface GradeDecision {
  readonly outcome: Outcome;
  readonly worst: string | null;
  readonly best: string | null;
}

/** The grade by the number of indicators met; `passing` is the lowest grade that passes. Grades from the highest. */
export function decideGrade(
  decisions: readonly CountedDecision[],
  grades: readonly Grade[],
  passing: string,
): GradeDecision {
  const counted = judged(decisions);
  if (counted.length === 0) return { outcome: 'not-applicable', worst: null, best: null };
  const certainlyMet = counted.filter((each) => each.outcome === 'met').length;
  const possiblyMet = counted.filter((each) => each.outcome !== 'unmet').length;
  const last = grades.findIndex((grade) => grade.id === passing);
  const place = (met: number): number => {
    const found = grades.findIndex((grade) => met >= grade.minimumMet);
    return found < 0 ? grades.length : found;
  };
  const [worst, best] = [place(certainlyMet), place(possiblyMet)];
  return {
    outcome: worst <= last ? 'met' : best > last ? 'unmet' : 'undetermined',
    worst: grades[worst]?.id ?? null,
    best: grades[best]?.id ?? null,
  };
}
