import type { ImportProblem } from '@junheng/api-contract';

const severityOrder: Readonly<Record<ImportProblem['severity'], number>> = { error: 0, warning: 1, note: 2 };

export interface ProblemGroup {
  readonly file: string;
  readonly sheet: string | null;
  readonly problems: readonly ImportProblem[];
}

/** `C14`, `14`, `C`, or null when the problem is about the sheet or file. */
export function cellAddress(problem: Pick<ImportProblem, 'row' | 'column'>): string | null {
  const address = `${problem.column ?? ''}${problem.row ?? ''}`;
  return address === '' ? null : address;
}

function columnNumber(column: string | null): number {
  return Array.from(column ?? '').reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
}

/** By file and sheet as they came; inside, what is in the way first, then as one reads the sheet. */
export function groupProblems(problems: readonly ImportProblem[]): readonly ProblemGroup[] {
  const groups = new Map<string, { file: string; sheet: string | null; problems: ImportProblem[] }>();
  for (const problem of problems) {
    const key = `${problem.file}\u0000${problem.sheet ?? ''}`;
    const group = groups.get(key) ?? { file: problem.file, sheet: problem.sheet, problems: [] };
    group.problems.push(problem);
    groups.set(key, group);
  }
  for (const group of groups.values()) {
    group.problems.sort(
      (a, b) =>
        severityOrder[a.severity] - severityOrder[b.severity] ||
        (a.row ?? 0) - (b.row ?? 0) ||
        columnNumber(a.column) - columnNumber(b.column),
    );
  }
  return [...groups.values()];
}

export function countBySeverity(
  problems: readonly ImportProblem[],
): Readonly<Record<ImportProblem['severity'], number>> {
  const counts = { error: 0, warning: 0, note: 0 };
  for (const problem of problems) counts[problem.severity] += 1;
  return counts;
}
