import { expect, test } from '@jest/globals';
import type { InspectionFindings, InspectionResults } from '@junheng/api-contract';
import { findingSheet, resultSheet } from './result-sheets.ts';

const counted = { answered: 2, met: 0, unmet: 0, unclear: 0, differs: 1, total: '16.5', mean: '8.25' };
const judged = { ...counted, met: 1, unmet: 1, total: null, mean: null };
const results: InspectionResults = {
  inspectionId: 'i',
  inspectionName: '开学督查',
  editionTexts: {},
  items: [
    { at: 'score:c-1', kind: 'judged', nameKey: 'requirement.c-1', maximum: null },
    { at: 'score:c-2/points', kind: 'scored', nameKey: 'point.c-2.points', maximum: '10' },
  ],
  units: [
    {
      kind: 'county',
      name: '=1+1县',
      schools: 3,
      signed: 2,
      leftOut: 1,
      items: [
        { at: 'score:c-1', ...judged },
        { at: 'score:c-2/points', ...counted },
      ],
      points: { total: '16.5', maximum: '20' },
    },
  ],
};

test('results are a line an item and unit; numbers are numbers, names are as they were typed', () => {
  const sheet = resultSheet(results, {
    name: '结果',
    words: (key) => key,
    column: (column) => column,
    unitKind: (kind) => kind,
    recorded: (kind) => kind,
  });
  expect(sheet.rows).toEqual([
    ['county', '=1+1县', 'requirement.c-1', 'judged', null, 3, 2, 1, 2, 1, 1, 0, null, null, 1],
    ['county', '=1+1县', 'point.c-2.points', 'scored', 10, 3, 2, 1, 2, null, null, null, 16.5, 8.25, 1],
  ]);
  expect(sheet.rows.every((row) => row.length === sheet.head.length)).toBe(true);
});

test('findings say where they are from and what became of them', () => {
  const at = '2026-10-20T01:00:00.000Z';
  const finding = {
    at: 'finding:1',
    school: { id: 's', name: '东镇中心小学' },
    county: { id: 'c', name: '甲县' },
    team: null,
    text: '=HYPERLINK("http://example.org")',
    advice: '加固',
    referenceId: null,
    signed: { by: '督学甲', at, hash: 'a' },
    row: null,
    withdrawn: null,
    handOverAs: null,
  };
  const findings: InspectionFindings['findings'] = [
    { ...finding, row: { id: 'r', number: 7 } },
    finding,
    { ...finding, withdrawn: { by: '督学甲', at } },
  ];
  const sheet = findingSheet(
    { findings },
    { name: '问题', column: (column) => column, state: (state) => state, instant: (instant) => instant.slice(0, 10) },
  );
  const said = ['甲县', '东镇中心小学', null, '=HYPERLINK("http://example.org")', '加固', '督学甲', '2026-10-20'];
  expect(sheet.rows).toEqual([
    [...said, 'handed', 7],
    [...said, 'open', null],
    [...said, 'withdrawn', null],
  ]);
  expect(sheet.head).toHaveLength(9);
});
