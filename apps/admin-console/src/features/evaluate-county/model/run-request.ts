import type { DataSetView, EvaluationSummary } from '@junheng/api-contract';
import type { EvaluationWithResult } from '../../../server/evaluations.ts';
import type { RunEvaluationRequest } from '../../../server/contract-shapes.ts';

export type Split = 'weighted' | 'reported-by-stage';

/** What a run is to be made of. */
export interface RunChoices {
  /** Null: as the standard says. */
  readonly split: Split | null;
  readonly editionId: string;
  /** Null: what is approved now. */
  readonly dataSetId: string | null;
}

/** Only what differs from the usual is asked for. */
export function runRequest({ split, editionId, dataSetId }: RunChoices, ownEditionId: string): RunEvaluationRequest {
  return {
    ...(split === null ? {} : { split }),
    ...(dataSetId === null ? {} : { dataSetId }),
    ...(editionId === ownEditionId ? {} : { editionId }),
  };
}

/** The data sets that were evaluated, the newest first. */
export function dataSetsOf(runs: readonly EvaluationSummary[]): readonly DataSetView[] {
  const byId = new Map(runs.map(({ dataSet }) => [dataSet.id, dataSet]));
  return [...byId.values()].sort((a, b) => b.version - a.version);
}

/** The very same again: data, edition and options of that run. */
export function sameAgain({ dataSet, editionId, result }: EvaluationWithResult): RunEvaluationRequest {
  const { split, evaluationDate } = result.options;
  return {
    split,
    dataSetId: dataSet.id,
    editionId,
    ...(evaluationDate === null ? {} : { evaluationDate }),
  };
}
