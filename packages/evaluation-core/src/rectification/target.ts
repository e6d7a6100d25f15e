import type { CountyEvaluation, MeasuredNumber } from '../evaluation.ts';
import type { StageId } from '../items/cells.ts';
import { rationalOf } from '../quantities/display.ts';
import { compare, fractionText, rational, subtract } from '../quantities/rational.ts';
import type { Rational } from '../quantities/rational.ts';
import type { Edition } from '../standards/edition.ts';
import { nodePath } from '../trace/paths.ts';
import type { NodePath } from '../trace/explanation-node.ts';
import type { ProblemPlace } from './problem.ts';
import { problemKey } from './problems-of.ts';
import { numberOfComposite, numberOfCv, numberOfIndicator, standingAt } from './standing-at.ts';
import type { Standing } from './standing-at.ts';

/** What a target may be set for: a number of the county or of one school, or how many schools reach an indicator in a stage. */
export type TargetPlace =
  | ProblemPlace
  | {
      readonly kind: 'schools-reaching';
      readonly stage: StageId;
      readonly indicatorId: string;
      /** `share`: in percent of those that are judged by it. */
      readonly as: 'count' | 'share';
    };

/** The unit of how many schools reach an indicator: their number, or their share. */
export const unitsOfReaching = { count: 'school', share: 'percent' } as const;

/** `unknown`: no data speak of it, or they do not decide it. Nothing is reached, or missed, because nobody knows. */
export const targetStates = ['reached', 'under-way', 'missed', 'unknown'] as const;
export type TargetState = (typeof targetStates)[number];

/** What a year's list of targets (目标任务清单) asks of one number. `value`: a decimal in the unit of the number. */
export interface Target {
  readonly comparator: 'at-least' | 'at-most';
  readonly value: string;
}

/** Closer than this to its target, a double does not say on which side the number lies. */
const IN_DOUBT: Rational = { n: 1n, d: 10n ** 12n };

/**
 * How a target stands by what approved data say.
 * @param late its day has passed
 */
export function targetState(standing: Standing | null, target: Target, late: boolean): TargetState {
  const reached = isReached(standing, target);
  if (reached === null) return 'unknown';
  return reached ? 'reached' : late ? 'missed' : 'under-way';
}

function isReached(standing: Standing | null, { comparator, value }: Target): boolean | null {
  const measured = standing?.measured ?? null;
  if (standing?.outcome === 'undetermined' || measured === null || measured.value === null) return null;
  const now = rationalOf(measured.exact ?? measured.value);
  const wanted = rationalOf(value);
  if (now === undefined || wanted === undefined) return null;
  const difference = subtract(now, wanted);
  const distance = difference.n < 0n ? { ...difference, n: -difference.n } : difference;
  if (measured.exact === null && compare(distance, IN_DOUBT) < 0) return null;
  return comparator === 'at-least' ? difference.n >= 0n : difference.n <= 0n;
}

/** The address of what a target is set for; no two share one. */
export function targetKey(place: TargetPlace): NodePath {
  return place.kind === 'schools-reaching'
    ? nodePath(place.kind, place.as, place.stage, place.indicatorId)
    : problemKey(place);
}

/** The id of the unit in which the number is given; null where it has none, or the edition does not say. */
export function targetUnit({ indicators }: Edition, place: TargetPlace): string | null {
  if (place.kind === 'schools-reaching') return unitsOfReaching[place.as];
  if (place.kind !== 'indicator') return null;
  const indicator = indicators.find(({ id }) => id === place.indicatorId);
  return indicator === undefined || indicator.kind === 'answer' ? null : indicator.unit;
}

/** What an evaluation says of it; null where it has no such place. */
export function targetStanding(evaluation: CountyEvaluation, place: TargetPlace): Standing | null {
  return place.kind === 'schools-reaching' ? schoolsReaching(evaluation, place) : standingAt(evaluation, place);
}

/** Among the schools that are judged by it. While one of them is open, nobody knows how many there are. */
function schoolsReaching(
  { schoolStages }: CountyEvaluation,
  { stage, indicatorId, as }: Extract<TargetPlace, { readonly kind: 'schools-reaching' }>,
): Standing | null {
  const judged = schoolStages.flatMap((each) =>
    each.stage === stage
      ? each.indicators.filter((own) => own.indicatorId === indicatorId && own.outcome !== 'not-applicable')
      : [],
  );
  if (judged.length === 0) return null;
  const met = judged.filter(({ outcome }) => outcome === 'met').length;
  const undetermined = judged.some(({ outcome }) => outcome === 'undetermined');
  const exact = as === 'count' ? rational(BigInt(met), 1n) : rational(BigInt(100 * met), BigInt(judged.length));
  return {
    outcome: undetermined ? 'undetermined' : met === judged.length ? 'met' : 'unmet',
    measured: {
      value: as === 'count' ? met : (100 * met) / judged.length,
      exact: fractionText(exact),
      comparator: 'at-least',
      limit: null,
    },
  };
}

type NumberToTrack = { readonly place: TargetPlace; readonly measured: MeasuredNumber };

/** Numbers of one school that a target may be set for: its indicators, stage by stage. */
export function numbersOfSchool(evaluation: CountyEvaluation, schoolId: string): readonly NumberToTrack[] {
  return evaluation.schoolStages
    .filter((each) => each.schoolId === schoolId)
    .flatMap(({ stage, indicators }) =>
      indicators.flatMap((indicator) => {
        const measured = numberOfIndicator(indicator);
        const place = { kind: 'indicator', schoolId, stage, indicatorId: indicator.indicatorId } as const;
        return measured === null ? [] : [{ place, measured: decided(evaluation, place, measured) }];
      }),
    );
}

/** Numbers of the county: its coefficients, how many schools reach an indicator, and what its requirements compare. */
export function numbersToTrack(evaluation: CountyEvaluation): readonly NumberToTrack[] {
  const { resourceAllocation, county } = evaluation;
  const places: readonly (readonly [TargetPlace, MeasuredNumber | null])[] = [
    ...resourceAllocation.stages.flatMap(({ stage, cvs, composite }) => [
      ...cvs.map((cv) => [{ kind: 'cv', stage, indicatorId: cv.indicatorId }, numberOfCv(cv)] as const),
      ...(composite === null ? [] : [[{ kind: 'composite-cv', stage }, numberOfComposite(composite)] as const]),
    ]),
    ...reachedIn(evaluation).map((place) => [place, schoolsReaching(evaluation, place)?.measured ?? null] as const),
    ...county.requirements.flatMap(({ requirementId, measured, parts, schools }) => {
      if (schools !== null) return [];
      const place = { kind: 'requirement', requirementId, part: null, schoolId: null, stage: null } as const;
      return [
        [place, measured] as const,
        ...parts.map((part) => [{ ...place, part: part.part }, part.measured] as const),
      ];
    }),
  ];
  return places.flatMap(([place, measured]) =>
    measured === null || measured.comparator === 'equal'
      ? []
      : [{ place, measured: decided(evaluation, place, measured) }],
  );
}

/** What is computed of a part of the data looks like a number that counts: then nobody knows it. */
function decided(evaluation: CountyEvaluation, place: TargetPlace, measured: MeasuredNumber): MeasuredNumber {
  return targetStanding(evaluation, place)?.outcome === 'undetermined'
    ? { ...measured, value: null, exact: null }
    : measured;
}

/** Each indicator of each stage, as a number and as a share of schools. */
function reachedIn({
  resourceAllocation,
  schoolStages,
}: CountyEvaluation): readonly Extract<TargetPlace, { readonly kind: 'schools-reaching' }>[] {
  return resourceAllocation.stages.flatMap(({ stage }) => {
    const ids = new Set(
      schoolStages
        .filter((each) => each.stage === stage)
        .flatMap((each) => each.indicators.map((own) => own.indicatorId)),
    );
    return [...ids].flatMap((indicatorId) =>
      (['count', 'share'] as const).map((as) => ({ kind: 'schools-reaching', stage, indicatorId, as }) as const),
    );
  });
}
