import { describe, expect, test } from '@jest/globals';
import { evaluateCounty } from '../src/index.ts';
import type { CountyEvaluation, CvEvaluation, DataSet, Edition } from '../src/index.ts';
import { near } from './fixtures/near.ts';
import { smallEdition } from './fixtures/small-edition.ts';
import { tidyCounties } from './fixtures/tidy-data.ts';
import type { TidyData } from './fixtures/tidy-data.ts';

// 2,668 elementary schools of Taiwan (school year 113) and 5,116 schools of southern Italy (2022/23), with their oddities: schools without
// pupils, a province called "NA", many counties of one school. They may not be committed: where they are absent, the tests are skipped and
// say so. Thresholds and limits are ours, no authority's. Every number is compared with two passes in plain floating point, written
// here from the formula as printed; every decision on a school with whole numbers.

interface Indicator {
  readonly id: string;
  readonly column: string;
  readonly multiplier: number;
  /** In tenths, so that both sides of the comparison are whole numbers. */
  readonly thresholdTenths: number;
}

interface Source {
  readonly name: string;
  readonly edition: Edition;
  readonly tidy: Omit<TidyData, 'county' | 'items'>;
  readonly indicators: readonly Indicator[];
  readonly limits: Readonly<Record<string, string>>;
  /** Column by which schools are grouped -> number of groups and of schools with pupils. */
  readonly views: Readonly<Record<string, { readonly counties: number; readonly schools: number }>>;
  readonly withoutPupils: number;
}

function source(
  name: string,
  limits: Readonly<Record<string, string>>,
  indicators: readonly Indicator[],
  rest: Pick<Source, 'tidy' | 'views' | 'withoutPupils'>,
): Source {
  const edition = smallEdition({
    id: name,
    cvLimits: limits,
    indicators: indicators.map(({ id, multiplier, thresholdTenths }) => ({
      id,
      multiplier: String(multiplier),
      threshold: `${Math.floor(thresholdTenths / 10)}.${thresholdTenths % 10}`,
      scale: 0,
    })),
    minimumMet: indicators.length - 1,
    floorShare: '0.85',
  });
  return { name, edition, limits, indicators, ...rest };
}

const sources: readonly Source[] = [
  source(
    'taiwan',
    { elementary: '0.50' },
    [
      { id: 'teachers', column: 'teachers_fulltime', multiplier: 100, thresholdTenths: 80 },
      { id: 'staff', column: 'staff', multiplier: 100, thresholdTenths: 8 },
      { id: 'classes', column: 'classes', multiplier: 100, thresholdTenths: 40 },
    ],
    {
      tidy: {
        file: 'tw_elementary_113/data.csv',
        stage: 'stage',
        stages: { 國小: 'elementary' },
        schoolId: 'school_id',
        name: 'school',
        students: 'students',
      },
      views: {
        country: { counties: 1, schools: 2655 },
        county: { counties: 22, schools: 2655 },
        township_full: { counties: 367, schools: 2655 },
      },
      withoutPupils: 13,
    },
  ),
  source(
    'southern-italy',
    { primary: '0.50', middle: '0.45', high: '0.45' },
    [
      { id: 'classes', column: 'classes', multiplier: 100, thresholdTenths: 50 },
      { id: 'buildings', column: 'buildings', multiplier: 1000, thresholdTenths: 25 },
    ],
    {
      tidy: {
        file: 'it_schools_2223/data.csv',
        stage: 'stage',
        stages: { primary: 'primary', middle: 'middle', high: 'high' },
        schoolId: 'school_id',
        name: 'school',
        students: 'students',
      },
      views: { county: { counties: 15, schools: 5116 }, municipality: { counties: 960, schools: 5116 } },
      withoutPupils: 0,
    },
  ),
];

interface Row {
  readonly pupils: number;
  readonly amount: number;
}

function rowsOf(dataSet: DataSet, stage: string, item: string): readonly Row[] {
  return dataSet.schools
    .filter((school) => school.cells['school-type'] === stage && Number(school.cells[`pupils.${stage}`]) > 0)
    .map(({ cells }) => ({ pupils: Number(cells[`pupils.${stage}`]), amount: Number(cells[item]) }));
}

/** First the mean, then the squares around it. */
function twoPasses(rows: readonly Row[], multiplier: number) {
  const pupils = rows.reduce((total, row) => total + row.pupils, 0);
  const mean = (multiplier * rows.reduce((total, row) => total + row.amount, 0)) / pupils;
  const variance = rows.reduce(
    (total, row) => total + (row.pupils / pupils) * ((multiplier * row.amount) / row.pupils - mean) ** 2,
    0,
  );
  return { mean, deviation: Math.sqrt(variance), cv: Math.sqrt(variance) / mean };
}

function expectCv(cv: CvEvaluation, rows: readonly Row[], multiplier: number, limit: number): void {
  expect(cv.schoolStageCount).toBe(rows.length);
  if (rows.length === 0) {
    expect(cv).toMatchObject({ outcome: 'not-applicable', cv: null });
    return;
  }
  const own = twoPasses(rows, multiplier);
  if (own.mean === 0) {
    expect(cv).toMatchObject({ outcome: 'undetermined', reason: 'zero-mean', cv: null });
    return;
  }
  expect(near(cv.mean, own.mean)).toBe(true);
  // Where all schools are equal, floating point leaves a crumb of a deviation.
  expect(Math.abs((cv.standardDeviation ?? -1) - own.deviation)).toBeLessThanOrEqual(1e-12 * own.mean);
  expect(Math.abs((cv.cv ?? -1) - own.cv)).toBeLessThanOrEqual(1e-12 * Math.max(1, own.cv));
  // No county lies so close to its limit that floating point could not tell.
  expect(Math.abs(own.cv - limit)).toBeGreaterThan(1e-9);
  expect(cv.outcome).toBe(own.cv <= limit ? 'met' : 'unmet');
}

function expectSchools(result: CountyEvaluation, dataSet: DataSet, { indicators }: Source): void {
  const records = new Map(dataSet.schools.map((school) => [school.schoolId, school.cells]));
  for (const own of result.schoolStages) {
    const cells = records.get(own.schoolId) ?? {};
    const pupils = Number(cells[`pupils.${own.stage}`]);
    const decisions = indicators.map(({ id, multiplier, thresholdTenths }) => {
      const value = multiplier * Number(cells[id]);
      const indicator = own.indicators.find((each) => each.indicatorId === id);
      expect(indicator?.value).toBe(value / pupils);
      return { met: value * 10 >= thresholdTenths * pupils, above: value * 1000 >= thresholdTenths * 85 * pupils };
    });
    const met = decisions.filter((each) => each.met).length;
    expect([own.metCount, own.outcome]).toEqual([
      met,
      met >= indicators.length - 1 && decisions.every((each) => each.above) ? 'met' : 'unmet',
    ]);
  }
}

for (const each of sources) {
  describe(each.name, () => {
    for (const [column, expected] of Object.entries(each.views)) {
      const items = Object.fromEntries(each.indicators.map(({ id, column: from }) => [id, from]));
      const counties = tidyCounties({ ...each.tidy, county: column, items });
      if (counties === null) {
        test(`data absent (JUNHENG_SHARED): ${column} skipped`, () => expect(counties).toBeNull());
        continue;
      }
      test(`every school and every CV by ${column}`, () => {
        const start = performance.now();
        const results = counties.map((dataSet) => evaluateCounty(each.edition, dataSet));
        // A second or two alone on a machine; the limit is for one that is busy with other things.
        expect(performance.now() - start).toBeLessThan(20_000);
        expect(counties).toHaveLength(expected.counties);
        expect(results.flatMap((result) => result.schoolStages)).toHaveLength(expected.schools);
        const out = results.flatMap((result) => result.outOfScope);
        expect(out.filter((school) => school.reason === 'no-pupils')).toHaveLength(each.withoutPupils);
        for (const [index, result] of results.entries()) {
          const dataSet = counties[index];
          if (dataSet === undefined) continue;
          expectSchools(result, dataSet, each);
          for (const { stage, cvs } of result.resourceAllocation.stages) {
            for (const { id, multiplier } of each.indicators) {
              const cv = cvs.find((own) => own.indicatorId === id);
              if (cv === undefined) throw new Error(`no CV ${id}`);
              expectCv(cv, rowsOf(dataSet, stage, id), multiplier, Number(each.limits[stage]));
            }
          }
        }
      });
    }
  });
}
