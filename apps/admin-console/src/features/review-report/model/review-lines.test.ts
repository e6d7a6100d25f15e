import { describe, expect, test } from '@jest/globals';
import { editionById, type Edition } from '@junheng/evaluation-core';
import { filterSections, readFilter, reviewSheet, type ReviewSheet } from './review-lines.ts';
import { selfReport } from './self-report.factory.ts';

function edition(): Edition {
  const found = editionById('cn-2017-quality-balance');
  if (found === undefined) throw new Error('edition');
  return found;
}
const since = { decision: 'returned' as const, at: '2026-11-10T00:00:00Z', by: '示例审核员', revision: 5 };
const lineOf = (sheet: ReviewSheet, cell: string) =>
  sheet.sections.flatMap((section) => section.lines).find((line) => line.cell === cell);

describe('the sheet of a report', () => {
  test('follows the form: sections in order, only what this school is asked', () => {
    const sheet = reviewSheet(edition(), selfReport());
    const order = sheet.sections.map((section) => edition().sections.indexOf(section.id));
    expect(order).toEqual([...order].sort((a, b) => a - b));
    expect(lineOf(sheet, 'pupils.primary')).toMatchObject({ value: '301', unit: expect.any(String), stage: 'primary' });
    expect(lineOf(sheet, 'pupils.junior')).toBeUndefined();
    expect(sheet.counts.missing).toBeGreaterThan(0);
  });

  test('what was reported is never hidden, even if the form does not ask it', () => {
    const report = selfReport({ cells: { 'school-type': 'primary', 'pupils.primary': '301', 'pupils.junior': '12' } });
    expect(lineOf(reviewSheet(edition(), report), 'pupils.junior')).toMatchObject({ value: '12', required: false });
  });

  test('last year and the change stand beside the value', () => {
    const sheet = reviewSheet(edition(), selfReport({ lastYear: { 'pupils.primary': '200' } }));
    expect(lineOf(sheet, 'pupils.primary')).toMatchObject({ lastYear: '200', change: { tenths: 505n }, large: true });
    expect(sheet.counts.large).toBe(1);
  });

  test('the reason a school gave stands with its check, by cell or for the whole rule', () => {
    const report = selfReport({
      lastYear: { 'pupils.primary': '100' },
      checkReasons: {},
    });
    const [finding] = lineOf(reviewSheet(edition(), report), 'pupils.primary')?.findings ?? [];
    expect(finding?.finding.severity).toBe('soft');
    expect(finding?.reason).toBeNull();
    const key = `${finding?.finding.ruleId ?? ''}@pupils.primary`;
    const explained = reviewSheet(edition(), { ...report, checkReasons: { [key]: ' 撤并了两所学校 ' } });
    expect(lineOf(explained, 'pupils.primary')?.findings[0]?.reason).toBe('撤并了两所学校');
    expect(explained.counts.softWithoutReason).toBe(0);
  });

  test('after a return: what changed since, and the reasons at their cells', () => {
    const reason = {
      id: '60000000-0000-4000-8000-000000000001',
      cell: 'pupils.primary',
      reason: '与学籍不符',
      by: '示例审核员',
      at: '2026-11-10T00:00:00Z',
      state: 'changed' as const,
      answer: null,
    };
    const sheet = reviewSheet(
      edition(),
      selfReport({
        returnReasons: [reason, { ...reason, id: '60000000-0000-4000-8000-000000000002', cell: null }],
      }),
      { since, toReview: [{ cell: 'pupils.primary', before: '310', changed: true }] },
    );
    expect(lineOf(sheet, 'pupils.primary')).toMatchObject({
      changed: true,
      again: true,
      atDecision: { value: '310' },
      returnReasons: [reason],
    });
    expect(lineOf(sheet, 'school-type')?.changed).toBe(false);
    expect(sheet.wholeReasons).toHaveLength(1);
    expect(sheet.counts.changed).toBe(1);
  });
});

test('what was asked about is read again although it is as it was', () => {
  const sheet = reviewSheet(edition(), selfReport(), {
    since,
    toReview: [{ cell: 'pupils.primary', before: '301', changed: false }],
  });
  expect(lineOf(sheet, 'pupils.primary')).toMatchObject({ changed: false, again: true, atDecision: null });
  expect(sheet.counts).toMatchObject({ changed: 0, again: 1 });
  const shown = filterSections(sheet.sections, 'changed', new Set()).flatMap(({ lines }) => lines);
  expect(shown.map(({ cell }) => cell)).toEqual(['pupils.primary']);
});

test('where similar schools lay stands beside the value', () => {
  const peers = { statistics: { types: {} }, bands: { 'pupils.primary': { low: '120', high: '480', schools: 9 } } };
  const sheet = reviewSheet(edition(), selfReport({ peers }));
  expect(lineOf(sheet, 'pupils.primary')?.band).toEqual({ low: '120', high: '480', schools: 9 });
  expect(lineOf(sheet, 'school-type')?.band).toBeNull();
});

describe('looking at a part of it', () => {
  const sheet = reviewSheet(edition(), selfReport({ lastYear: { 'pupils.primary': '200' } }));
  const cells = (filter: Parameters<typeof filterSections>[1], marked: readonly string[] = []) =>
    filterSections(sheet.sections, filter, new Set(marked)).flatMap((section) =>
      section.lines.map((line) => line.cell),
    );
  test('filters', () => {
    expect(cells('large')).toEqual(['pupils.primary']);
    expect(cells('marked', ['school-type'])).toEqual(['school-type']);
    expect(cells('changed')).toEqual([]);
    expect(cells('missing')).not.toContain('pupils.primary');
    expect(cells('all').length).toBeGreaterThan(cells('missing').length);
  });
  test('an unknown filter of an old link shows everything', () => {
    expect(readFilter('colour')).toBe('all');
    expect(readFilter(null)).toBe('all');
    expect(readFilter(null, 'changed')).toBe('changed');
    expect(readFilter('all', 'changed')).toBe('all');
    expect(readFilter('large')).toBe('large');
  });
});
