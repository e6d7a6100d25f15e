import { expect, test } from '@jest/globals';
import {
  editionById,
  evaluateCounty,
  problemKey,
  problemsOf,
  type DataSet,
  type Edition,
} from '@junheng/evaluation-core';
import { completeCells } from '../../../test/factories/reports.ts';
import { findingsOf, standsNow } from './standing.rules.ts';

function shipped(): Edition {
  const edition = editionById('cn-2017-quality-balance');
  if (edition === undefined) throw new Error('the edition is not shipped');
  return edition;
}
const edition = shipped();

const school = (schoolId: string, cells: DataSet['schools'][number]['cells']) => ({
  schoolId,
  code: schoolId,
  name: schoolId,
  parentSchoolId: null,
  countedAsSchool: true,
  cells,
});
const primary = completeCells('primary');
const typeAlone = { 'school-type': 'primary' };

function standingOf(schools: DataSet['schools'], place: Parameters<typeof standsNow>[2]) {
  const content = { countyCode: '990101', countyName: '甲县', schools };
  const result = evaluateCounty(edition, content);
  const findings = findingsOf(problemsOf(edition, result), () => ({ result, content }));
  return standsNow(findings, problemKey(place), place);
}
const rooms = (schoolId: string) => ({ kind: 'indicator', schoolId, stage: 'primary', indicatorId: 'R4' }) as const;

test('a school that is missing never passes, and one that has left the data does', () => {
  const schools = [school('a', primary), school('b', typeAlone)];
  expect(standingOf(schools, rooms('a')).standing).toBe('passing');
  expect(standingOf(schools, rooms('b')).standing).toBe('undecided');
  expect(standingOf(schools, rooms('gone')).standing).toBe('passing');
});

test('a coefficient of a part of the schools is no number to be shown', () => {
  const place = { kind: 'cv', stage: 'primary', indicatorId: 'R4' } as const;
  expect(standingOf([school('a', primary), school('b', typeAlone)], place)).toEqual({
    standing: 'undecided',
    measured: null,
  });
});
