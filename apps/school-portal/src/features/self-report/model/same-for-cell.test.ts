import { describe, expect, it } from '@jest/globals';
import { applicableCells, editions } from '@junheng/evaluation-core';
import type { WeighedFinding } from './progress.ts';
import { sameForCell, type CellSurroundings } from './same-for-cell.ts';

const [edition] = editions;
if (edition === undefined) throw new Error('no edition');
const answers = { [edition.schoolTypeItem]: edition.schoolTypes[0]?.id ?? '' };
const asked = applicableCells(edition, answers);
const pupils = asked.find(({ item }) => item.id === edition.pupilsItem);
const other = asked.find(({ item }) => item.value.kind === 'number' && item.id !== edition.pupilsItem);
const choice = asked.find(({ item }) => item.id === edition.schoolTypeItem);
if (pupils === undefined || other === undefined || choice === undefined) throw new Error('no such cells');

const report: CellSurroundings['report'] = {
  id: 'report',
  may: { fill: true },
  cells: answers,
  cellRevisions: {},
  cellSources: {},
  prefilledFrom: {},
  lastYear: null,
  peers: null,
  returnReasons: [],
};
const base: CellSurroundings = {
  report,
  saver: {},
  type: () => undefined,
  openedWith: answers,
  cells: answers,
  findings: [],
};
const afterKey: CellSurroundings = { ...base, cells: { ...answers, [pupils.key]: '5' } };
const finding = (cell: string, limit: string): WeighedFinding => ({
  finding: { ruleId: 'r', severity: 'hard', cells: [cell], messageKey: 'm', hintKey: 'h', facts: { limit } },
  weight: 'blocks',
  reason: '',
});

describe('a key in one cell', () => {
  it('changes that cell and no other', () => {
    expect(sameForCell(pupils, base, afterKey)).toBe(false);
    expect(sameForCell(other, base, afterKey)).toBe(true);
    const more = { ...afterKey, cells: { ...answers, [pupils.key]: '51' } };
    expect(sameForCell(pupils, afterKey, more)).toBe(false);
  });

  it('changes an answer beside which stands what it does to the form', () => {
    expect(sameForCell(choice, base, afterKey)).toBe(false);
  });
});

describe('a cell is drawn anew', () => {
  it('when the report was read again or saved and says something else of it', () => {
    const saved = { ...report, cells: { ...answers, [pupils.key]: '5' } };
    expect(sameForCell(pupils, base, { ...base, report: saved })).toBe(false);
    expect(sameForCell(other, base, { ...base, report: saved })).toBe(true);
    const changes: Partial<CellSurroundings['report']>[] = [
      { id: 'another' },
      { may: { fill: false } },
      { cellRevisions: { [other.key]: 2 } },
      { cellSources: { [other.key]: 'imported' } },
      { prefilledFrom: { [other.key]: 'register' } },
      { lastYear: { [other.key]: '4' } },
      { returnReasons: [] },
    ];
    for (const change of changes) {
      expect(sameForCell(other, base, { ...base, report: { ...report, ...change } })).toBe(false);
    }
  });

  it('when what is found about it comes, goes or says something else', () => {
    const found = { ...base, findings: [finding(pupils.key, '1')] };
    expect(sameForCell(pupils, base, found)).toBe(false);
    expect(sameForCell(pupils, found, { ...base, findings: [finding(pupils.key, '2')] })).toBe(false);
    expect(sameForCell(pupils, found, { ...base, findings: [finding(pupils.key, '1')] })).toBe(true);
    expect(sameForCell(other, base, found)).toBe(true);
  });
});
