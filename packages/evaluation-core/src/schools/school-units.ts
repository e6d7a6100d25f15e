import type { DataProblem, MergedCampus } from '../evaluation.ts';
import type { DataSet, SchoolRecord } from '../items/cells.ts';

/** A school as it is evaluated: itself and the campuses that are not counted as schools (不计校数) and are merged into it. */
export interface SchoolUnit {
  readonly schoolId: string;
  /** The school first, then its campuses by id. */
  readonly members: readonly SchoolRecord[];
  readonly record: SchoolRecord;
  /** Set where it cannot be told what the school belongs to. */
  readonly problem: DataProblem | null;
}

export function byCodeUnit(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/**
 * Merges uncounted campuses into the school at the top of their chain of parents. A campus whose chain ends nowhere (no parent given,
 * parent not in the data set, a cycle) and schools with the same id stay by themselves with a problem: their numbers may belong to
 * another school, so nothing is decided over their heads.
 */
export function schoolUnits(dataSet: DataSet): {
  readonly units: readonly SchoolUnit[];
  readonly merged: readonly MergedCampus[];
} {
  const schools = [...dataSet.schools].sort((a, b) => byCodeUnit(a.schoolId, b.schoolId));
  const byId = new Map<string, SchoolRecord[]>();
  for (const school of schools) {
    const same = byId.get(school.schoolId);
    if (same === undefined) byId.set(school.schoolId, [school]);
    else same.push(school);
  }
  const units: { schoolId: string; record: SchoolRecord; members: SchoolRecord[]; problem: DataProblem | null }[] = [];
  const unitOf = new Map<string, SchoolRecord[]>();
  const campuses: { campus: SchoolRecord; root: string }[] = [];
  for (const [schoolId, same] of byId) {
    const record = same[0];
    if (record === undefined) continue;
    const place: Place = same.length > 1 ? { kind: 'problem', problem: 'duplicate-school-id' } : placeOf(record, byId);
    if (place.kind === 'campus') {
      campuses.push({ campus: record, root: place.root });
      continue;
    }
    const members = [record];
    unitOf.set(schoolId, members);
    const problem: DataProblem | null =
      place.kind === 'problem' ? { schoolId, kind: place.problem, missing: [] } : null;
    units.push({ schoolId, record, members, problem });
  }
  for (const { campus, root } of campuses) unitOf.get(root)?.push(campus);
  return {
    units,
    merged: campuses.map(({ campus, root }) => ({ schoolId: campus.schoolId, parentSchoolId: root })),
  };
}

type Place =
  | { readonly kind: 'school' }
  | { readonly kind: 'campus'; readonly root: string }
  | { readonly kind: 'problem'; readonly problem: DataProblem['kind'] };

function placeOf(record: SchoolRecord, byId: ReadonlyMap<string, readonly SchoolRecord[]>): Place {
  if (record.countedAsSchool) return { kind: 'school' };
  const seen = new Set([record.schoolId]);
  let current = record;
  while (!current.countedAsSchool) {
    if (current.parentSchoolId === null) return { kind: 'problem', problem: 'parent-missing' };
    if (seen.has(current.parentSchoolId)) return { kind: 'problem', problem: 'parent-cycle' };
    seen.add(current.parentSchoolId);
    const parents = byId.get(current.parentSchoolId);
    const parent = parents?.[0];
    if (parents === undefined || parent === undefined) return { kind: 'problem', problem: 'parent-not-in-data-set' };
    if (parents.length > 1) return { kind: 'problem', problem: 'duplicate-school-id' };
    current = parent;
  }
  return { kind: 'campus', root: current.schoolId };
}
