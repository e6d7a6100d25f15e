import type { SetAnnualTargetRequest, targetComparators } from '@junheng/api-contract';
import type { CountyEvaluation, MeasuredNumber, TargetPlace } from '@junheng/evaluation-core';
import type { FollowedBase } from '../rectifications.types.ts';

export type TargetComparator = (typeof targetComparators)[number];

export interface TargetRecord {
  readonly id: string;
  readonly countyId: string;
  readonly countyName: string;
  readonly year: number;
  readonly editionId: string;
  readonly place: TargetPlace;
  readonly school: { readonly id: string; readonly name: string } | null;
  readonly comparator: TargetComparator;
  readonly value: string;
  readonly dueOn: string;
  readonly document: string | null;
  readonly baseline: MeasuredNumber | null;
  readonly baselineYear: number | null;
  readonly addedAt: Date;
  readonly addedByName: string;
  readonly withdrawnAt: Date | null;
  readonly withdrawnByName: string | null;
  readonly withdrawalReason: string | null;
}

export interface NewTarget extends SetAnnualTargetRequest {
  readonly key: string;
  readonly comparator: TargetComparator;
  readonly baseline: MeasuredNumber;
  readonly baselineYear: number;
}

/** An evaluation by an edition, with what it says. */
export interface TrackedResult {
  readonly base: Pick<FollowedBase, 'editionId' | 'evaluationId' | 'roundId' | 'year'>;
  readonly result: CountyEvaluation;
}
