import type { EvaluationSummary } from '@junheng/api-contract';
import type { EvaluationOptions } from '@junheng/evaluation-core';
import { presentDataSet } from '../data-sets/data-sets.presenter.ts';
import type { ChangedSince } from '../data-sets/data-sets.types.ts';
import type { EvaluationRun } from './evaluations.types.ts';

/** The options a run was computed with, to compute it again. */
export function optionsOf({ options }: Pick<EvaluationRun, 'options'>): EvaluationOptions {
  const { split, evaluationDate } = options;
  return { split, ...(evaluationDate === null ? {} : { evaluationDate }) };
}

export function presentEvaluation(
  run: EvaluationRun,
  dataSet: Parameters<typeof presentDataSet>[0],
  changed: ChangedSince | undefined,
): EvaluationSummary {
  return {
    id: run.id,
    roundId: run.roundId,
    editionId: run.editionId,
    editionHash: run.editionHash,
    rulesVersion: run.rulesVersion,
    dataSet: presentDataSet(dataSet),
    resultHash: run.resultHash,
    ...run.summary,
    ranAt: run.ranAt.toISOString(),
    ranBy: run.ranBy,
    release:
      run.release === null ? null : { ...run.release, releasedAt: new Date(run.release.releasedAt).toISOString() },
    outdated: changed === undefined ? null : presentChanged(changed),
  };
}

function presentChanged(changed: ChangedSince): NonNullable<EvaluationSummary['outdated']> {
  const { newestVersion, schoolCount, schools, county } = changed;
  return {
    newestVersion,
    schoolCount,
    county,
    schools: schools.map(({ selfReportId, schoolId, schoolName, change, by, at, reason }) => ({
      selfReportId,
      schoolId,
      schoolName,
      change,
      by,
      at: at?.toISOString() ?? null,
      reason,
    })),
  };
}
