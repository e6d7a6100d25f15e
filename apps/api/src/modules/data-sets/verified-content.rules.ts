import type { DataSet } from '@junheng/evaluation-core';
import type { VerifiedChange, VerifiedValue } from './data-sets.types.ts';

export interface VerifiedContent {
  readonly content: DataSet;
  /** Cells that are not as in the base, by school and cell. */
  readonly changes: readonly VerifiedChange[];
  /** Values whose school the base does not have: nothing is made of them, and they are named. */
  readonly absent: readonly VerifiedValue[];
}

/** A data set with what was found on site in place of what was reported; everything else is as in the base. */
export function verifiedContent(base: DataSet, values: readonly VerifiedValue[]): VerifiedContent {
  const sorted = [...values].sort((a, b) => compare(a.schoolId, b.schoolId) || compare(a.cell, b.cell));
  const reported = new Map(base.schools.map(({ schoolId, cells }) => [schoolId, cells]));
  const changes = sorted.flatMap(({ value, ...found }): VerifiedChange[] => {
    const cells = reported.get(found.schoolId);
    if (cells === undefined) return [];
    const before = (Object.hasOwn(cells, found.cell) ? cells[found.cell] : undefined) ?? null;
    return before === value ? [] : [{ ...found, before, after: value }];
  });
  const bySchool = new Map<string, Record<string, string>>();
  for (const { schoolId, cell, after } of changes) {
    const cells = bySchool.get(schoolId) ?? {};
    cells[cell] = after;
    bySchool.set(schoolId, cells);
  }
  return {
    content: {
      ...base,
      schools: base.schools.map((school) => {
        const own = bySchool.get(school.schoolId);
        return own === undefined ? school : { ...school, cells: { ...school.cells, ...own } };
      }),
    },
    changes,
    absent: sorted.filter(({ schoolId }) => !reported.has(schoolId)),
  };
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
