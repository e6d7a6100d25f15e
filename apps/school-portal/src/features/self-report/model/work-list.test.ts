import { describe, expect, it } from '@jest/globals';
import { editionById, type CheckFinding } from '@junheng/evaluation-core';
import type { ReturnReason } from '../../../api/types.ts';
import { draftCount, forgetDrafts, keepDraftsFor, readDraft, writeDraft } from './drafts.ts';
import { weighed, type WeighedFinding, type Weight } from './progress.ts';
import { conflicted, emptyQueue, typed, type QueueState } from '@junheng/offline-journal';
import { blocks, onTheWay, sizeOf, urgentCount, workGroups, type WorkFacts } from './work-list.ts';

const finding = (ruleId: string, severity: CheckFinding['severity'], ...cells: string[]): CheckFinding => ({
  ruleId,
  severity,
  cells,
  messageKey: `check.${ruleId}`,
  hintKey: `check.${ruleId}.hint`,
  facts: {},
});
const weighing = (weight: Weight): WeighedFinding => ({ finding: finding('r', 'soft', 'a'), weight, reason: '' });
const reason = (state: ReturnReason['state']): ReturnReason => ({
  id: state,
  cell: 'a',
  reason: 'x',
  by: 'y',
  at: '2026-01-01T00:00:00Z',
  state,
  answer: null,
});
const clean: WorkFacts = { report: { returnReasons: [] }, queue: emptyQueue, missing: [], findings: [] };

function holding(value: string | undefined): QueueState {
  const stored = { value: null, revision: 0 };
  return typed(emptyQueue, {
    cell: 'a',
    text: 'x',
    value,
    problem: value === undefined ? 'not-a-number' : null,
    stored,
    at: 1,
  });
}

describe('what is left to do', () => {
  it('is nothing where nothing is open', () => {
    expect(workGroups({ ...clean, report: { returnReasons: [reason('answered'), reason('changed')] } })).toEqual([]);
  });

  it('puts what blocks first, and says what does', () => {
    const groups = workGroups({
      report: { returnReasons: [reason('answered'), reason('open')] },
      queue: holding(undefined),
      missing: [{ key: 'a' }, { key: 'b' }, { key: 'c' }],
      findings: [weighing('information'), weighing('explained'), weighing('needs-reason'), weighing('blocks')],
    });
    expect(groups.map((group) => [group.kind, sizeOf(group), blocks(group)])).toEqual([
      ['unsaved', 1, true],
      ['returns', 1, true],
      ['blocks', 1, true],
      ['needs-reason', 1, true],
      ['missing', 2, true],
      ['explained', 1, false],
      ['information', 1, false],
    ]);
    // Empty cells are counted by the sections; they are not urgent.
    expect(urgentCount(groups)).toBe(4);
  });

  it('tells what is on its way from what needs the person', () => {
    expect(onTheWay(holding('5'))).toBe(1);
    expect(workGroups({ ...clean, queue: holding('5') })).toEqual([]);
    expect(onTheWay(holding(undefined))).toBe(0);
    const batch = { key: 'k', changes: [{ cell: 'a', value: '5', baseRevision: 1 }], typedAt: { a: 1 } };
    const theirs = [{ cell: 'a', theirs: '6', by: null, at: null, revision: 2 }];
    const queue = conflicted({ ...emptyQueue, batches: [batch] }, 'k', theirs, 1);
    expect(workGroups({ ...clean, queue })).toEqual([{ kind: 'unsaved', cells: ['a'] }]);
    expect(onTheWay(queue)).toBe(0);
  });

  it('goes through findings of one weight as the form has them', () => {
    const edition = editionById('cn-2017-quality-balance');
    if (edition === undefined) throw new Error('edition');
    const found = [finding('r1', 'hard', 'z'), finding('r2', 'hard', 'b'), finding('r3', 'soft', 'a')];
    expect(weighed(edition, found, {}, ['a', 'b', 'z']).map((each) => each.finding.ruleId)).toEqual(['r2', 'r1', 'r3']);
  });
});

it('keeps a sentence that was begun until it is sent or the person leaves', () => {
  writeDraft('report/r@a', '新建');
  expect(readDraft('report/r@a')).toBe('新建');
  writeDraft('report/r@a', null);
  expect(readDraft('report/r@a')).toBeNull();
  keepDraftsFor('colleague');
  writeDraft('report/r@a', '同事写的');
  keepDraftsFor('me');
  expect([readDraft('report/r@a'), draftCount('me'), draftCount('colleague')]).toEqual([null, 0, 1]);
  writeDraft('other', 'x');
  forgetDrafts();
  expect([readDraft('other'), draftCount('me'), draftCount('colleague')]).toEqual([null, 0, 1]);
});
