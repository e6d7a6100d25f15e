import type {
  CountyEvaluation,
  IndicatorEvaluation,
  RequirementOutcome,
  StageEvaluation,
} from '@junheng/evaluation-core';

type Stored<Whole, Since extends keyof Whole> = Omit<Whole, Since> & Partial<Pick<Whole, Since>>;
type RequirementSince = 'reason' | 'missing' | 'measured' | 'parts' | 'score' | 'schools';
type StoredSchool = Stored<CountyEvaluation['schoolStages'][number], 'points' | 'grade' | 'indicators'> & {
  readonly indicators: readonly StoredIndicator[];
};
type StoredIndicator = Omit<IndicatorEvaluation, 'trace'> & {
  readonly trace: Stored<IndicatorEvaluation['trace'], 'denominator' | 'answer'>;
};

/** A result as runs hold it: never changed, so those of earlier versions lack what was added since. */
export type StoredResult = Omit<CountyEvaluation, 'specialRules' | 'resourceAllocation' | 'county' | 'schoolStages'> & {
  readonly specialRules?: CountyEvaluation['specialRules'];
  readonly resourceAllocation: Omit<CountyEvaluation['resourceAllocation'], 'stages'> & {
    readonly stages: readonly Stored<StageEvaluation, 'balanceOutcome' | 'composite'>[];
  };
  readonly county: Omit<CountyEvaluation['county'], 'requirements'> & {
    readonly requirements: readonly Stored<RequirementOutcome, RequirementSince>[];
  };
  readonly schoolStages: readonly StoredSchool[];
};

/** What an earlier version did not say is said to be nothing; no outcome or number is touched. */
export function completeResult(stored: StoredResult): CountyEvaluation {
  return {
    ...stored,
    specialRules: stored.specialRules ?? [],
    resourceAllocation: {
      ...stored.resourceAllocation,
      stages: stored.resourceAllocation.stages.map((stage) => ({
        balanceOutcome: 'not-applicable',
        composite: null,
        ...stage,
      })),
    },
    county: {
      ...stored.county,
      requirements: stored.county.requirements.map((requirement) => ({
        reason: null,
        missing: [],
        measured: null,
        parts: [],
        score: null,
        schools: null,
        ...requirement,
      })),
    },
    schoolStages: stored.schoolStages.map((school) => ({
      points: null,
      grade: null,
      ...school,
      indicators: school.indicators.map((indicator) => ({
        ...indicator,
        trace: {
          ...indicator.trace,
          denominator: indicator.trace.denominator ?? null,
          answer: indicator.trace.answer ?? null,
        },
      })),
    })),
  };
}
