import type { Outcome } from '../outcome.ts';
import { squareRootToDouble, toDouble } from '../quantities/double.ts';
import { compare, divide, isZero, multiply, one, subtract, sum } from '../quantities/rational.ts';
import type { Rational } from '../quantities/rational.ts';
import { decideCvLimit, decideCvLimitWithMissing } from '../rules/cv-limit.ts';
import { momentsWithout } from '../statistics/moments-without.ts';
import { unweightedCvs } from '../statistics/unweighted-cv.ts';
import { deviations, varianceShares } from '../statistics/variance-shares.ts';
import { onePlusCvSquared, weightedMean } from '../statistics/weighted-moments.ts';
import type { WeightedMoments } from '../statistics/weighted-moments.ts';
import type { IndexedEdition } from '../standards/edition-index.ts';
import type { SchoolStageAssessment } from '../verdicts/school-stage.ts';
import type { StageAssessment } from '../verdicts/stage.ts';
import type { CvInfluence, SchoolInfluence } from './cv-influence.ts';

type CvAssessment = StageAssessment['cvs'][number];
type CvTerm = CvAssessment['terms'][number];

export function influenceOf(indexed: IndexedEdition, stage: StageAssessment, cv: CvAssessment): CvInfluence {
  const { indicator, moments, terms } = cv;
  const unweighted = unweightedCvs(terms);
  const shares = terms.length === 0 || isZero(moments.total) ? [] : varianceShares(terms, moments);
  const indexOf = new Map(terms.map((term, index) => [term.schoolId, index]));
  const deviation = terms.length === 0 ? null : deviations(moments);
  const without = countyWithout(indexed, stage, cv);
  return {
    stage: stage.stage,
    indicatorId: indicator.definition.id,
    outcome: cv.outcome,
    cv: terms.length === 0 ? null : cvOf(moments),
    mean: terms.length === 0 ? null : toDouble(multiply(indicator.factor, weightedMean(moments))),
    limit: cv.limitText,
    provisional: cv.provisional,
    schools: stage.schoolStages.map((school): SchoolInfluence => {
      const index = indexOf.get(school.unit.schoolId);
      const term = index === undefined ? undefined : terms[index];
      return {
        schoolId: school.unit.schoolId,
        pupils: school.pupils === null ? null : toDouble(school.pupils),
        value: term === undefined ? null : toDouble(multiply(indicator.factor, divide(term.amount, term.pupils))),
        deviation:
          term === undefined || deviation === null ? null : toDouble(multiply(indicator.factor, deviation(term))),
        share: (index === undefined ? undefined : shares[index]) ?? null,
        without: without(school, term),
      };
    }),
    notOfficial: { unweightedPopulation: unweighted.population, unweightedSample: unweighted.sample },
  };
}

/** Null where the mean is zero. A square below zero: these are no moments of a county, only a bound of some. */
function cvOf(moments: WeightedMoments): number | null {
  const onePlusSquare = onePlusCvSquared(moments);
  if (onePlusSquare === null) return null;
  const square = subtract(onePlusSquare, one);
  return square.n < 0n ? -1 : squareRootToDouble(square);
}

/** The CV and the decision on it with one school taken away, by the same rules as with all. */
function countyWithout(
  indexed: IndexedEdition,
  stage: StageAssessment,
  { limit, moments, terms }: CvAssessment,
): (school: SchoolStageAssessment, term: CvTerm | undefined) => SchoolInfluence['without'] {
  const entered = new Set(terms.map((term) => term.schoolId));
  const open = stage.schoolStages.filter(isOpen).length;
  const missing = missingPupils(stage.schoolStages, entered);
  const policy = indexed.edition.rounding.cvs;
  const withoutTerm = momentsWithout(moments);

  return (school, term) => {
    const othersOpen = open - (isOpen(school) ? 1 : 0);
    const othersMissing = missing(school.unit.schoolId);
    const read = <T extends string | number | null>(reading: (rest: WeightedMoments) => T): T =>
      term === undefined ? reading(moments) : withoutTerm(term, reading);
    return {
      cv: terms.length === (term === undefined ? 0 : 1) ? null : read(cvOf),
      outcome: decide(),
      provisional: othersOpen > 0 || othersMissing.length > 0,
    };

    function decide(): Outcome {
      if (limit === null || stage.schoolStages.length === 1) return 'not-applicable';
      if (othersOpen > 0) return 'undetermined';
      return othersMissing.length > 0
        ? read((rest) => decideCvLimitWithMissing(rest, othersMissing, limit, policy))
        : read((rest) => decideCvLimit(rest, limit, policy));
    }
  };
}

/** Not even its pupils are known, or whether it takes part: while it is there nothing is decided. */
function isOpen(school: SchoolStageAssessment): boolean {
  return school.scope.state === 'undetermined' || school.pupils === null;
}

/**
 * Pupils of the school-stages whose amount is missing, one of them left out. What a missing amount can do depends on the pupils of the
 * smallest school and of all together only (`statistics/cv-bounds.ts`), so at most two numbers stand for all.
 */
function missingPupils(
  schools: readonly SchoolStageAssessment[],
  entered: ReadonlySet<string>,
): (leftOut: string) => readonly Rational[] {
  const missing = schools
    .flatMap(({ pupils, scope, unit }) =>
      pupils === null || scope.state === 'undetermined' || entered.has(unit.schoolId)
        ? []
        : [{ schoolId: unit.schoolId, pupils }],
    )
    .sort((a, b) => compare(a.pupils, b.pupils));
  const total = sum(missing.map((each) => each.pupils));
  const pupilsOf = new Map(missing.map((each) => [each.schoolId, each.pupils]));
  return (leftOut) => {
    const own = pupilsOf.get(leftOut);
    const smallest = missing[missing[0]?.schoolId === leftOut ? 1 : 0]?.pupils;
    if (smallest === undefined) return [];
    const rest = subtract(own === undefined ? total : subtract(total, own), smallest);
    return rest.n === 0n ? [smallest] : [smallest, rest];
  };
}
