import type { DataSet } from '@junheng/evaluation-core';

/**
 * The seven indicators once more, in plain double arithmetic and written without a look at the core, so that a mistake in
 * either shows as a difference. Near a limit doubles prove nothing: there the planted truth is exact by construction.
 */
export interface ByHand {
  readonly stage: 'primary' | 'junior';
  readonly cvs: Readonly<Record<string, number>>;
  /** Indicators below their threshold, and whether the school passes, by school. */
  readonly schools: ReadonlyMap<string, { readonly unmet: readonly string[]; readonly passes: boolean }>;
}

const limits = {
  primary: { R1: 4.2, R2: 1, R3: 0.9, R4: 4.5, R5: 7.5, R6: 2000, R7: 2.3 },
  junior: { R1: 5.3, R2: 1, R3: 0.9, R4: 5.8, R5: 10.2, R6: 2500, R7: 2.4 },
} as const;

type Sums = Record<string, number>;

export function byHand(dataSet: DataSet, stage: 'primary' | 'junior'): ByHand {
  const bySchool = new Map<string, Sums>();
  for (const school of dataSet.schools) {
    const id = school.countedAsSchool ? school.schoolId : (school.parentSchoolId ?? school.schoolId);
    const sums = bySchool.get(id) ?? {};
    for (const [cell, value] of Object.entries(school.cells)) {
      const amount = Number(value);
      if (!Number.isNaN(amount)) sums[cell] = (sums[cell] ?? 0) + amount;
    }
    bySchool.set(id, sums);
  }
  const typeOf = (id: string): string =>
    dataSet.schools.find((each) => each.schoolId === id)?.cells['school-type'] ?? '';
  const rows: { id: string; pupils: number; amounts: Record<string, number> }[] = [];
  for (const [id, sums] of bySchool) {
    const of = (cell: string): number => sums[cell] ?? 0;
    const [primary, junior, senior] = [of('pupils.primary'), of('pupils.junior'), of('pupils.senior')];
    const type = typeOf(id);
    if (type === 'special-education' || type === 'vocational') continue;
    if (type === 'teaching-point' && primary + junior < 50) continue;
    const pupils = stage === 'primary' ? primary : junior;
    if (pupils === 0) continue;
    const share = (stage === 'primary' ? primary : 1.1 * junior) / (primary + 1.1 * junior + 1.32 * senior);
    const degrees = ['bachelor', 'master', 'doctor', ...(stage === 'primary' ? ['associate'] : [])];
    const subjects = ['pe', 'music', 'fine-art', 'arts'];
    rows.push({
      id,
      pupils,
      amounts: {
        R1: degrees.reduce((sum, degree) => sum + of(`teachers-${degree}.${stage}`), 0) * 100,
        R2: of(`backbone-teachers.${stage}`) * 100,
        R3: subjects.reduce((sum, subject) => sum + of(`${subject}-teachers.${stage}`), 0) * 100,
        R4: (of('teaching-rooms-area') - of('indoor-sports-rooms-area')) * share,
        R5: (of('gymnasium-area') + of('sports-field-area')) * share,
        R6: of('equipment-value') * 10_000 * share,
        R7: of('multimedia-classrooms') * 100 * share,
      },
    });
  }
  const total = rows.reduce((sum, row) => sum + row.pupils, 0);
  const cvs: Record<string, number> = {};
  for (const id of Object.keys(limits[stage])) {
    const mean = rows.reduce((sum, row) => sum + (row.amounts[id] ?? 0), 0) / total;
    const variance = rows.reduce(
      (sum, row) => sum + (row.pupils / total) * ((row.amounts[id] ?? 0) / row.pupils - mean) ** 2,
      0,
    );
    cvs[id] = Math.sqrt(variance) / mean;
  }
  const schools = new Map(
    rows.map((row) => {
      const each = (id: string): number => (row.amounts[id] ?? 0) / row.pupils;
      const unmet = Object.entries(limits[stage]).filter(([id, limit]) => each(id) < limit * (1 - 1e-12));
      const floored = unmet.every(([id, limit]) => each(id) >= limit * 0.85 * (1 - 1e-12));
      return [row.id, { unmet: unmet.map(([id]) => id), passes: unmet.length <= 1 && floored }];
    }),
  );
  return { stage, cvs, schools };
}
