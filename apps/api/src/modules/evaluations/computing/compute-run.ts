import {
  evaluateCounty,
  problemsOf,
  type DataSet,
  type Edition,
  type EvaluationOptions,
} from '@junheng/evaluation-core';
import type { ComputedRun } from '../evaluations.types.ts';
import { coefficientsOf, schoolStagesOf, summaryOf } from '../run-summary.rules.ts';

/**
 * From the text of a frozen data set to what is stored of the run. Texts in and out: between threads they cost nothing to hand over,
 * a county's objects do.
 */
export function computeRun(edition: Edition, contentText: string, options: EvaluationOptions): ComputedRun {
  const result = evaluateCounty(edition, JSON.parse(contentText) as DataSet, options);
  return {
    dataSetHash: result.dataSetHash,
    editionId: result.editionId,
    editionHash: result.editionHash,
    options: result.options,
    rulesVersion: result.rulesVersion,
    resultHash: result.hash,
    summary: summaryOf(result),
    coefficients: coefficientsOf(result),
    schoolStages: schoolStagesOf(result),
    resultText: JSON.stringify(result),
    problemsText: JSON.stringify(problemsOf(edition, result)),
  };
}
