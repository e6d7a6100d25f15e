import { describe, expect, test } from '@jest/globals';
import { listedReport } from '../../model/listed-report.factory.ts';
import { groupProgress, schoolsOf } from './group-progress.ts';

const rows = [
  listedReport({ townName: '东镇', type: 'primary', status: 'not-started', filled: 0, required: 10, late: true }),
  listedReport({ townName: '东镇', type: 'junior', status: 'approved', filled: 10, required: 10, late: false }),
  listedReport({ townName: null, type: 'primary', status: 'returned', filled: 5, required: 10, late: false }),
];

describe('the progress of groups', () => {
  test('counts what lies where, the largest group first', () => {
    expect(groupProgress(rows, 'town')).toEqual([
      {
        key: '东镇',
        schools: 2,
        notBegun: 1,
        filling: 0,
        returned: 0,
        submitted: 0,
        approved: 1,
        late: 1,
        filled: 0.5,
      },
      {
        key: '',
        schools: 1,
        notBegun: 0,
        filling: 0,
        returned: 1,
        submitted: 0,
        approved: 0,
        late: 0,
        filled: 0.5,
      },
    ]);
    expect(groupProgress(rows, 'type').map(({ key, schools }) => [key, schools])).toEqual([
      ['primary', 2],
      ['junior', 1],
    ]);
  });

  test('a message goes to those it concerns', () => {
    expect(schoolsOf(rows, 'not-begun')).toEqual([rows[0]]);
    expect(schoolsOf(rows, 'late')).toEqual([rows[0]]);
    expect(schoolsOf(rows, 'not-handed-in')).toEqual([rows[0], rows[2]]);
    expect(schoolsOf(rows, 'all')).toHaveLength(3);
  });
});
