import type { Cells, DataSet, Edition, SchoolRecord } from '@junheng/evaluation-core';
import { prefill } from '../self-reports/prefill.rules.ts';
import { formCells } from '../standards/form-cells.rules.ts';
import type { SchoolEntry } from '../organisations/organisations.types.ts';

/** A school of the round with what was approved of it, null where nothing was. */
export interface SchoolToFreeze {
  readonly school: SchoolEntry;
  readonly approvedCells: Cells | null;
}

/**
 * The data set of a county (数据集).
 *
 * A school without an approved report is in it with what the register says and nothing else: leaving it out would make the
 * rest look complete, and a missing value is never zero. Values kept in cells that are no longer part of a school's form enter
 * nothing. Sorted by school code, so that equal content is equal text too.
 */
export function freeze(
  edition: Edition,
  county: { readonly code: string; readonly name: string },
  schools: readonly SchoolToFreeze[],
): DataSet {
  const records = schools.map(({ school, approvedCells }): SchoolRecord => {
    const cells =
      approvedCells === null
        ? Object.fromEntries(prefill(edition, school, null).map(({ cell, value }) => [cell, value]))
        : inForm(edition, approvedCells);
    return {
      schoolId: school.id,
      code: school.code,
      name: school.name,
      parentSchoolId: school.parentSchoolId,
      countedAsSchool: school.countedAsSchool,
      cells,
    };
  });
  records.sort((left, right) => (left.code < right.code ? -1 : left.code > right.code ? 1 : 0));
  return { countyCode: county.code, countyName: county.name, schools: records };
}

function inForm(edition: Edition, cells: Cells): Cells {
  const form = formCells(edition, cells);
  return Object.fromEntries(Object.entries(cells).filter(([cell]) => form.has(cell)));
}
