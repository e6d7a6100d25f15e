import type { ChangeDraftRequest, EditionDraft } from '@junheng/api-contract';

/** A bureau's copy of a published edition with its changes, not published yet. */
export interface DraftRecord {
  readonly id: string;
  readonly regionId: string;
  readonly regionName: string;
  readonly regionCode: string;
  readonly baseId: string;
  readonly revision: number;
  readonly name: string;
  readonly nameEn: string;
  readonly instrument: string;
  readonly amendments: ChangeDraftRequest['amendments'];
  readonly evidenceTexts: ChangeDraftRequest['evidenceTexts'];
  readonly changedAt: Date;
  readonly changedByName: string;
}

export type DraftProblem = EditionDraft['problems'][number];
