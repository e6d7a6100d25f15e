import type { ConsolidatedSchool } from '@junheng/api-contract';
import type { VerifiedValue } from '../../data-sets/data-sets.types.ts';

/** What was found at the schools of one county, with who found it and why it differs. Nothing of what is open, or could not be verified. */
export function verifiedValuesOf(
  schools: readonly ConsolidatedSchool[],
  countyCode: string,
  visitIds: ReadonlyMap<string, string>,
): readonly VerifiedValue[] {
  return schools
    .filter(({ school }) => school.countyCode === countyCode)
    .flatMap(({ school, cells, signed }) =>
      cells.flatMap(({ cell, final, values, resolution, reason }): VerifiedValue[] => {
        const visitId = visitIds.get(school.schoolId);
        if (final === null || signed === null || visitId === undefined) return [];
        return [
          {
            schoolId: school.schoolId,
            schoolName: school.name,
            cell,
            value: final,
            visitId,
            inspectors: resolution === null ? values.map(({ name }) => name) : [resolution.by],
            reason: resolution?.reason ?? reason,
            at: resolution?.at ?? signed.at,
          },
        ];
      }),
    );
}
