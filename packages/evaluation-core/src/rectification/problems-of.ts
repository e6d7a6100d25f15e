import type {
  CountyEvaluation,
  MeasuredNumber,
  RequirementOutcome,
  RequirementPartOutcome,
  SchoolRequirementOutcome,
  SchoolStageEvaluation,
} from '../evaluation.ts';
import type { Outcome } from '../outcome.ts';
import type { Edition } from '../standards/edition.ts';
import type { Requirement, RequirementRule } from '../standards/requirement.ts';
import { nodePath } from '../trace/paths.ts';
import type { ProblemPlace, ProblemWeight, RectificationProblem } from './problem.ts';
import { numberOfComposite, numberOfCv, numberOfIndicator } from './standing-at.ts';

/**
 * What fails in an evaluation, each thing once: unmet indicators of school-stages, CVs and composites above their limit, unmet requirements
 * and, where all of its parts must hold, their unmet parts. In the order of the evaluation. A county that is unmet has at least one
 * problem of weight `fails`, and one of that weight makes it unmet where the edition asks it of the county.
 * @param edition the one the evaluation was made with
 */
export function problemsOf(edition: Edition, evaluation: CountyEvaluation): readonly RectificationProblem[] {
  const { stages } = evaluation.resourceAllocation;
  return [
    ...evaluation.schoolStages.flatMap(schoolStageProblems),
    ...stages.flatMap(({ stage, cvs, composite }) => [
      ...cvs.flatMap((cv) => problem({ kind: 'cv', stage, indicatorId: cv.indicatorId }, cv.outcome, numberOfCv(cv))),
      ...(composite === null
        ? []
        : problem({ kind: 'composite-cv', stage }, composite.outcome, numberOfComposite(composite))),
    ]),
    ...evaluation.county.requirements.flatMap((outcome) => {
      const requirement = edition.requirements.find(({ id }) => id === outcome.requirementId);
      return requirement === undefined ? [] : requirementProblems(requirement, outcome);
    }),
  ];
}

/** The address of a problem; no two places share one. */
export function problemKey(place: ProblemPlace): RectificationProblem['key'] {
  switch (place.kind) {
    case 'indicator':
      return nodePath(place.kind, place.schoolId, place.stage, place.indicatorId);
    case 'cv':
      return nodePath(place.kind, place.stage, place.indicatorId);
    case 'composite-cv':
      return nodePath(place.kind, place.stage);
    case 'requirement':
      return nodePath(place.kind, place.requirementId, place.part ?? '', place.schoolId ?? '', place.stage ?? '');
    default: {
      const exhaustive: never = place;
      return exhaustive;
    }
  }
}

function schoolStageProblems(schoolStage: SchoolStageEvaluation): readonly RectificationProblem[] {
  const { schoolId, stage, outcome } = schoolStage;
  return schoolStage.indicators.flatMap((indicator) => {
    const place = { kind: 'indicator', schoolId, stage, indicatorId: indicator.indicatorId } as const;
    return problem(place, indicator.outcome, numberOfIndicator(indicator), weightUnder(outcome));
  });
}

/** How much an unmet indicator weighs in a school-stage of this outcome. */
function weightUnder(schoolStage: Outcome): ProblemWeight {
  return schoolStage === 'unmet' ? 'fails' : schoolStage === 'undetermined' ? 'may-fail' : 'tolerated';
}

function requirementProblems(requirement: Requirement, outcome: RequirementOutcome): readonly RectificationProblem[] {
  if (outcome.outcome !== 'unmet' || sumsUp(requirement.rule)) return [];
  const place = {
    kind: 'requirement',
    requirementId: requirement.id,
    part: null,
    schoolId: null,
    stage: null,
  } as const;
  if (outcome.schools === null) return partProblems(requirement.rule, place, outcome);
  return outcome.schools.open
    .filter((school) => school.outcome === 'unmet')
    .flatMap((school) =>
      partProblems(requirement.rule, { ...place, schoolId: school.schoolId, stage: school.stage }, school),
    );
}

type RequirementPlace = Extract<ProblemPlace, { readonly kind: 'requirement' }>;

/** An unmet rule as its unmet parts, as far as each of them must hold; else as a whole. */
function partProblems(
  rule: RequirementRule,
  place: RequirementPlace,
  outcome: Pick<RequirementOutcome | SchoolRequirementOutcome, 'outcome' | 'parts' | 'measured'>,
): readonly RectificationProblem[] {
  const byId = new Map(outcome.parts.map((part) => [part.part, part]));
  const parts = unmetParts(rule, '', byId);
  if (parts.length === 0) return problem(place, outcome.outcome, outcome.measured);
  return parts.flatMap((part) => problem({ ...place, part: part.part }, part.outcome, part.measured));
}

function unmetParts(
  rule: RequirementRule,
  prefix: string,
  byId: ReadonlyMap<string, RequirementPartOutcome>,
): readonly RequirementPartOutcome[] {
  if (rule.kind !== 'all-of') return [];
  return rule.parts.flatMap((part) => {
    const id = `${prefix}${part.id}`;
    const own = byId.get(id);
    if (own?.outcome !== 'unmet' || sumsUp(part.rule)) return [];
    const deeper = unmetParts(part.rule, `${id}.`, byId);
    return deeper.length === 0 ? [own] : deeper;
  });
}

/** Whether the rule only says again what indicators and CVs say. */
export function sumsUp(rule: RequirementRule): boolean {
  return rule.kind === 'resource-allocation' || rule.kind === 'school-standard' || rule.kind === 'balance';
}

function problem(
  place: ProblemPlace,
  outcome: Outcome,
  measured: MeasuredNumber | null,
  weight: ProblemWeight = 'fails',
): readonly RectificationProblem[] {
  return outcome === 'unmet' ? [{ key: problemKey(place), place, weight, measured }] : [];
}
