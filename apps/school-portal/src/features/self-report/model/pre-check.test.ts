import { expect, test } from '@jest/globals';
import { editionById } from '@junheng/evaluation-core';
import { formOf } from './form.ts';
import { checkedSections } from './pre-check.ts';

const edition = editionById('cn-2017-quality-balance');
if (edition === undefined) throw new Error('the edition is gone');
const sections = formOf(edition, { 'school-type': 'primary' });
const queue = { edits: {}, conflicts: {}, halted: null, inFlight: null } as never;

test('everything stands with its section and whoever does it; what belongs to no cell comes first', () => {
  const [first, second] = sections;
  const cell = second?.rows[0]?.whole ?? Object.values(second?.rows[0]?.byStage ?? {})[0];
  if (first === undefined || second === undefined || cell === undefined) throw new Error('the form is empty');
  const reason = { id: 'r', cell: null, reason: '请核对', by: '', at: '', state: 'open', answer: null } as const;
  // A cell that the form no longer asks for has no section: what is open there must not be passed over.
  const lost = { ...reason, id: 'l', cell: 'visiting-pe-teachers.primary' };
  const work = {
    section: second.id,
    assignee: { personId: 'p', displayName: '教导主任', here: true },
    internalDate: null,
    finishedAt: null,
    changedSince: false,
    filled: 0,
    required: 1,
    faults: 0,
  };
  const checked = checkedSections(
    sections,
    { report: { returnReasons: [reason, lost] }, queue, missing: [cell], findings: [] },
    [work],
  );
  expect(checked[0]).toMatchObject({ section: first.id, returns: [reason, lost], blocking: 2, work: null });
  expect(checked[1]).toMatchObject({ section: second.id, missing: [cell.key], blocking: 1, work });
  expect(checked.slice(2).every(({ blocking }) => blocking === 0)).toBe(true);
});
