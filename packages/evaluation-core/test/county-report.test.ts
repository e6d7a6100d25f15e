import { describe, expect, test } from '@jest/globals';
import {
  checkCountyReport,
  countedFromSchools,
  countyCellDefinition,
  countyCells,
  editionById,
  editions,
  totalsOfSchools,
} from '../src/index.ts';
import type { Cells, Edition, SchoolRecord } from '../src/index.ts';

function shipped(id: string): Edition {
  const found = editionById(id);
  if (found === undefined) throw new Error(`no edition ${id}`);
  return found;
}
const national = shipped('cn-2017-quality-balance');
const basic = shipped('cn-2012-basic-balance');

/** Ids of the rules that fire, with their cells; what is merely missing aside. */
const findings = (edition: Edition, cells: Cells, context = {}) =>
  checkCountyReport(edition, cells, context)
    .filter(({ ruleId }) => ruleId !== 'county-required')
    .map(({ ruleId, cells: at }) => [ruleId, ...at]);

const record = (id: string, cells: Cells): SchoolRecord => ({
  schoolId: id,
  code: id,
  name: id,
  parentSchoolId: null,
  countedAsSchool: true,
  cells,
});

describe('cells of the county report', () => {
  test('each year and stage that an item asks is a cell, in form order', () => {
    const keys = countyCells(basic, {}).map(({ key }) => key);
    expect(keys).toContain('education-appropriation');
    expect(keys).toContain('education-appropriation@3');
    expect(keys).toContain('per-pupil-education-expenditure.junior@2');
    expect(keys).not.toContain('education-appropriation@4');
    expect(new Set(keys).size).toBe(keys.length);
  });

  test.each(editions.map((edition) => [edition.id, edition] as const))(
    '%s: every cell is known by its key',
    (_, edition) => {
      for (const { key, item } of countyCells(edition, {})) {
        expect(countyCellDefinition(edition, key)).toMatchObject({ key, item: { id: item.id } });
      }
    },
  );

  test('no other key is', () => {
    for (const key of [
      'pupils.primary',
      'senior-places@1',
      'senior-places.primary',
      'public-funds-standard',
      'x',
      'senior-places@x',
    ]) {
      expect([key, countyCellDefinition(national, key)]).toEqual([key, undefined]);
    }
  });
});

describe('checks of the county report', () => {
  test('an empty report lacks what is required and nothing else', () => {
    const found = checkCountyReport(national, {});
    expect(new Set(found.map(({ ruleId }) => ruleId))).toEqual(new Set(['county-required']));
    expect(found).toHaveLength(countyCells(national, {}).filter(({ required }) => required).length);
  });

  test('what cannot be read, and what lies outside its range', () => {
    expect(findings(national, { 'senior-places': 'many' })).toEqual([['county-readable', 'senior-places']]);
    expect(findings(national, { 'teachers-average-pay': '80000' })).toEqual([
      ['county-plausible', 'teachers-average-pay'],
    ]);
    expect(findings(national, { 'teachers-average-pay': '9.8' })).toEqual([]);
  });

  test('a part above its whole; money by head is no part', () => {
    expect(findings(national, { 'rotated-teachers': '31', 'rotation-eligible-teachers': '30' })).toEqual([
      ['county-share-within-whole', 'rotated-teachers', 'rotation-eligible-teachers'],
    ]);
    expect(findings(national, { 'rotated-teachers': '30', 'rotation-eligible-teachers': '30' })).toEqual([]);
    expect(findings(national, { 'special-education-funds': '900000', 'special-education-pupils': '100' })).toEqual([]);
  });

  test('against last year: a large change, and a past that changed', () => {
    const lastYear = { 'education-appropriation': '100', 'education-appropriation@1': '90' };
    expect(findings(basic, { 'education-appropriation': '130' }, { lastYear })).toEqual([]);
    expect(findings(basic, { 'education-appropriation': '131' }, { lastYear })).toEqual([
      ['county-change-from-last-year', 'education-appropriation'],
    ]);
    expect(
      findings(basic, { 'education-appropriation@1': '100', 'education-appropriation@2': '91' }, { lastYear }),
    ).toEqual([['county-earlier-year-changed', 'education-appropriation@2']]);
  });

  test('against the schools: a missing school could only add', () => {
    const counted = (missing: number) => ({
      counted: { 'migrants-in-public-schools': { total: '120', schools: 3, missing } },
    });
    const disagreement = [['county-counted-from-schools', 'migrants-in-public-schools']];
    expect(findings(national, { 'migrants-in-public-schools': '120' }, counted(0))).toEqual([]);
    expect(findings(national, { 'migrants-in-public-schools': '121' }, counted(0))).toEqual(disagreement);
    expect(findings(national, { 'migrants-in-public-schools': '121' }, counted(1))).toEqual([]);
    expect(findings(national, { 'migrants-in-public-schools': '119' }, counted(1))).toEqual(disagreement);
  });
});

describe('counted from schools', () => {
  const schools = [
    record('a', { 'school-type': 'primary', ownership: 'public', 'migrant-pupils': '40', 'pupils.primary': '300' }),
    record('b', { 'school-type': 'primary', ownership: 'private', 'migrant-pupils': '70', 'pupils.primary': '200' }),
    record('c', { 'school-type': 'junior', ownership: 'public', 'pupils.junior': '500' }),
    record('d', {
      'school-type': 'special-education',
      ownership: 'public',
      'pupils.primary': '20',
      'pupils.junior': '9',
    }),
  ];

  test('only the schools the figure is about; who has not reported it is told', () => {
    expect(countedFromSchools(national, schools)).toEqual({
      'migrants-in-public-schools': { total: '40', schools: 1, missing: 2 },
      'special-education-pupils': { total: '29', schools: 1, missing: 0 },
    });
    expect(countedFromSchools(national, [])).toEqual({});
  });

  test('totals of the form, by cell', () => {
    const totals = totalsOfSchools(national, schools);
    expect(totals.find(({ cell }) => cell === 'pupils.primary')).toEqual({
      cell: 'pupils.primary',
      total: '520',
      schools: 3,
      missing: 1,
    });
    expect(totals.some(({ cell }) => cell === 'founded-year' || cell === 'largest-class.primary')).toBe(false);
  });
});
