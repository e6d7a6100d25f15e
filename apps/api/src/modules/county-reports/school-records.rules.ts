import { allowedCells, type Cells, type Edition, type SchoolRecord } from '@junheng/evaluation-core';
import type { SchoolEntry } from '../organisations/organisations.types.ts';
import { prefill } from '../self-reports/prefill.rules.ts';

/**
 * The schools of a county with what they reported, sorted by code so that equal content is equal text too. A school without a report
 * is among them with what the register says and nothing else: leaving it out would make the rest look complete, and a missing value
 * is never zero. Values kept in cells that are no longer part of a school's form enter nothing.
 */
export function schoolRecords(
  edition: Edition,
  schools: readonly { readonly school: SchoolEntry; readonly cells: Cells | null }[],
): SchoolRecord[] {
  const records = schools.map(({ school, cells }): SchoolRecord => ({
    schoolId: school.id,
    code: school.code,
    name: school.name,
    parentSchoolId: school.parentSchoolId,
    countedAsSchool: school.countedAsSchool,
    cells:
      cells === null
        ? Object.fromEntries(prefill(edition, school, null).map(({ cell, value }) => [cell, value]))
        : inForm(edition, cells),
  }));
  return records.sort((left, right) => (left.code < right.code ? -1 : left.code > right.code ? 1 : 0));
}

function inForm(edition: Edition, cells: Cells): Cells {
  const form = allowedCells(edition, cells);
  return Object.fromEntries(Object.entries(cells).filter(([cell]) => form.has(cell)));
}
