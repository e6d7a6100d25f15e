import { describe, expect, test } from '@jest/globals';
import { cellKey, editions, evaluateCounty } from '../src/index.ts';
import type { Cells, CountyEvaluation, Edition, PerPupilIndicator, SchoolRecord } from '../src/index.ts';
import { decimal, exactText } from '../src/quantities/decimal.ts';
import { add, divide, multiply, rational, subtract } from '../src/quantities/rational.ts';
import type { Rational } from '../src/quantities/rational.ts';
import { county, school } from './fixtures/schools.ts';

// At every threshold, every floor and every CV limit of every shipped edition: exactly on it, and one unit of the last digit that can
// be typed below and above. Whoever plans to reach a standard reports exactly these numbers.

interface Place {
  readonly edition: Edition;
  readonly stage: string;
  readonly indicator: PerPupilIndicator;
}

/** Pupils such that every limit falls on a typed amount. */
const pupils = rational(20_000n, 1n);

const places: readonly Place[] = editions.flatMap((edition) =>
  edition.stages
    .filter((stage) => stage.evaluated)
    .flatMap((stage) =>
      edition.indicators.flatMap((indicator) =>
        indicator.kind === 'per-pupil' ? [{ edition, stage: stage.id, indicator }] : [],
      ),
    ),
);

const titleOf = ({ edition, stage, indicator }: Place): string => `${edition.id} ${stage} ${indicator.id}`;

/** The part of the indicator's quantity that is made to vary, and its unit of typing. */
function varied({ edition, stage, indicator }: Place) {
  const quantity = edition.quantities.find((each) => each.id === indicator.quantity);
  const part = quantity?.parts.find((each) => each.sign === 1 && (each.stages === null || each.stages.includes(stage)));
  const item = edition.items.find((each) => each.id === part?.item);
  if (quantity === undefined || item?.value.kind !== 'number') throw new Error(`${indicator.id} has a number to vary`);
  return { quantity, item, unit: rational(1n, 10n ** BigInt(item.value.scale)) };
}

function schoolWith(place: Place, schoolId: string, amount: Rational): SchoolRecord {
  const { edition, stage } = place;
  const { quantity, item } = varied(place);
  const type = edition.schoolTypes.find(
    (each) => each.stages.length === 1 && each.stages[0]?.stage === stage && each.stages[0].presence === 'expected',
  );
  if (type === undefined) throw new Error(`a school of ${stage} only`);
  const own = quantity.level === 'stage' ? stage : null;
  const cells: Cells = {
    [edition.schoolTypeItem]: type.id,
    ownership: 'public',
    locale: 'town',
    [cellKey(edition.pupilsItem, stage)]: exactText(pupils),
    ...Object.fromEntries(quantity.parts.map((each) => [cellKey(each.item, own), '0'])),
    [cellKey(item.id, own)]: exactText(amount),
  };
  return school(schoolId, cells);
}

const evaluate = (place: Place, ...amounts: readonly Rational[]): CountyEvaluation =>
  evaluateCounty(place.edition, county(...amounts.map((amount, index) => schoolWith(place, `s${index}`, amount))), {});

function indicatorOf(place: Place, amount: Rational) {
  const result = evaluate(place, amount).schoolStages[0]?.indicators.find(
    (each) => each.indicatorId === place.indicator.id,
  );
  if (result === undefined) throw new Error('the school is evaluated');
  return result;
}

/** The amount at which the indicator's value is exactly so. */
function amountAt({ indicator }: Place, value: Rational): Rational {
  return divide(multiply(value, pupils), multiply(decimal(indicator.multiplier), decimal(indicator.unitFactor)));
}

const judged = places.flatMap((place) => {
  const threshold = place.indicator.thresholds[place.stage];
  return typeof threshold === 'string' ? [{ place, threshold: decimal(threshold) }] : [];
});

describe('thresholds', () => {
  test('there are some', () => {
    expect(judged.length).toBeGreaterThanOrEqual(14);
  });
  test.each(judged.map((each) => [titleOf(each.place), each] as const))('%s', (_, { place, threshold }) => {
    const { unit } = varied(place);
    const amount = amountAt(place, threshold);
    expect(indicatorOf(place, amount)).toMatchObject({ outcome: 'met', aboveFloor: true });
    expect(indicatorOf(place, add(amount, unit))).toMatchObject({ outcome: 'met' });
    expect(indicatorOf(place, subtract(amount, unit))).toMatchObject({ outcome: 'unmet', aboveFloor: true });
  });
});

describe('floors', () => {
  const floors = judged.flatMap(({ place, threshold }) => {
    const rule = place.edition.schoolRule;
    const share = rule?.kind === 'at-least-m-of-n' || rule?.kind === 'at-most-k-unmet' ? rule.floorShare : null;
    return share === null ? [] : [{ place, floor: multiply(threshold, decimal(share)) }];
  });
  test.each(floors.map((each) => [titleOf(each.place), each] as const))('%s', (_, { place, floor }) => {
    const { unit } = varied(place);
    const amount = amountAt(place, floor);
    expect(indicatorOf(place, amount)).toMatchObject({ outcome: 'unmet', aboveFloor: true });
    expect(indicatorOf(place, subtract(amount, unit))).toMatchObject({ outcome: 'unmet', aboveFloor: false });
    expect(indicatorOf(place, add(amount, unit))).toMatchObject({ aboveFloor: true });
  });
});

describe('CV limits', () => {
  const limited = places.flatMap((place) => {
    const limit =
      place.edition.balanceRule?.kind === 'cv-limit' ? place.edition.balanceRule.limits[place.stage] : undefined;
    return limit === undefined ? [] : [{ place, limit: decimal(limit) }];
  });
  test('there are some', () => {
    expect(limited.length).toBeGreaterThanOrEqual(14);
  });
  // Two schools of the same size with amounts q + p and q - p have the CV p/q.
  test.each(limited.map((each) => [titleOf(each.place), each] as const))('%s', (_, { place, limit }) => {
    const { unit } = varied(place);
    const [more, less] = [rational(limit.d + limit.n, 1n), rational(limit.d - limit.n, 1n)];
    const cvOf = (a: Rational, b: Rational) =>
      evaluate(place, a, b)
        .resourceAllocation.stages.find((each) => each.stage === place.stage)
        ?.cvs.find((each) => each.indicatorId === place.indicator.id);
    expect(cvOf(more, less)).toMatchObject({ outcome: 'met', cv: Number(exactText(limit)) });
    expect(cvOf(less, more)).toMatchObject({ outcome: 'met' });
    expect(cvOf(add(more, unit), less)).toMatchObject({ outcome: 'unmet' });
    expect(cvOf(subtract(more, unit), less)).toMatchObject({ outcome: 'met' });
    expect(cvOf(more, subtract(less, unit))).toMatchObject({ outcome: 'unmet' });
    expect(cvOf(more, add(less, unit))).toMatchObject({ outcome: 'met' });
  });
});

describe('limits of the mean of all CVs', () => {
  const composites = editions.flatMap((edition) =>
    edition.balanceRule?.kind === 'composite-cv'
      ? Object.entries(edition.balanceRule.limits).map(([stage, limit]) => ({ edition, stage, limit }))
      : [],
  );
  test('there are some', () => {
    expect(composites.length).toBeGreaterThanOrEqual(4);
  });
  test.each(composites.map((each) => [`${each.edition.id} ${each.stage}`, each] as const))('%s', (_, each) => {
    const counted = each.edition.balanceRule?.indicators ?? null;
    const own = places.filter(
      (place) =>
        place.edition === each.edition &&
        place.stage === each.stage &&
        (counted === null || counted.includes(place.indicator.id)),
    );
    const limit = decimal(each.limit);
    const [more, less] = [rational(limit.d + limit.n, 1n), rational(limit.d - limit.n, 1n)];
    /** Every indicator exactly on the limit, the first of them moved. */
    const composite = (moved: (place: Place) => Rational) => {
      const schools = [more, less].map((amount, index) =>
        school(
          `s${index}`,
          Object.assign(
            {},
            ...own.map(
              (place, order) =>
                schoolWith(place, 's', index === 0 && order === 0 ? add(amount, moved(place)) : amount).cells,
            ),
          ) as Cells,
        ),
      );
      return evaluateCounty(each.edition, county(...schools), {}).resourceAllocation.stages.find(
        (stage) => stage.stage === each.stage,
      )?.composite;
    };
    const still = rational(0n, 1n);
    expect(composite(() => still)).toMatchObject({ outcome: 'met', value: Number(each.limit) });
    expect(composite((place) => varied(place).unit)).toMatchObject({ outcome: 'unmet' });
    expect(composite((place) => subtract(still, varied(place).unit))).toMatchObject({ outcome: 'met' });
  });
});
