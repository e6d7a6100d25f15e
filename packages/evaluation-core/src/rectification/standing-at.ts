import type {
  CompositeCvEvaluation,
  CountyEvaluation,
  CvEvaluation,
  IndicatorEvaluation,
  MeasuredNumber,
} from '../evaluation.ts';
import type { Outcome } from '../outcome.ts';
import type { ProblemPlace } from './problem.ts';

export interface Standing {
  readonly outcome: Outcome;
  readonly measured: MeasuredNumber | null;
}

/** What an evaluation says of one place; null where it has no such place, because the school or its stage is not evaluated. */
export function standingAt(evaluation: CountyEvaluation, place: ProblemPlace): Standing | null {
  const { stages } = evaluation.resourceAllocation;
  switch (place.kind) {
    case 'indicator': {
      const { schoolId, stage, indicatorId } = place;
      const schoolStage = evaluation.schoolStages.find((each) => each.schoolId === schoolId && each.stage === stage);
      const indicator = schoolStage?.indicators.find((each) => each.indicatorId === indicatorId);
      return indicator === undefined ? null : { outcome: indicator.outcome, measured: numberOfIndicator(indicator) };
    }
    case 'cv': {
      const { cvs = [] } = stages.find(({ stage }) => stage === place.stage) ?? {};
      const cv = cvs.find(({ indicatorId }) => indicatorId === place.indicatorId);
      return cv === undefined ? null : { outcome: cv.outcome, measured: numberOfCv(cv) };
    }
    case 'composite-cv': {
      const composite = stages.find(({ stage }) => stage === place.stage)?.composite ?? null;
      return composite === null ? null : { outcome: composite.outcome, measured: numberOfComposite(composite) };
    }
    case 'requirement':
      return standingOfRequirement(evaluation, place);
    default: {
      const exhaustive: never = place;
      return exhaustive;
    }
  }
}

function standingOfRequirement(
  { county }: CountyEvaluation,
  { requirementId, part, schoolId, stage }: Extract<ProblemPlace, { readonly kind: 'requirement' }>,
): Standing | null {
  const requirement = county.requirements.find((each) => each.requirementId === requirementId);
  if (requirement === undefined) return null;
  // Of the schools only those are listed that do not meet it.
  const asked =
    schoolId === null
      ? requirement
      : requirement.schools?.open.find((each) => each.schoolId === schoolId && each.stage === stage);
  if (asked === undefined) return { outcome: 'met', measured: null };
  return part === null ? asked : (asked.parts.find((each) => each.part === part) ?? null);
}

export function numberOfIndicator({ value, exact, comparator, threshold }: IndicatorEvaluation): MeasuredNumber | null {
  return comparator === null || value === null
    ? null
    : { value, exact, comparator, limit: threshold === '' ? null : threshold };
}

export function numberOfCv({ cv, limit }: CvEvaluation): MeasuredNumber | null {
  return { value: cv, exact: null, comparator: 'at-most', limit: limit === '' ? null : limit };
}

export function numberOfComposite({ value, limit }: CompositeCvEvaluation): MeasuredNumber {
  return { value, exact: null, comparator: 'at-most', limit };
}
