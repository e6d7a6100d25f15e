import type { CountyEvaluation, MeasuredNumber } from '../evaluation.ts';
import { rationalOf } from '../quantities/display.ts';
import { compare, subtract } from '../quantities/rational.ts';
import type { Rational } from '../quantities/rational.ts';
import type { ProblemPlace } from './problem.ts';
import { numberOfComposite, numberOfCv } from './standing-at.ts';
import type { Standing } from './standing-at.ts';

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

/** Numbers of the county that a target may be set for: its coefficients and what its requirements compare. */
export function numbersToTrack({ resourceAllocation, county }: CountyEvaluation): readonly {
  readonly place: ProblemPlace;
  readonly measured: MeasuredNumber;
}[] {
  const places: readonly (readonly [ProblemPlace, MeasuredNumber | null])[] = [
    ...resourceAllocation.stages.flatMap(({ stage, cvs, composite }) => [
      ...cvs.map((cv) => [{ kind: 'cv', stage, indicatorId: cv.indicatorId }, numberOfCv(cv)] as const),
      ...(composite === null ? [] : [[{ kind: 'composite-cv', stage }, numberOfComposite(composite)] as const]),
    ]),
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
    measured === null || measured.comparator === 'equal' ? [] : [{ place, measured }],
  );
}
