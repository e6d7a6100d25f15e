import type { EnterFeedbackLetterRequest, FeedbackLetter, LetterFinding, measureKinds } from '@junheng/api-contract';
import type { LedgerRow, RectificationStatus } from '../rectifications.types.ts';

/** What stands at the head of a letter. Dates are `YYYY-MM-DD`. */
export type LetterParticulars = Pick<
  EnterFeedbackLetterRequest,
  'document' | 'issuer' | 'addressee' | 'datedOn' | 'dueOn'
>;
export type LetterProblemRequest = EnterFeedbackLetterRequest['problems'][number];

export interface LetterRecord extends LetterParticulars {
  readonly id: string;
  readonly county: { readonly id: string; readonly name: string };
  readonly enteredAt: Date;
  readonly enteredByName: string;
  /** How often it was corrected. */
  readonly revision: number;
}

export interface ListedLetterRecord extends LetterRecord {
  readonly problems: number;
  readonly total: number;
  readonly closed: number;
  readonly overdue: number;
  readonly withoutMeasure: number;
}

export interface LetterProblemRecord {
  readonly id: string;
  readonly text: string;
  readonly deadline: string;
  readonly rows: readonly { readonly row: LedgerRow; readonly known: boolean }[];
}

export type LetterCorrectionRecord = Omit<FeedbackLetter['corrections'][number], 'at'> & { readonly at: Date };

export interface LetterInFull extends LetterRecord {
  readonly corrections: readonly LetterCorrectionRecord[];
  readonly problems: readonly LetterProblemRecord[];
}

/** A row of the ledger as far as a letter has to recognise it. */
export interface KnownRow {
  readonly id: string;
  readonly number: number;
  readonly status: RectificationStatus;
  /** As somebody worded it; null where only data speak of it. */
  readonly title: string | null;
  /** No number speaks of it. */
  readonly worded: boolean;
  /** The school it is about. */
  readonly schoolId: string | null;
}

/** A problem of a sheet, its lines brought together. */
export interface ReadProblem {
  readonly text: string;
  readonly deadline: string | null;
  readonly rowIds: readonly string[];
  readonly measures: readonly ReadMeasure[];
}

export interface ReadMeasure {
  readonly kind: (typeof measureKinds)[number];
  readonly description: string;
  readonly money: string | null;
  readonly rowIds: readonly string[];
}

export interface CheckedLetter {
  readonly rows: number;
  readonly particulars: { readonly [Name in keyof LetterParticulars]: string | null };
  readonly problems: readonly ReadProblem[];
  readonly findings: readonly LetterFinding[];
}
