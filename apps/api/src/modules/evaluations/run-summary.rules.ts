import type { CountyEvaluation } from '@junheng/evaluation-core';
import type { RunSummary } from './evaluations.types.ts';

/** What lists of runs show, taken from the result when it is computed. */
export function summaryOf(result: CountyEvaluation): RunSummary {
  return {
    resourceAllocation: result.resourceAllocation.outcome,
    county: result.county.outcome,
    stages: result.resourceAllocation.stages.map((stage) => ({
      stage: stage.stage,
      outcome: stage.outcome,
      schoolStages: stage.schoolStageCount,
      schoolStagesMet: stage.metCount,
      cvsMet: stage.cvs.filter(({ outcome }) => outcome === 'met').length,
      cvs: stage.cvs.length,
    })),
  };
}
