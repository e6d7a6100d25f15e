import { describe, expect, it } from '@jest/globals';
import type { ReportWorkbook } from '../../../api/types.ts';
import { changeCount, noChoices, requestOf, undecidedCount, withClear, withConflict } from './choices.ts';

const place = { sheet: '小学', row: 6, column: 'E' };
const conflict = { ...place, base: '1', mine: '2', theirs: '3', by: null, at: null, lastYear: null };
const workbook: ReportWorkbook = {
  id: 'w',
  selfReportId: 'r',
  name: '表.xlsx',
  uploadedAt: '2026-09-10T01:00:00.000Z',
  uploadedBy: '填报员甲',
  downloadedRevision: 3,
  revision: 5,
  applied: null,
  faults: [],
  changes: [{ ...place, cell: 'a', before: null, after: '1', lastYear: null }],
  conflicts: [
    { ...conflict, cell: 'b' },
    { ...conflict, cell: 'c' },
  ],
  blanks: [{ ...place, cell: 'd', before: '9' }],
  newerOnline: [],
  unchanged: 0,
  empty: 0,
  absent: 0,
};

describe('choices about an uploaded workbook', () => {
  it('count what is open and what would change', () => {
    expect([undecidedCount(workbook, noChoices), changeCount(workbook, noChoices)]).toEqual([2, 1]);
    const chosen = withClear(withConflict(noChoices, ['b'], 'workbook'), 'd', true);
    expect([undecidedCount(workbook, chosen), changeCount(workbook, chosen)]).toEqual([1, 3]);
    const all = withClear(withConflict(chosen, ['b', 'c'], 'report'), 'd', false);
    expect([undecidedCount(workbook, all), changeCount(workbook, all)]).toEqual([0, 1]);
  });

  it('send only what is a question now', () => {
    const chosen = withClear(withClear(withConflict(noChoices, ['b', 'gone'], 'workbook'), 'd', true), 'gone', true);
    expect(requestOf(workbook, chosen)).toEqual({
      revision: 5,
      conflicts: [{ cell: 'b', take: 'workbook' }],
      clear: ['d'],
    });
  });
});
