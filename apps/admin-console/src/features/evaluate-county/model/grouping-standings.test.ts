import { expect, test } from '@jest/globals';
import type { Grouping } from '@junheng/api-contract';
import type { SchoolRow } from '@junheng/evaluation-ui';
import { groupingStandings, kindsPresent } from './grouping-standings.ts';

type Outcome = SchoolRow['evaluation']['outcome'];
const row = (schoolId: string, outcome: Outcome, unmet: readonly string[] = []): SchoolRow => ({
  evaluation: {
    schoolId,
    name: schoolId,
    code: schoolId,
    stage: 'primary',
    pupils: 100,
    outcome,
    complete: true,
    reason: null,
    metCount: 0,
    unmetCount: unmet.length,
    undeterminedCount: 0,
    points: null,
    grade: null,
    indicators: unmet.map(
      (indicatorId) => ({ indicatorId, outcome: 'unmet' }) as SchoolRow['evaluation']['indicators'][number],
    ),
  },
  townName: null,
  type: null,
});
const area = (id: string, schoolIds: string[], endsOn: string | null = null): Grouping => ({
  id,
  regionId: 'county',
  kind: 'cluster',
  name: id,
  leaderName: null,
  startsOn: '2020-01-01',
  endsOn,
  schoolIds,
});
const rows = [
  row('a', 'met'),
  row('b', 'unmet', ['R1', 'R2']),
  row('c', 'unmet', ['R2']),
  row('d', 'undetermined'),
  row('e', 'met'),
];

test('areas stand side by side, the weakest first, then the schools in none', () => {
  const groupings = [area('east', ['a', 'b']), area('west', ['c', 'd']), area('gone', ['e'], '2024-01-01')];
  expect(groupingStandings(rows, groupings, 'cluster')).toMatchObject([
    {
      grouping: { id: 'west' },
      schools: 2,
      schoolStages: 2,
      met: 0,
      unmet: 1,
      shareMet: 0,
      weakest: { indicatorId: 'R2', unmet: 1 },
    },
    { grouping: { id: 'east' }, schools: 2, met: 1, unmet: 1, shareMet: 0.5 },
    { grouping: null, schools: 1, met: 1, shareMet: 1, weakest: null },
  ]);
});

test('only kinds that hold a school of the run are offered', () => {
  expect(kindsPresent(rows, [area('east', ['a']), { ...area('group', ['z']), kind: 'alliance' }])).toEqual(['cluster']);
  expect(kindsPresent(rows, [area('gone', ['a'], '2024-01-01')])).toEqual([]);
});

test('nothing decided is no share, not nought', () => {
  expect(groupingStandings([row('d', 'undetermined')], [area('west', ['d'])], 'cluster')).toMatchObject([
    { shareMet: null, met: 0, unmet: 0 },
  ]);
});
