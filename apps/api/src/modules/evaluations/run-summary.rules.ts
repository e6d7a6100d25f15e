import type { CountyEvaluation, Outcome, StageEvaluation } from '@junheng/evaluation-core';
import type { RunCoefficient, RunSchoolStage, RunSummary } from './evaluations.types.ts';

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
      cvsMet: judgedCvs(stage).filter(({ outcome }) => outcome === 'met').length,
      cvs: judgedCvs(stage).length,
    })),
  };
}

/** Every coefficient by stage and indicator in the order of the edition. */
export function coefficientsOf(result: CountyEvaluation): readonly RunCoefficient[] {
  return result.resourceAllocation.stages.flatMap(({ stage, cvs }) =>
    cvs.map(({ indicatorId, cv, limit, outcome }) => ({ stage, indicatorId, cv, limit, outcome })),
  );
}

/** In the order of the result. */
export function schoolStagesOf(result: CountyEvaluation): readonly RunSchoolStage[] {
  return result.schoolStages.map(({ schoolId, outcome, indicators }) => ({
    schoolId,
    outcome,
    unmet: indicators.flatMap((each) => (each.outcome === 'unmet' ? [each.indicatorId] : [])),
  }));
}

/** Every coefficient by itself, or only their mean (综合差异系数). */
function judgedCvs(stage: StageEvaluation): readonly { readonly outcome: Outcome }[] {
  return stage.composite === null ? stage.cvs : [stage.composite];
}
