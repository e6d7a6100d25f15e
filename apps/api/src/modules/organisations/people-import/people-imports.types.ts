import type { peopleImportStatuses, PeopleImportProblem } from '@junheng/api-contract';
import type { ChangedAddress, ImportedRole } from './check-people.ts';

export interface ListedPeopleImportRecord {
  readonly id: string;
  readonly countyId: string;
  readonly status: (typeof peopleImportStatuses)[number];
  readonly fileName: string;
  readonly uploadedAt: Date;
  readonly uploadedBy: string;
  readonly confirmedAt: Date | null;
  readonly rows: number;
  readonly fresh: number;
  readonly known: number;
  readonly addresses: number;
  readonly errors: number;
  readonly warnings: number;
}

export interface PeopleImportRecord extends ListedPeopleImportRecord {
  readonly problems: readonly PeopleImportProblem[];
  /** The first roles that would be given. */
  readonly sample: readonly ImportedRole[];
  /** The first addresses that would change. */
  readonly changedAddresses: readonly ChangedAddress[];
}
