import type { RecognitionStepKind } from '@junheng/api-contract';

/** One step of a county with a standard; never changed but withdrawn. */
export interface RecognitionStepRecord {
  readonly id: string;
  readonly countyId: string;
  readonly editionId: string;
  /** Of a bureau's edition. */
  readonly editionName: readonly [zhCN: string, en: string] | null;
  readonly number: number;
  readonly step: RecognitionStepKind;
  readonly on: string;
  readonly document: string | null;
  readonly issuer: string | null;
  readonly evaluationId: string | null;
  readonly roundId: string | null;
  readonly year: number | null;
  readonly note: string | null;
  readonly recordedAt: Date;
  readonly recordedBy: string;
  /** The level that recorded it. */
  readonly recordedAs: RecordingLevel;
  readonly withdrawnAt: Date | null;
  readonly withdrawnBy: string | null;
  readonly withdrawalReason: string | null;
}

/** Who looks: the county's bureau, the city above it, or the province. Null: none of them. */
export type RecordingLevel = 'county' | 'city' | 'province';
