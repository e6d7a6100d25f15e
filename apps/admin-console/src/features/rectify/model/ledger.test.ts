import { describe, expect, test } from '@jest/globals';
import type { RectificationRow } from '@junheng/api-contract';
import { choicesOf, filtered, problemOf } from './ledger.ts';

const row: RectificationRow = {
  id: 'r1',
  number: 1,
  county: { id: 'c1', name: '甲县' },
  kind: 'indicator',
  place: { kind: 'indicator', schoolId: 's1', stage: 'primary', indicatorId: 'R4' },
  editionId: 'cn-2017-quality-balance',
  school: { id: 's1', name: '东镇中心小学' },
  title: null,
  measured: null,
  standing: 'failing',
  sources: [{ kind: 'evaluation', document: null }],
  responsible: { unit: null, school: null, person: null },
  measures: [],
  deadline: '2026-09-01',
  progress: null,
  evidence: 0,
  status: 'open',
  overdueDays: 3,
  escalation: 'unit',
  closed: null,
  exception: null,
  reopened: 0,
  raisedAt: '2026-08-01T00:00:00.000Z',
};
const other: RectificationRow = {
  ...row,
  id: 'r2',
  number: 2,
  title: '学区制管理成效不明显',
  place: null,
  kind: 'other',
  school: null,
  sources: [{ kind: 'letter', document: '示教督〔2026〕10号' }],
  responsible: { unit: { id: 'u1', name: '督导室' }, school: null, person: null },
  status: 'closed',
  overdueDays: 0,
  escalation: null,
  reopened: 1,
};
const rows = [row, other];

describe('the ledger', () => {
  test.each([
    ['', ['r1', 'r2']],
    ['status=open', ['r1']],
    ['status=overdue', ['r1']],
    ['status=unassigned', ['r1']],
    ['status=reopened', ['r2']],
    ['source=letter', ['r2']],
    ['kind=indicator', ['r1']],
    ['unit=u1', ['r2']],
    ['school=s1&status=closed', []],
    ['status=nonsense', ['r1', 'r2']],
  ])('shows by %p the rows %p', (address, ids) => {
    expect(filtered(rows, new URLSearchParams(address)).map(({ id }) => id)).toEqual(ids);
  });

  test('names a problem as somebody worded it, else as the standard does', () => {
    expect(problemOf('zh-CN', other)).toBe('学区制管理成效不明显');
    expect(problemOf('zh-CN', row)).toBe('生均教学及辅助用房面积（小学）');
    expect(problemOf('en', row)).toBe('Teaching and auxiliary room area per pupil (primary)');
  });

  test('offers each unit once', () => {
    expect(choicesOf([other, other], (each) => each.responsible.unit)).toEqual([{ id: 'u1', name: '督导室' }]);
  });
});
