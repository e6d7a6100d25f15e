import { describe, expect, test } from '@jest/globals';
import {
  applicableCells,
  cellDefinition,
  editionById,
  editions,
  evaluateCounty,
  messageKeysOf,
  validateEdition,
} from '../src/index.ts';
import type { Edition } from '../src/index.ts';
import { decimal, exactText } from '../src/quantities/decimal.ts';
import { multiply } from '../src/quantities/rational.ts';
import { golden, readCsv } from './fixtures/csv.ts';
import { retentionFormulas } from '../src/standards/catalogue/cn-2017-quality-balance/retention.ts';
import { cellsOf, county, school } from './fixtures/schools.ts';

const found = editionById('cn-2017-quality-balance');
if (found === undefined) throw new Error('edition missing');
const edition: Edition = found;
const { balanceRule } = edition;
if (balanceRule === null) throw new Error('no balance rule');
const keysOf = (cells: Readonly<Record<string, string>>, options = {}) =>
  applicableCells(edition, cells, options).map((cell) => cell.key);

test('every shipped edition is valid and survives JSON', () => {
  for (const each of editions) {
    expect(validateEdition(each)).toEqual([]);
    expect(JSON.parse(JSON.stringify(each))).toEqual(each);
  }
  expect(editionById('none')).toBeUndefined();
});

test('faults of an edition are named', () => {
  const [first] = edition.indicators;
  if (first?.kind !== 'per-pupil') throw new Error('no indicator');
  const faulty: Edition = {
    ...edition,
    pupilsItem: 'heads',
    indicators: [{ ...first, quantity: 'none', thresholds: { primary: '4,2', infant: '1' } }, first],
    balanceRule: { ...balanceRule, limits: { primary: '0.5' } },
  };
  expect(
    validateEdition(faulty)
      .map((each) => each.fault)
      .sort(),
  ).toEqual(
    [
      'duplicate',
      'missing-limit',
      'not-a-decimal',
      'unknown-item',
      'unknown-quantity',
      'unknown-stage',
      // Two indicators are left, of which six must be met.
      'unreachable',
    ].sort(),
  );
});

describe('published figures', () => {
  test('thresholds and 85 % floors of a public tool', () => {
    const rows = readCsv(golden('cases/floors_85_percent.csv'));
    expect(rows).toHaveLength(14);
    for (const row of rows) {
      const stage = row['stage'] === '小学' ? 'primary' : 'junior';
      const id = (row['indicator'] ?? '').slice(0, 2).replace('L', 'R');
      const indicator = edition.indicators.find((each) => each.id === id);
      const threshold = (indicator?.kind === 'per-pupil' ? indicator.thresholds[stage] : null) ?? '';
      expect(threshold).toBe(row['threshold']);
      expect(exactText(multiply(decimal(threshold), decimal('0.85')))).toBe(row['floor_in_public_tool_config']);
    }
  });
  test('printed CVs of two counties: limits and verdicts', () => {
    const rows = readCsv(golden('cases/cv_published_quality_7_indicators.csv')).filter(
      (row) => row['verdict_exact'] !== '',
    );
    expect(rows).toHaveLength(21);
    for (const row of rows) {
      const limit = balanceRule.limits[row['stage'] === '小学' ? 'primary' : 'junior'] ?? '';
      expect(Number(limit)).toBe(Number(row['cv_limit']));
      const cv = row['cv_stated'] ?? '';
      expect(Number(cv) <= Number(limit) ? 'met' : 'UNMET').toBe(row['verdict_exact']);
      if (row['sd'] !== '') expect(Number(row['sd']) / Number(row['county_mean'])).toBeCloseTo(Number(cv), 5);
    }
  });
});

test('初中三年巩固率 by both formulas in use (SPEC 6.1): entered 100, in 10, out 5, graduates 103', () => {
  const cells = {
    ...cellsOf('junior', { junior: '300' }),
    'graduates.junior': '103',
    'entry-pupils.junior': '100',
    'transferred-in.junior': '10',
    'transferred-out.junior': '5',
    'deceased.junior': '0',
  };
  const retention = (version: 'V1' | 'V2') => {
    const requirements = edition.requirements.map((each) =>
      each.id === 'E1' ? { ...each, rule: retentionFormulas[version] } : each,
    );
    const own = { ...edition, requirements };
    expect(validateEdition(own)).toEqual([]);
    return evaluateCounty(own, county(school('a', cells))).county.requirements.find(
      (each) => each.requirementId === 'E1',
    )?.measured;
  };
  expect(retention('V1')).toMatchObject({ value: 98, exact: '98', comparator: 'at-least', limit: '95' });
  expect(retention('V2')).toMatchObject({ exact: '2060/21' });
  expect(retention('V2')?.value?.toFixed(2)).toBe('98.10');
});

describe('the form', () => {
  test('asks every row of the city form but the two kept in the register', () => {
    const rows = readCsv(golden('cases/items_one_city_form.csv')).filter((row) => row['form'] === 'school');
    const cited = new Set(
      edition.items.flatMap((item) => {
        const [from = '', to] = (item.source.clause ?? '').split('-');
        const last = Number(to ?? from);
        return Array.from({ length: last - Number(from) + 1 || 0 }, (_, index) => String(Number(from) + index));
      }),
    );
    expect(rows.map((row) => row['no']).filter((row) => !cited.has(row ?? ''))).toEqual(['1', '3']);
  });
  test('the county report asks every row of the city form but those of the register and the round', () => {
    const rows = readCsv(golden('cases/items_one_city_form.csv')).filter((row) => row['form'] === 'county');
    const cited = new Set(
      edition.countyItems
        .filter((item) => item.source.document.includes('区县填报表'))
        .flatMap((item) => (item.source.clause ?? '').split('-')),
    );
    expect(rows.map((row) => row['no']).filter((row) => !cited.has(row ?? ''))).toEqual(['1', '2', '3']);
  });
  test('every county item but one is read by a requirement', () => {
    const read = new Set(JSON.stringify(edition.requirements).match(/(?<="item":")[^"]+/g));
    // How many of the places went to rural schools is shown beside the answer to whether they are favoured.
    expect(edition.countyItems.map((item) => item.id).filter((id) => !read.has(id))).toEqual(['senior-places-rural']);
  });
  test('a primary school is asked nothing of other stages', () => {
    const keys = keysOf(cellsOf('primary', { primary: '100' }));
    expect(keys).toContain('teachers-associate.primary');
    expect(keys.filter((key) => /\.(junior|senior)$/.test(key))).toEqual([]);
    expect(keys).not.toContain('graduates.junior');
  });
  test('senior pupils are asked of full middle and twelve-year schools only', () => {
    const asked = edition.schoolTypes
      .filter((type) => keysOf({ 'school-type': type.id }).includes('pupils.senior'))
      .map((type) => type.id);
    expect(asked).toEqual(['twelve-year', 'full-middle']);
  });
  test('no primary degree 专科 is asked of junior teachers', () => {
    expect(cellDefinition(edition, 'teachers-associate.junior')).toBeUndefined();
    expect(keysOf({ 'school-type': 'junior' })).toContain('teachers-bachelor.junior');
  });
  test('a stage without pupils closes its other cells; a teaching point opens junior cells by reporting pupils', () => {
    expect(keysOf(cellsOf('nine-year', { primary: '10', junior: '0' }))).not.toContain('classes.junior');
    expect(keysOf({ 'school-type': 'teaching-point' })).toContain('pupils.junior');
    expect(keysOf({ 'school-type': 'teaching-point' })).not.toContain('classes.junior');
    expect(keysOf({ 'school-type': 'teaching-point', 'pupils.junior': '3' })).toContain('classes.junior');
    expect(
      applicableCells(edition, { 'school-type': 'teaching-point' }).find((cell) => cell.key === 'pupils.junior')
        ?.required,
    ).toBe(false);
  });
  test('special items follow their flags', () => {
    const rural = { 'school-type': 'primary', 'rural-50-to-99-pupils': 'yes' };
    expect(keysOf(rural)).toContain('visiting-pe-teachers.primary');
    expect(keysOf({ ...rural, 'rural-50-to-99-pupils': 'no' })).not.toContain('visiting-pe-teachers.primary');
    expect(keysOf({ 'school-type': 'primary', 'dense-city-centre': 'yes' })).toContain('rented-venue-area');
  });
  test('an imported aggregate is shown and makes its parts optional', () => {
    const cells = { 'school-type': 'primary', 'net-teaching-rooms-area': '100' };
    const asked = applicableCells(edition, cells);
    expect(asked.find((cell) => cell.key === 'net-teaching-rooms-area')).toMatchObject({ required: false });
    expect(asked.find((cell) => cell.key === 'teaching-rooms-area')).toMatchObject({ required: false });
    expect(keysOf({ 'school-type': 'primary' })).not.toContain('net-teaching-rooms-area');
  });
  test('facilities by stage where the split is by report', () => {
    const keys = keysOf({ 'school-type': 'nine-year' }, { split: 'reported-by-stage' });
    expect(keys).toContain('sports-field-area.primary');
    expect(keys).not.toContain('sports-field-area');
    expect(keysOf({ 'school-type': 'primary' }, { split: 'reported-by-stage' })).toContain('sports-field-area');
  });
  test('before the type is known, only what everybody is asked', () => {
    expect(keysOf({})).toContain('school-type');
    expect(keysOf({}).some((key) => key.includes('.'))).toBe(false);
  });
  test('the order follows the sections', () => {
    const sections = applicableCells(edition, cellsOf('twelve-year', { primary: '1', junior: '1', senior: '1' })).map(
      (cell) => cell.item.section,
    );
    expect([...new Set(sections)]).toEqual(edition.sections);
  });
  test('unknown keys have no definition', () => {
    for (const key of ['', 'none', 'pupils', 'pupils.none', 'equipment-value.senior', 'constructor', '__proto__']) {
      expect(cellDefinition(edition, key)).toBeUndefined();
    }
    expect(cellDefinition(edition, 'equipment-value.primary')).toMatchObject({ stage: 'primary' });
  });
});

test('message keys are distinct', () => {
  const keys = messageKeysOf(edition);
  expect(new Set(keys).size).toBe(keys.length);
  expect(keys).toContain('check.max-class-above-students');
});
