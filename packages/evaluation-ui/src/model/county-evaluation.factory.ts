import type {
  CountyEvaluation,
  CvEvaluation,
  IndicatorEvaluation,
  RequirementOutcome,
  SchoolStageEvaluation,
  StageEvaluation,
} from '@junheng/evaluation-core';

/** Small results for tests of how results are shown. The numbers need not fit together; the core's own tests see to that. */
export function indicatorEvaluation(changes: Partial<IndicatorEvaluation> = {}): IndicatorEvaluation {
  return {
    indicatorId: 'R1',
    outcome: 'met',
    aboveFloor: true,
    value: 5,
    exact: '5',
    threshold: '4.2',
    comparator: 'at-least',
    floor: '3.57',
    boundary: false,
    reason: null,
    missing: [],
    trace: { amount: '15', pupils: '300', denominator: null, share: null, answer: null, cells: [] },
    ...changes,
  };
}

export function schoolStage(changes: Partial<SchoolStageEvaluation> = {}): SchoolStageEvaluation {
  const indicators = changes.indicators ?? [indicatorEvaluation()];
  const count = (outcome: string) => indicators.filter((each) => each.outcome === outcome).length;
  return {
    schoolId: 's1',
    name: '示例小学',
    code: '2199000001',
    stage: 'primary',
    pupils: 300,
    outcome: 'met',
    complete: true,
    reason: null,
    metCount: count('met'),
    unmetCount: count('unmet'),
    undeterminedCount: count('undetermined'),
    points: null,
    grade: null,
    indicators,
    ...changes,
  };
}

export function cvEvaluation(changes: Partial<CvEvaluation> = {}): CvEvaluation {
  return {
    indicatorId: 'R1',
    outcome: 'met',
    cv: 0.3,
    mean: 5,
    standardDeviation: 1.5,
    limit: '0.5',
    provisional: false,
    boundary: false,
    schoolStageCount: 12,
    pupils: 4000,
    reason: null,
    missing: [],
    contributions: [],
    ...changes,
  };
}

export function stageEvaluation(changes: Partial<StageEvaluation> = {}): StageEvaluation {
  return {
    stage: 'primary',
    outcome: 'met',
    complete: true,
    schoolsOutcome: 'met',
    schoolStageCount: 12,
    metCount: 12,
    unmetCount: 0,
    undeterminedCount: 0,
    pupils: 4000,
    balanceOutcome: 'met',
    composite: null,
    cvs: [cvEvaluation()],
    ...changes,
  };
}

/** Waits for the county report, as most do at first. */
export function requirementOutcome(changes: Partial<RequirementOutcome> = {}): RequirementOutcome {
  return {
    requirementId: 'G1',
    group: 'government',
    outcome: 'undetermined',
    complete: false,
    reason: 'missing-cells',
    missing: [{ schoolId: '', key: 'school-layout-reasonable' }],
    measured: null,
    parts: [],
    score: null,
    schools: null,
    ...changes,
  };
}

export function countyEvaluation(changes: Partial<CountyEvaluation> = {}): CountyEvaluation {
  return {
    editionId: 'cn-2017-quality-balance',
    editionHash: 'edition',
    dataSetHash: 'data',
    rulesVersion: '1',
    options: { split: 'weighted', evaluationDate: null },
    countyCode: '219900',
    countyName: '示例县',
    resourceAllocation: { outcome: 'met', complete: true, stages: [stageEvaluation()] },
    county: {
      outcome: 'undetermined',
      complete: false,
      requirements: [requirementOutcome()],
    },
    schoolStages: [schoolStage()],
    specialRules: [],
    outOfScope: [],
    mergedCampuses: [],
    dataProblems: [],
    hash: 'hash',
    ...changes,
  };
}
