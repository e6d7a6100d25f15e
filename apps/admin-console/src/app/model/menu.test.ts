import { describe, expect, test } from '@jest/globals';
import { permissionsByRole, type Round } from '@junheng/api-contract';
import { currentRound, menuFor, menuKeyOf, menuTarget } from './menu.ts';

describe('what each role is offered', () => {
  test('the county does everything', () => {
    expect(menuFor(permissionsByRole['county-administrator'])).toEqual([
      'round',
      'county',
      'import',
      'evaluation',
      'counties',
      'inspection',
      'rectification',
      'registers',
      'schools',
      'people',
      'standards',
      'audit',
    ]);
  });
  test('a city reviewer looks, an inspector and a section officer do not see people', () => {
    expect(menuFor(permissionsByRole['city-reviewer'])).toEqual([
      'round',
      'county',
      'evaluation',
      'counties',
      'inspection',
      'rectification',
      'registers',
      'schools',
      'people',
      'standards',
      'audit',
    ]);
    expect(menuFor(permissionsByRole.inspector)).toEqual([
      'round',
      'county',
      'evaluation',
      'counties',
      'inspection',
      'rectification',
      'registers',
      'schools',
      'standards',
    ]);
    expect(menuFor(permissionsByRole['section-officer'])).toEqual([
      'round',
      'county',
      'evaluation',
      'counties',
      'rectification',
      'registers',
      'schools',
      'standards',
    ]);
  });
});

test('targets keep the round one is in', () => {
  expect(menuTarget('evaluation', 'r1')).toBe('/rounds/r1/evaluations');
  expect(menuTarget('import', null)).toBe('/');
  expect(menuTarget('people', 'r1')).toBe('/people');
});

test.each([
  ['/', 'round'],
  ['/rounds/r1', 'round'],
  ['/rounds/r1/reports/x', 'round'],
  ['/rounds/r1/imports/x', 'import'],
  ['/rounds/r1/evaluations', 'evaluation'],
  ['/rounds/r1/county-report/overview', 'county'],
  ['/rounds/r1/compare', 'evaluation'],
  ['/regions/x', 'counties'],
  ['/inspections/i1/change', 'inspection'],
  ['/checklists/new', 'inspection'],
  ['/rectifications/coverage', 'rectification'],
  ['/registers/safety', 'registers'],
  ['/schools', 'schools'],
  ['/people', 'people'],
  ['/audit/chains', 'audit'],
  ['/standards/drafts/d', 'standards'],
  ['/elsewhere', null],
])('%s belongs to %s', (path, key) => {
  expect(menuKeyOf(path)).toBe(key);
});

test('one begins with the round that is open', () => {
  const round = (id: string, state: Round['state']) => ({ id, state }) as Round;
  expect(currentRound([round('new', 'planned'), round('now', 'open'), round('old', 'closed')])?.id).toBe('now');
  expect(currentRound([round('new', 'closed'), round('old', 'closed')])?.id).toBe('new');
  expect(currentRound([])).toBeNull();
});
