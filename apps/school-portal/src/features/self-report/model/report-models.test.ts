import { describe, expect, it } from '@jest/globals';
import { ApiProblemError } from '@junheng/api-client';
import { aReport } from '../../../../test/fake-server.ts';
import { offeredMoves, stepOf } from './hand-in.ts';
import { emptyQueue, typed } from '@junheng/offline-journal';
import { classifySaveFailure } from './save-failure.ts';
import { effectiveCells, withSaved, withTheirs } from './stored-report.ts';

function failure(
  status: number,
  code: string,
  problems: { at: string; code: string; facts?: Record<string, unknown> }[] = [],
) {
  return new ApiProblemError(status, { type: 'about:blank', title: '', status, code, problems, requestId: 'r' });
}

describe('a failed save', () => {
  it.each([
    [new ApiProblemError(0, null), 'retry-later'],
    [new TypeError('anything'), 'retry-later'],
    [new ApiProblemError(502, null), 'retry-later'],
    [failure(500, 'server.internal'), 'retry-later'],
    [failure(503, 'server.unavailable'), 'retry-later'],
    [new ApiProblemError(429, null, { retryAfterSeconds: 7 }), 'retry-later'],
    [failure(401, 'session.expired'), 'sign-in'],
    [failure(403, 'request.csrf'), 'sign-in'],
    [failure(403, 'session.password-change-required'), 'sign-in'],
    [failure(403, 'permission.denied'), 'locked'],
    [failure(404, 'self-report.not-found'), 'locked'],
    [failure(423, 'round.closed'), 'locked'],
    [failure(423, 'self-report.locked'), 'locked'],
    [failure(409, 'self-report.idempotency-key-reused'), 'new-key'],
    [failure(422, 'self-report.cell-invalid', [{ at: 'a', code: 'negative' }]), 'correct'],
    [failure(422, 'request.malformed'), 'correct'],
    [failure(413, 'request.too-large'), 'correct'],
    [
      failure(409, 'self-report.conflict', [{ at: 'a', code: 'x', facts: { theirs: '1', revision: 4 } }]),
      'resolve-conflict',
    ],
  ])('%s means %s', (error, kind) => {
    expect(classifySaveFailure(error).kind).toBe(kind);
  });

  it('carries what the person has to see', () => {
    expect(classifySaveFailure(new ApiProblemError(429, null, { retryAfterSeconds: 7 }))).toEqual({
      kind: 'retry-later',
      retryAfterSeconds: 7,
    });
    const conflict = failure(409, 'self-report.conflict', [
      { at: 'a', code: 'x', facts: { theirs: null, by: 'B', revision: 4 } },
    ]);
    expect(classifySaveFailure(conflict)).toEqual({
      kind: 'resolve-conflict',
      cells: [{ cell: 'a', theirs: null, by: 'B', at: null, revision: 4 }],
    });
  });
});

describe('the stored report', () => {
  const report = aReport({
    cells: { a: '1', b: '2' },
    cellRevisions: { a: 1, b: 2 },
    revision: 2,
    returnReasons: [
      { id: 'r1', cell: 'a', reason: 'x', by: 'y', at: '2026-01-01T00:00:00Z', state: 'open', answer: null },
    ],
  });

  it('takes over what was saved and never goes back', () => {
    const saved = { status: 'filling' as const, savedAt: '', settledReturnReasons: ['r1'] };
    const next = withSaved(report, { ...saved, revision: 5, saved: { a: '9', b: null } });
    expect([next.cells, next.cellRevisions, next.revision]).toEqual([{ a: '9' }, { a: 5, b: 5 }, 5]);
    expect(next.returnReasons[0]?.state).toBe('changed');
    expect(withSaved(next, { ...saved, revision: 3, saved: { c: '1' } }).revision).toBe(5);
  });

  it('learns of somebody else’s value', () => {
    const next = withTheirs(report, [{ cell: 'a', theirs: '7', by: null, at: null, revision: 8 }]);
    expect([next.cells['a'], next.cellRevisions['a']]).toEqual(['7', 8]);
  });

  it('is computed with what was typed; what cannot be read counts as missing', () => {
    const stored = { value: '1', revision: 1 };
    const good = typed(emptyQueue, { cell: 'a', text: '5', value: '5', problem: null, stored, at: 1 });
    expect(effectiveCells(report, good)).toEqual({ a: '5', b: '2' });
    const bad = typed(emptyQueue, {
      cell: 'a',
      text: 'five',
      value: undefined,
      problem: 'not-a-number',
      stored,
      at: 1,
    });
    expect(effectiveCells(report, bad)).toEqual({ b: '2' });
    expect(effectiveCells(report, emptyQueue)).toBe(report.cells);
  });
});

describe('handing in', () => {
  it('offers what the server allows', () => {
    const nothing = aReport().may;
    const none = { ...nothing, handOver: false };
    expect(offeredMoves(none)).toEqual([]);
    expect(offeredMoves(nothing).map((each) => each.move)).toEqual(['hand-over']);
    expect(offeredMoves({ ...none, submit: true, handOver: true }).map((each) => each.move)).toEqual(['submit']);
    expect(offeredMoves({ ...none, submit: true, takeBack: true }).map((each) => each.move)).toEqual([
      'submit',
      'take-back',
    ]);
    expect(offeredMoves({ ...none, withdraw: true }).map((each) => each.move)).toEqual(['withdraw']);
  });

  it('knows how far the report has come', () => {
    expect((['returned', 'handed-over', 'submitted', 'approved'] as const).map(stepOf)).toEqual([0, 2, 3, 4]);
  });
});
