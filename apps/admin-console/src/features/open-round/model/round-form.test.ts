import { expect, test } from '@jest/globals';
import { roundFaults, type RoundForm } from './round-form.ts';

const form: RoundForm = {
  regionId: 'r',
  kind: 'self-evaluation',
  year: '2026',
  editionId: 'cn-2017-quality-balance',
  opensOn: '2026-12-01',
  deadline: '2026-12-31',
  onePersonMaySubmit: false,
  lastLevel: 'county',
  returnsTo: 'school',
  twoPersonReview: false,
  schools: null,
  announces: true,
  announcement: null,
};

test('a complete form has no faults', () => {
  expect(roundFaults(form, '2026-11-21')).toEqual({});
});

test('each fault is named at its field', () => {
  expect(
    roundFaults({ ...form, regionId: '', year: '26', editionId: '', opensOn: '', deadline: '' }, '2026-11-21'),
  ).toEqual({ regionId: 'county', year: 'year', editionId: 'edition', opensOn: 'opensOn', deadline: 'deadline' });
});

test('a deadline before the opening, or in the past', () => {
  expect(roundFaults({ ...form, deadline: '2026-12-01' }, '2026-11-21')).toEqual({ deadline: 'deadline' });
  expect(roundFaults({ ...form, opensOn: '2026-01-01', deadline: '2026-02-01' }, '2026-11-21')).toEqual({
    deadline: 'past',
  });
});

test('chosen schools are at least one, and an announcement says something', () => {
  expect(roundFaults({ ...form, schools: new Set(), announcement: ' ' }, '2026-11-21')).toEqual({
    schools: 'schools',
    announcement: 'announcement',
  });
  expect(roundFaults({ ...form, schools: new Set(['a']), announces: false, announcement: '' }, '2026-11-21')).toEqual(
    {},
  );
});
