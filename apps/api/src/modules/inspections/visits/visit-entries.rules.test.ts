import { describe, expect, test } from '@jest/globals';
import type { VisitChecklist } from '@junheng/api-contract';
import { qualityBalance2017 } from '@junheng/evaluation-core';
import { decideVisitEntries, meaningOfEntry } from './visit-entries.rules.ts';

const me = '0d6f3f6e-6a53-4f0e-9b4e-0c8f1f5f7a11';
const other = '0d6f3f6e-6a53-4f0e-9b4e-0c8f1f5f7a12';
const point = {
  point: 'card/c1',
  requirementId: 'card',
  pointId: 'c1',
  dimension: 'b1',
  maximum: '12.5',
  deductions: [{ id: 'late', each: '1', atMost: null }],
  evidence: [],
  clause: null,
};
const checklist: VisitChecklist = { cells: [], points: [point], vetoes: [] };
const nothing = { revision: 0, entries: [], revisions: new Map<string, number>() };
const decide = (entry: string, value: string | null) =>
  decideVisitEntries(qualityBalance2017, checklist, nothing, me, [
    { entry, value, baseRevision: 0, typedAt: new Date(0) },
  ]);

describe('a score', () => {
  test.each([
    ['0', '0'],
    ['12.50', '12.5'],
    ['１２.5', '12.5'],
    ['0.01', '0.01'],
  ])('%s of 12.5 is taken', (typed, stored) => {
    expect(decide(`score:${me}/card/c1`, typed)).toMatchObject({ saved: { [`score:${me}/card/c1`]: stored } });
  });

  test.each([
    ['12.51', 'above-maximum'],
    ['1000000000000', 'above-maximum'],
    ['-1', 'negative'],
    ['1.234', 'too-fine'],
    ['好', 'not-a-number'],
    ['', 'empty'],
  ])('%s of 12.5 is refused: %s', (typed, code) => {
    expect(decide(`score:${me}/card/c1`, typed)).toMatchObject({ kind: 'refused', problems: [{ code }] });
  });

  test('is each inspector’s own', () => {
    expect(decide(`score:${other}/card/c1`, '1')).toMatchObject({ kind: 'not-yours' });
    expect(decide(`deduction:${other}/card/c1/late`, '1')).toMatchObject({ kind: 'not-yours' });
  });

  test('may say how often something was deducted, as the edition names it', () => {
    expect(decide(`deduction:${me}/card/c1/late`, '3')).toMatchObject({ kind: 'accepted' });
    expect(decide(`deduction:${me}/card/c1/early`, '3')).toMatchObject({
      kind: 'refused',
      problems: [{ code: 'not-on-checklist' }],
    });
  });
});

describe('what is recorded freely', () => {
  test.each([
    [`interview:${me}/group`, 'parents', 'accepted'],
    [`interview:${me}/group`, 'nobody', 'refused'],
    [`interview:${me}/people`, '2.5', 'refused'],
    [`finding:${me}/about`, 'indicator:R1', 'accepted'],
    [`finding:${me}/about`, 'indicator:R99', 'refused'],
    [`finding:${me}/about`, 'constructor:R1', 'refused'],
    [`finding:${me}/text`, 'x'.repeat(4001), 'refused'],
  ])('%s', (entry, value, kind) => {
    expect(decide(entry, value).kind).toBe(kind);
  });
});

test.each(['score:me/card', 'verified:', 'remark:other', 'interview:1/group', `finding:${me}/else`, 'veto:'])(
  '%s is no entry',
  (entry) => expect(meaningOfEntry(entry)).toBeNull(),
);
