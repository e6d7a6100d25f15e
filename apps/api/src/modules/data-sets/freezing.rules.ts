import type { Cells, DataSet, Edition } from '@junheng/evaluation-core';
import { schoolRecords } from '../county-reports/school-records.rules.ts';
import type { SchoolEntry } from '../organisations/organisations.types.ts';

/** A school of the round with what was approved of it, null where nothing was. */
export interface SchoolToFreeze {
  readonly school: SchoolEntry;
  readonly approvedCells: Cells | null;
}

/**
 * The data set of a county (数据集): see `schoolRecords` for its schools.
 * @param countyCells what was approved of the county report; null where nothing was
 */
export function freeze(
  edition: Edition,
  county: { readonly code: string; readonly name: string },
  schools: readonly SchoolToFreeze[],
  countyCells: Cells | null = null,
): DataSet {
  return {
    countyCode: county.code,
    countyName: county.name,
    schools: schoolRecords(
      edition,
      schools.map(({ school, approvedCells }) => ({ school, cells: approvedCells })),
    ),
    ...(countyCells === null ? {} : { county: { cells: countyCells } }),
  };
}
