import type { EvaluationJob, EvaluationSummary, Round } from '@junheng/api-contract';
import type { CountyEvaluation, Outcome } from '@junheng/evaluation-core';
import type { Actor } from '../../platform/database/actor.ts';
import type { SchoolPart } from './school-results.rules.ts';

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
  /** Null unless schools may see it now. */
  readonly release: {
    readonly countyVerdict: boolean;
    readonly releasedAt: string;
    readonly releasedBy: string;
  } | null;
}

/** The run by an edition that says how a county stood up to a year. */
export interface RunUntil {
  readonly editionId: string;
  readonly untilYear: number;
  readonly evaluationId: string;
  readonly roundId: string;
  /** Of its round: `untilYear` or before. */
  readonly year: number;
}

/** One difference coefficient (差异系数) of a run, for lists and trends. */
export interface RunCoefficient {
  readonly stage: string;
  readonly indicatorId: string;
  readonly cv: number | null;
  /** Empty where the single coefficient is not judged. */
  readonly limit: string;
  readonly outcome: Outcome;
}

/** How one school-stage (学校学段) of a run stands, for comparisons of areas and school groups. */
export interface RunSchoolStage {
  readonly schoolId: string;
  readonly outcome: Outcome;
  /** Ids of the indicators that it does not meet. */
  readonly unmet: readonly string[];
}

/** The schools of the run by which a county stands in a year. */
export interface StandingSchools {
  readonly evaluationId: string;
  readonly roundId: string;
  readonly countyId: string;
  readonly schoolStages: readonly RunSchoolStage[];
}

/** The run by which a county stands in a year. */
export interface StandingRun extends Pick<EvaluationRun, 'id' | 'roundId' | 'countyId' | 'editionId' | 'ranAt'> {
  /** Bare rows of earlier releases may lack it. */
  readonly summary: Partial<RunSummary>;
  readonly year: number;
  readonly coefficients: readonly RunCoefficient[];
  readonly dataSetVersion: number;
  readonly missingSchools: number;
  readonly released: boolean;
}

/** What one evaluation came to. */
export interface ComputedRun extends Pick<
  EvaluationRun,
  'editionId' | 'editionHash' | 'options' | 'rulesVersion' | 'resultHash' | 'summary'
> {
  readonly dataSetHash: string;
  readonly coefficients: readonly RunCoefficient[];
  readonly schoolStages: readonly RunSchoolStage[];
  /** The CountyEvaluation as JSON. */
  readonly resultText: string;
  /** What fails in it, `RectificationProblem`s as JSON. */
  readonly problemsText: string;
}

export type NewEvaluationRun = Omit<ComputedRun, 'dataSetHash' | 'problemsText'> &
  Pick<EvaluationRun, 'roundId' | 'countyId' | 'dataSetId'>;

/** Evaluating many counties at once: one job, with one part for each round. */
export interface EvaluationJobRecord extends Omit<EvaluationJob, 'askedAt' | 'startedAt' | 'endedAt'> {
  readonly regionPath: string;
  readonly askedAt: Date;
  readonly startedAt: Date | null;
  readonly endedAt: Date | null;
}

/** A job in the hands of this process. */
export interface ClaimedJob extends Pick<EvaluationJob, 'id' | 'editionId' | 'data'> {
  readonly regionPath: string;
  readonly actor: Actor;
  readonly parts: readonly { readonly roundId: string; readonly countyId: string }[];
}

export type NewEvaluationJob = Pick<EvaluationJob, 'kind' | 'year' | 'editionId' | 'data'> & {
  readonly regionId: string;
};

export interface NewRelease {
  readonly countyId: string;
  readonly roundId: string;
  readonly evaluationId: string;
  readonly countyVerdict: boolean;
}

/** That a school may see its result of a round. */
export interface ListedSchoolResult {
  readonly selfReportId: string;
  readonly schoolId: string;
  readonly schoolName: string;
  readonly roundId: string;
  readonly kind: Round['kind'];
  readonly year: number;
  readonly releasedAt: Date;
}

/** A school's own part of the released run, with what is needed to explain it. */
export interface ReleasedSchoolResult
  extends
    ListedSchoolResult,
    Pick<
      EvaluationRun,
      'dataSetId' | 'editionId' | 'editionHash' | 'options' | 'rulesVersion' | 'resultHash' | 'summary' | 'ranAt'
    > {
  readonly content: SchoolPart;
  readonly memberIds: readonly string[];
  readonly countyVerdict: boolean;
  readonly releasedBy: string;
  readonly evaluationId: string;
}
