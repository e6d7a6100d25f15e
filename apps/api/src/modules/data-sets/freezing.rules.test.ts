import { describe, expect, it } from '@jest/globals';
import { dataSetHash, editions, evaluateCounty, type Cells } from '@junheng/evaluation-core';
import { completeCells } from '../../../test/factories/reports.ts';
import type { SchoolEntry } from '../organisations/organisations.types.ts';
import { freeze } from './freezing.rules.ts';

const [edition] = editions;
if (edition === undefined) throw new Error('no edition is shipped');
const county = { code: '990101', name: '甲县' };

const school = (changes: Partial<SchoolEntry>): SchoolEntry => ({
  id: 'a',
  countyId: 'county',
  code: '1',
  name: '东镇中心小学',
  regionId: 'county',
  townName: null,
  type: 'primary',
  ownership: 'public',
  locale: 'town',
  boarding: false,
  foundedYear: 2001,
  flags: {},
  parentSchoolId: null,
  countedAsSchool: true,
  openedOn: '2001-09-01',
  closedOn: null,
  initials: '',
  ...changes,
});
const approved = (changes: Partial<SchoolEntry>, approvedCells: Cells) => ({ school: school(changes), approvedCells });

const bothStages: Cells = { ...completeCells('nine-year'), 'pupils.primary': '300', 'pupils.junior': '200' };

describe('freezing', () => {
  it('does not depend on the order of schools', () => {
    const cells = completeCells('primary');
    const schools = [approved({ id: 'b', code: '2' }, cells), approved({ id: 'a', code: '1' }, cells)];
    const [one, other] = [freeze(edition, county, schools), freeze(edition, county, schools.toReversed())];
    expect(one.schools.map(({ code }) => code)).toEqual(['1', '2']);
    expect(other).toEqual(one);
    expect(dataSetHash(other)).toBe(dataSetHash(one));
  });

  it('leaves out what is kept in cells that no longer belong to the form', () => {
    const cells: Cells = { ...completeCells('primary'), 'pupils.junior': '900', 'visiting-pe-teachers.primary': '3' };
    const [record] = freeze(edition, county, [approved({}, cells)]).schools;
    expect(record?.cells).not.toHaveProperty(['pupils.junior']);
    expect(record?.cells).not.toHaveProperty(['visiting-pe-teachers.primary']);
    expect(record?.cells['pupils.primary']).toBe(cells['pupils.primary']);
  });

  it('keeps figures reported by stage, which the other way of splitting needs', () => {
    const cells = { ...bothStages, 'equipment-value.primary': '100', 'equipment-value.junior': '80' };
    const [record] = freeze(edition, county, [approved({ type: 'nine-year' }, cells)]).schools;
    expect(record?.cells).toMatchObject({ 'equipment-value.primary': '100', 'equipment-value.junior': '80' });
  });

  it('keeps a school without an approved report, with what the register says: the county is then not met', () => {
    const complete = [approved({}, completeCells('primary'))];
    const lacking = [...complete, { school: school({ id: 'b', code: '2' }), approvedCells: null }];
    const dataSet = freeze(edition, county, lacking);
    expect(dataSet.schools[1]?.cells).toMatchObject({ 'school-type': 'primary', ownership: 'public' });
    expect(dataSet.schools[1]?.cells).not.toHaveProperty(['pupils.primary']);
    const result = evaluateCounty(edition, dataSet, { evaluationDate: '2026-09-10' });
    expect(result.resourceAllocation.complete).toBe(false);
    expect(result.resourceAllocation.outcome).not.toBe('met');
    expect(result.schoolStages.find(({ schoolId }) => schoolId === 'b')?.outcome).toBe('undetermined');
  });
});
