import type { EvaluationSummary } from '@junheng/api-contract';
import type { CountyEvaluation } from '@junheng/evaluation-core';

/** What a list shows of a run. */
export type RunSummary = Pick<EvaluationSummary, 'resourceAllocation' | 'county' | 'stages'>;

/** One evaluation run (评估): an edition over a frozen data set. Never changed. */
export interface EvaluationRun {
  readonly id: string;
  readonly roundId: string;
  readonly countyId: string;
  readonly dataSetId: string;
  readonly editionId: string;
  readonly editionHash: string;
  readonly options: CountyEvaluation['options'];
  readonly rulesVersion: string;
  readonly resultHash: string;
  readonly summary: RunSummary;
  readonly ranAt: Date;
  readonly ranBy: string;
}

export type NewEvaluationRun = Omit<EvaluationRun, 'id' | 'ranAt' | 'ranBy'> & { readonly result: CountyEvaluation };
