import type { schoolImportStatuses, SchoolImportProblem } from '@junheng/api-contract';
import type { ImportedSchool } from './check-schools.ts';

export interface ListedSchoolImportRecord {
  readonly id: string;
  readonly countyId: string;
  readonly status: (typeof schoolImportStatuses)[number];
  readonly fileName: string;
  readonly uploadedAt: Date;
  readonly uploadedBy: string;
  readonly confirmedAt: Date | null;
  readonly rows: number;
  readonly fresh: number;
  readonly known: number;
  readonly errors: number;
  readonly warnings: number;
}

export interface SchoolImportRecord extends ListedSchoolImportRecord {
  readonly problems: readonly SchoolImportProblem[];
  /** The first schools that would be registered. */
  readonly sample: readonly ImportedSchool[];
}
