import { describe, expect, test } from '@jest/globals';
import { applicableCells, canonicalJson, checkReport, editionById, evaluateCounty } from '@junheng/evaluation-core';
import { dataSetOf, errorKinds, exampleCounty, generateCounty, years } from '../src/index.ts';
import { byHand } from './by-hand.ts';

const edition = editionById('cn-2017-quality-balance');
if (edition === undefined) throw new Error('no edition');

const hardFindings = (cells: Readonly<Record<string, string>>) =>
  checkReport(edition, cells).filter((finding) => finding.severity === 'hard');

describe('a plain county', () => {
  const county = generateCounty(7);

  test('the same seed gives the same bytes, another seed others', () => {
    expect(canonicalJson(generateCounty(7))).toBe(canonicalJson(county));
    expect(canonicalJson(generateCounty(8))).not.toBe(canonicalJson(county));
  });

  test('has 45 schools of every kind the rules know, all plainly fictional', () => {
    expect(county.schools).toHaveLength(45);
    expect(new Set(county.schools.map((school) => school.type))).toEqual(
      new Set(edition.schoolTypes.map((type) => type.id)),
    );
    expect(new Set(county.schools.map((school) => school.code)).size).toBe(45);
    expect(new Set(county.schools.map((school) => school.name)).size).toBe(45);
    expect(county.schools.every((school) => school.code.startsWith('99'))).toBe(true);
    expect(county.place.county.name).toContain('虚构');
    expect(county.schools.some((school) => school.ownership === 'private')).toBe(true);
    expect(county.schools.some((school) => !school.countedAsSchool)).toBe(true);
    expect(county.schools.some((school) => school.countedAsSchool && school.parentCode !== null)).toBe(true);
    const pupils = (type: string) =>
      county.schools
        .filter((school) => school.type === type)
        .map((school) => Number(school.cells['this-year']['pupils.primary']));
    expect(pupils('teaching-point').some((each) => each < 50)).toBe(true);
    expect(pupils('teaching-point').some((each) => each >= 50 && each < 100)).toBe(true);
    const nineYear = county.schools.filter((school) => school.type === 'nine-year');
    expect(nineYear.some((school) => school.cells['this-year']['pupils.junior'] === '0')).toBe(true);
  });

  test.each(years)('%s: every cell asked for is filled in and no check finds anything hard', (year) => {
    for (const school of county.schools) {
      const cells = school.cells[year];
      const empty = applicableCells(edition, cells).filter(({ key, required }) => required && cells[key] === undefined);
      expect(empty.map(({ key }) => key)).toEqual([]);
      expect(hardFindings(cells)).toEqual([]);
    }
  });
});

describe('the verdict of the core is the planted truth, and that of a calculation by hand', () => {
  const seeds = [1, 2, 3, 4, 5, 6];
  test.each(seeds)('seed %i', (seed) => {
    const county = generateCounty(seed);
    for (const year of years) {
      const dataSet = dataSetOf(county, year);
      const result = evaluateCounty(edition, dataSet);
      expect(result.resourceAllocation.complete).toBe(true);
      for (const stage of ['primary', 'junior'] as const) {
        const hand = byHand(dataSet, stage);
        const core = result.resourceAllocation.stages.find((each) => each.stage === stage);
        expect(core?.outcome).toBe(county.truth[year].stages[stage].outcome);
        for (const cv of core?.cvs ?? []) expect(cv.cv).toBeCloseTo(hand.cvs[cv.indicatorId] ?? Number.NaN, 10);
        const schools = result.schoolStages.filter((each) => each.stage === stage);
        expect(schools.map((each) => each.schoolId).sort()).toEqual([...hand.schools.keys()].sort());
        for (const each of schools) {
          const own = hand.schools.get(each.schoolId);
          expect(each.outcome).toBe(own?.passes === true ? 'met' : 'unmet');
          expect(each.unmetCount).toBe(own?.unmet.length);
        }
      }
      expect(result.outOfScope.map(({ schoolId, reason }) => ({ code: schoolId, reason }))).toEqual(
        expect.arrayContaining([...county.truth[year].outOfScope]),
      );
      expect(result.mergedCampuses).toEqual(
        county.truth[year].merged.map(({ code, parentCode }) => ({ schoolId: code, parentSchoolId: parentCode })),
      );
    }
  });
});

describe('planted verdicts', () => {
  const cvCases = (['primary', 'junior'] as const).flatMap((stage) =>
    (['R4', 'R5', 'R6'] as const).flatMap((indicator) =>
      (['just-below', 'at-limit', 'just-above'] as const).map((position) => [stage, indicator, position] as const),
    ),
  );
  test.each(cvCases)('the CV of %s %s stands %s', (stage, indicator, position) => {
    const county = generateCounty(11, {
      plantedVerdicts: { 'this-year': [{ kind: 'cv', stage, indicator, position }] },
    });
    const dataSet = dataSetOf(county, 'this-year');
    const result = evaluateCounty(edition, dataSet);
    const cv = result.resourceAllocation.stages
      .find((each) => each.stage === stage)
      ?.cvs.find((each) => each.indicatorId === indicator);
    expect(cv?.cv).toBeCloseTo(stage === 'primary' ? 0.5 : 0.45, 6);
    expect(cv?.outcome).toBe(position === 'just-above' ? 'unmet' : 'met');
    expect(byHand(dataSet, stage).cvs[indicator]).toBeCloseTo(stage === 'primary' ? 0.5 : 0.45, 6);
    for (const each of result.resourceAllocation.stages) {
      expect([each.stage, each.outcome]).toEqual([
        each.stage,
        county.truth['this-year'].stages[each.stage === 'primary' ? 'primary' : 'junior'].outcome,
      ]);
    }
  });

  const floorCases = (['primary', 'junior'] as const).flatMap((stage) =>
    (['R4', 'R5', 'R6'] as const).flatMap((indicator) =>
      (['at-floor', 'just-below-floor', 'far-below-floor'] as const).map(
        (position) => [stage, indicator, position] as const,
      ),
    ),
  );
  test.each(floorCases)('a school of %s stands with %s %s', (stage, indicator, position) => {
    const county = generateCounty(12, {
      plantedVerdicts: { 'this-year': [{ kind: 'school', stage, indicator, position, schools: 1 }] },
    });
    const result = evaluateCounty(edition, dataSetOf(county, 'this-year'));
    const truth = county.truth['this-year'].stages[stage];
    const failing = result.schoolStages.filter((each) => each.stage === stage && each.outcome === 'unmet');
    expect(failing.map((each) => each.schoolId)).toEqual(truth.unmetSchools.map((each) => each.code));
    expect(truth.unmetSchools).toHaveLength(position === 'at-floor' ? 0 : 1);
    expect(result.resourceAllocation.stages.find((each) => each.stage === stage)?.outcome).toBe(truth.outcome);
  });

  test('a CV of about 0.52 last year', () => {
    const county = generateCounty(13, {
      plantedVerdicts: { 'last-year': [{ kind: 'cv-about', stage: 'primary', indicator: 'R6', target: 0.52 }] },
    });
    const hand = byHand(dataSetOf(county, 'last-year'), 'primary');
    expect(Math.abs((hand.cvs['R6'] ?? 0) - 0.52)).toBeLessThan(0.005);
    expect(county.truth['last-year'].stages.primary.unmetCvs).toEqual(['R6']);
    expect(county.truth['this-year'].stages.primary.outcome).toBeNull();
  });
});

describe('the example county', () => {
  const county = generateCounty(exampleCounty.seed, exampleCounty.options);

  test('has the schools of the example workbooks first', () => {
    expect(county.schools.slice(0, 12).map(({ code, name }) => [code, name])).toEqual(
      Array.from({ length: 12 }, (_, index) => [`99401000${String(index + 1).padStart(2, '0')}`, expect.any(String)]),
    );
    expect(county.schools[0]?.cells['this-year']['pupils.primary']).toBe('1568');
    expect(county.schools[10]?.name).toContain('教学点');
  });

  test('is in order in both years', () => {
    for (const school of county.schools) {
      for (const year of years) expect(hardFindings(school.cells[year])).toEqual([]);
    }
  });

  test('failed last year in primary by one CV and two schools, and passed in junior', () => {
    const dataSet = dataSetOf(county, 'last-year');
    const result = evaluateCounty(edition, dataSet);
    const [primary, junior] = result.resourceAllocation.stages;
    expect(primary?.cvs.filter((cv) => cv.outcome === 'unmet').map((cv) => cv.indicatorId)).toEqual(['R6']);
    expect(primary?.unmetCount).toBe(2);
    expect([primary?.outcome, junior?.outcome]).toEqual(['unmet', 'met']);
    expect(byHand(dataSet, 'primary').cvs['R6']).toBeCloseTo(0.514, 2);
  });
});

describe('planted errors', () => {
  test('each is found by its check at its cell, and nothing else hard is', () => {
    const county = generateCounty(21, { plantedErrors: errorKinds });
    expect(county.plantedErrors.map((each) => each.kind)).toEqual(errorKinds);
    const found = county.schools.flatMap((school) =>
      hardFindings(school.cells['this-year']).map((finding) => ({
        code: school.code,
        kind: finding.ruleId,
        cells: finding.cells,
      })),
    );
    const byCode = (a: { code: string }, b: { code: string }) => a.code.localeCompare(b.code);
    expect(found.map(({ code, kind }) => ({ code, kind })).sort(byCode)).toEqual(
      county.plantedErrors.map(({ code, kind }) => ({ code, kind })).sort(byCode),
    );
    for (const error of county.plantedErrors) {
      expect(found.find((each) => each.code === error.code)?.cells).toContain(error.cell);
    }
  });
});

describe('completeness', () => {
  test('what is left out is said, found missing, and leaves the verdict open', () => {
    const county = generateCounty(31, { completeness: 0.9 });
    const { missing } = county.truth['this-year'];
    expect(missing.length).toBeGreaterThan(50);
    const found = county.schools.flatMap((school) =>
      hardFindings(school.cells['this-year'])
        .filter((finding) => finding.ruleId === 'required')
        .flatMap((finding) => finding.cells.map((cell) => `${school.code} ${cell}`)),
    );
    expect(found.sort()).toEqual(missing.map(({ code, cell }) => `${code} ${cell}`).sort());
    expect(evaluateCounty(edition, dataSetOf(county, 'this-year')).resourceAllocation.complete).toBe(false);
  });
});
