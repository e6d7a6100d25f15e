import type { RegisterDetails, RegisterKind } from '@junheng/api-contract';

/** What somebody writes in a row. */
export interface RegisterContent {
  readonly schoolId: string | null;
  readonly startsOn: string;
  readonly endsOn: string | null;
  readonly details: RegisterDetails;
  readonly evidence: string | null;
}

export interface RegisterRowRecord extends RegisterContent {
  readonly id: string;
  readonly countyId: string;
  readonly kind: RegisterKind;
  readonly schoolName: string | null;
  readonly toSchoolName: string | null;
  readonly revision: number;
  readonly changedAt: Date;
  readonly changedByName: string;
  readonly withdrawnAt: Date | null;
  readonly withdrawalReason: string | null;
}

export interface RegisterRowVersion extends RegisterContent {
  readonly revision: number;
  readonly at: Date;
  readonly byName: string;
  readonly withdrawalReason: string | null;
}
