import { describe, expect, it } from '@jest/globals';
import { editionById, type CheckFinding, type Edition } from '@junheng/evaluation-core';
import { backoffMs, newKey } from '@junheng/offline-journal';
import { fraction, rounded } from './decimal.ts';
import { cellsOfSection, formDifference, formOf, sectionOfCell } from './form.ts';
import { columnOf, gridOf, neighbour, type Grid } from './grid-navigation.ts';
import { changeInPercent } from './last-year.ts';
import { progressOf, reasonFor, weighed } from './progress.ts';
import { sectionToStartAt } from './start.ts';
import { grouped, shownValue } from './shown-number.ts';

function edition(): Edition {
  const found = editionById('cn-2017-quality-balance');
  if (found === undefined) throw new Error('the shipped edition is missing');
  return found;
}

describe('the form', () => {
  it('has a column for each stage of the school and whole-school rows', () => {
    const sections = formOf(edition(), { 'school-type': 'nine-year' });
    const pupils = sectionOfCell(sections, 'pupils.junior');
    expect(pupils?.stages).toEqual(['primary', 'junior']);
    expect(pupils?.rows.find((row) => row.item.id === 'migrant-pupils')?.whole?.key).toBe('migrant-pupils');
    expect(
      formOf(edition(), { 'school-type': 'primary' })
        .flatMap(cellsOfSection)
        .map((cell) => cell.stage),
    ).not.toContain('junior');
  });

  it('tells what an answer adds and takes away', () => {
    const before = { 'school-type': 'nine-year', 'rural-50-to-99-pupils': 'no' };
    const small = formDifference(edition(), before, { ...before, 'rural-50-to-99-pupils': 'yes' });
    expect(small.appear.map((cell) => cell.key)).toContain('visiting-pe-teachers.primary');
    expect(small.disappear).toEqual([]);
    const primary = formDifference(edition(), before, { ...before, 'school-type': 'primary' });
    expect(primary.disappear.map((cell) => cell.key)).toContain('pupils.junior');
  });
});

describe('going on', () => {
  const cells = { 'school-type': 'primary' };
  const sections = formOf(edition(), cells);
  const report = { returnReasons: [{ cell: 'equipment-value', state: 'open' as const }] };

  it('begins at what was returned, else at what is empty, else at the beginning', () => {
    expect(sectionToStartAt({ sections, cells, report })).toBe('equipment');
    const profile = sections[0] === undefined ? [] : cellsOfSection(sections[0]);
    const filled = { ...cells, ...Object.fromEntries(profile.map((cell) => [cell.key, 'x'])) };
    expect(sectionToStartAt({ sections, cells: filled, report: { returnReasons: [] } })).toBe('pupils');
    const all = Object.fromEntries(sections.flatMap(cellsOfSection).map((cell) => [cell.key, '0']));
    expect(sectionToStartAt({ sections, cells: all, report: { returnReasons: [] } })).toBe('basic');
  });
});

describe('walking the grid', () => {
  const grid: Grid = [
    ['a.1', 'a.2', 'a.3'],
    ['b', 'b', 'b'],
    ['c.1', null, 'c.3'],
  ];

  it('goes down its column, through whole-school cells, over gaps', () => {
    expect(neighbour(grid, 'a.2', 'down', 1)).toBe('b');
    expect(neighbour(grid, 'b', 'down', 1)).toBeNull();
    expect(neighbour(grid, 'b', 'down', 2)).toBe('c.3');
    expect(neighbour(grid, 'c.3', 'up', 2)).toBe('b');
    expect(neighbour(grid, 'a.1', 'up', 0)).toBeNull();
  });

  it('goes along its row over gaps and stops at the edge', () => {
    expect(neighbour(grid, 'c.1', 'right', 0)).toBe('c.3');
    expect(neighbour(grid, 'b', 'right', 0)).toBeNull();
    expect(neighbour(grid, 'a.2', 'left', 1)).toBe('a.1');
    expect(columnOf(grid, 'b', 2)).toBe(2);
    expect(columnOf(grid, 'c.3', 0)).toBe(2);
  });

  it('is laid out like the section', () => {
    const pupils = sectionOfCell(formOf(edition(), { 'school-type': 'nine-year' }), 'pupils.junior');
    expect(pupils === undefined ? [] : gridOf(pupils)[0]).toEqual(['pupils.primary', 'pupils.junior']);
  });
});

describe('progress', () => {
  const finding = (ruleId: string, severity: CheckFinding['severity'], cells: string[] = []): CheckFinding => ({
    ruleId,
    severity,
    cells,
    messageKey: `check.${ruleId}`,
    hintKey: `check.${ruleId}.hint`,
    facts: {},
  });

  it('counts the required cells that hold something; 0 is something', () => {
    const definitions = formOf(edition(), { 'school-type': 'primary' }).flatMap(cellsOfSection);
    const progress = progressOf(definitions, { 'school-type': 'primary', 'pupils.primary': '0' });
    expect(progress.filled).toBe(2);
    expect(progress.required).toBeGreaterThan(20);
  });

  it('puts what blocks first and leaves plain gaps to the count', () => {
    const found = [
      finding('change-from-last-year', 'soft', ['pupils.primary']),
      finding('required', 'hard', ['locale']),
      finding('note', 'information'),
      finding('class-bands-sum', 'hard', ['classes.primary']),
      finding('implausible', 'soft', ['founded-year']),
    ];
    const reasons = { 'implausible@founded-year': 'an old academy' };
    expect(weighed(edition(), found, reasons, []).map((each) => [each.finding.ruleId, each.weight])).toEqual([
      ['class-bands-sum', 'blocks'],
      ['change-from-last-year', 'needs-reason'],
      ['implausible', 'explained'],
      ['note', 'information'],
    ]);
  });

  it('takes a reason for the rule or for one of its cells, and no blank one', () => {
    const soft = finding('implausible', 'soft', ['a', 'b']);
    expect(reasonFor(soft, { implausible: 'because' })).toBe('because');
    expect(reasonFor(soft, { 'implausible@b': 'because' })).toBe('because');
    expect(reasonFor(soft, { 'implausible@a': '  ' })).toBe('');
  });
});

describe('numbers beside the core', () => {
  it('says the change from last year with its sign', () => {
    expect(changeInPercent('200', '206.2')).toBe('+3.1');
    expect(changeInPercent('200', '150')).toBe('-25.0');
    expect(changeInPercent('3', '3')).toBe('0.0');
    expect(changeInPercent('0', '3')).toBeNull();
    expect(changeInPercent(undefined, '3')).toBeNull();
    expect(changeInPercent('yes', 'no')).toBeNull();
  });

  it('reads and rounds fractions exactly', () => {
    expect(rounded({ top: -5n, bottom: 1000n }, 2)).toBe('-0.01');
    expect(fraction('1/0')).toBeNull();
    expect(fraction('1e3')).toBeNull();
  });

  it('never shows the threshold for a value below it', () => {
    expect(shownValue(4.19999, 2, '4.2', false)).toBe('4.19999');
    expect(shownValue(4.2, 2, '4.2', true)).toBe('4.20');
    expect(shownValue(12345.678, 2, '20000', false)).toBe('12,345.68');
    expect(grouped('1234567.5')).toBe('1,234,567.5');
    expect(grouped('123')).toBe('123');
  });
});

describe('retries and keys', () => {
  it('doubles up to half a minute, spread, and never before the server asked', () => {
    expect([1, 2, 3, 9, 99].map((failures) => backoffMs(failures, 0.5, null))).toEqual([
      1000, 2000, 4000, 30000, 30000,
    ]);
    expect(backoffMs(1, 0, null)).toBe(750);
    expect(backoffMs(1, 0, 10)).toBe(10_000);
  });

  it('makes UUIDs of version 4', () => {
    expect(newKey()).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  });
});
