import { describe, expect, test } from '@jest/globals';
import { evaluateCounty, explain, influence } from '../src/index.ts';
import type { Cells, DataSet, Edition, SchoolRecord } from '../src/index.ts';
import { shippedEdition } from './fixtures/editions.ts';

// The largest county has a few hundred schools. A province entered as one county, or a loop in an import, must end all the same: what is
// done for each school may not grow with the number of the others. Half of the schools have several stages, so that their amounts are
// fractions whose denominators have nothing in common: sums of them are the numbers that grow. @begins-first

const edition = shippedEdition('cn-2017-quality-balance');
/** One indicator of the schools, one of teachers, and what is asked of the county: the rest is more of the same. */
const slim: Edition = {
  ...edition,
  indicators: edition.indicators.filter(({ id }) => id === 'R1' || id === 'R6'),
  requirements: edition.requirements.filter(({ per, rule }) => per === 'county' || rule.kind === 'resource-allocation'),
};
const stagesOf: Readonly<Record<string, readonly string[]>> = {
  primary: ['primary'],
  junior: ['junior'],
  'nine-year': ['primary', 'junior'],
  'twelve-year': ['primary', 'junior', 'senior'],
  'full-middle': ['junior', 'senior'],
};
const types = Object.keys(stagesOf);
const teachers = ['bachelor', 'master', 'doctor'].map((degree) => `teachers-${degree}`);
const others = ['backbone', 'pe', 'music', 'fine-art', 'arts'].map((subject) => `${subject}-teachers`);

/** Numbers between 0 and 1, always the same ones. */
function dice(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    const mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    const again = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((again ^ (again >>> 14)) >>> 0) / 2 ** 32;
  };
}

function countyOf(count: number): DataSet {
  const roll = dice(1);
  const below = (limit: number) => Math.floor(roll() * limit);
  const area = (limit: number) => (below(limit * 100) / 100).toFixed(2);
  const schools = Array.from({ length: count }, (_, index): SchoolRecord => {
    const type = types[below(types.length)] ?? 'primary';
    const cells: Record<string, string> = {
      'school-type': type,
      ownership: 'public',
      'teaching-rooms-area': String(1000 + below(9000)),
      'indoor-sports-rooms-area': area(500),
      'gymnasium-area': area(5000),
      'sports-field-area': area(50_000),
      'equipment-value': area(500),
      'multimedia-classrooms': String(below(60)),
    };
    for (const stage of stagesOf[type] ?? []) {
      cells[`pupils.${stage}`] = String(1 + below(3000));
      if (stage === 'senior') continue;
      for (const item of [...teachers, ...others]) cells[`${item}.${stage}`] = String(below(40));
      if (stage === 'primary') cells['teachers-associate.primary'] = String(below(40));
    }
    return {
      schoolId: `s${index}`,
      code: `99${index}`,
      name: `School ${index}`,
      parentSchoolId: null,
      countedAsSchool: true,
      cells,
    };
  });
  return { countyCode: '990001', countyName: 'Fictional province', schools };
}

function pupilsAndAmount(cells: Cells, stage: string): { pupils: number; amount: number } {
  const weights: Readonly<Record<string, number>> = { primary: 1, junior: 1.1, senior: 1.32 };
  const weighted = (each: string) => Number(cells[`pupils.${each}`] ?? 0) * (weights[each] ?? 1);
  const all = Object.keys(weights).reduce((total, each) => total + weighted(each), 0);
  return {
    pupils: Number(cells[`pupils.${stage}`] ?? 0),
    amount: (Number(cells['equipment-value']) * weighted(stage)) / all,
  };
}

describe('a county of 50,000 schools', () => {
  test('is evaluated, and its CV is that of plain floating point', () => {
    const dataSet = countyOf(50_000);
    const result = evaluateCounty(slim, dataSet);
    expect(result.schoolStages.length).toBeGreaterThan(60_000);
    const rows = dataSet.schools
      .map((school) => pupilsAndAmount(school.cells, 'primary'))
      .filter((row) => row.pupils > 0);
    const pupils = rows.reduce((total, row) => total + row.pupils, 0);
    const mean = rows.reduce((total, row) => total + row.amount, 0) / pupils;
    const variance = rows.reduce(
      (total, row) => total + (row.pupils / pupils) * (row.amount / row.pupils - mean) ** 2,
      0,
    );
    const cv = result.resourceAllocation.stages[0]?.cvs.find((each) => each.indicatorId === 'R6');
    expect(cv?.schoolStageCount).toBe(rows.length);
    expect(Math.abs((cv?.cv ?? 0) - Math.sqrt(variance) / mean)).toBeLessThan(1e-9);
    expect((cv?.contributions ?? []).reduce((total, each) => total + each.share, 0)).toBeCloseTo(1, 9);
    // Half a minute alone on a machine; the limit is for one that does other things.
  }, 300_000);
});

describe('a county of 2,500 schools', () => {
  test('with the whole edition; influence and explanation of a CV', () => {
    const dataSet = countyOf(2500);
    const address = { stage: 'primary', indicatorId: 'R6' };
    const own = influence(edition, dataSet, {}, address);
    expect(own?.schools.every((school) => school.without.cv !== null)).toBe(true);
    const node = explain(edition, dataSet, {}, 'cv/primary/R6');
    const result = evaluateCounty(edition, dataSet);
    const cv = result.resourceAllocation.stages[0]?.cvs.find((each) => each.indicatorId === 'R6');
    expect([node.value, own?.cv]).toEqual([cv?.cv, cv?.cv]);
    expect(node.children).toHaveLength(own?.schools.length ?? 0);
  }, 200_000);
});
