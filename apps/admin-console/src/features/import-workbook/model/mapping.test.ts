import { describe, expect, test } from '@jest/globals';
import { destinationOf, readiness, type ImportSchool } from './mapping.ts';

function row(changes: Partial<ImportSchool> = {}): ImportSchool {
  return {
    key: '2199000001',
    code: '2199000001',
    name: '示例小学',
    type: 'primary',
    cellCount: 20,
    cells: {},
    rows: [{ file: 'a.xlsx', sheet: '表1', row: 5 }],
    match: 'code',
    schoolId: 's1',
    schoolName: '示例小学',
    candidates: [],
    blockedBy: null,
    replaces: [],
    prefill: { blockedBy: null, fills: 20, keeps: [] },
    ...changes,
  };
}
const register = new Map([
  ['s1', '示例小学'],
  ['s2', '示例二小'],
]);
const clean = { problems: [] };
const notInForm = {
  file: 'a',
  sheet: null,
  row: 3,
  column: 'B',
  item: 'pupils',
  code: 'x',
  severity: 'error' as const,
  facts: {},
};

describe('where a row goes', () => {
  test('matched by the server', () => {
    expect(destinationOf(row(), {}, register)).toEqual({
      kind: 'school',
      schoolId: 's1',
      name: '示例小学',
      how: 'code',
    });
  });
  test('a choice wins over the match, and leaving out is a choice', () => {
    expect(destinationOf(row(), { '2199000001': 's2' }, register)).toMatchObject({ schoolId: 's2', how: 'chosen' });
    expect(destinationOf(row(), { '2199000001': null }, register)).toEqual({ kind: 'left-out' });
  });
  test('no match and no choice', () => {
    expect(destinationOf(row({ match: 'none', schoolId: null }), {}, register)).toEqual({ kind: 'undecided' });
  });
});

describe('readiness to confirm', () => {
  test('a clean workbook is ready and sends only what was chosen', () => {
    const ready = readiness(
      { ...clean, schools: [row(), row({ key: 'b', schoolId: 's2' })] },
      { b: null },
      false,
      register,
    );
    expect(ready).toMatchObject({ obstacles: [], taken: 1, leftOut: 1, mapping: [{ key: 'b', schoolId: null }] });
  });

  test('errors, undecided rows, two rows for one school and unconfirmed replacing stand in the way, each named', () => {
    const ready = readiness(
      {
        problems: [
          { file: 'a', sheet: null, row: 3, column: 'B', item: null, code: 'x', severity: 'error', facts: {} },
          { file: 'a', sheet: null, row: 3, column: 'B', item: null, code: 'y', severity: 'warning', facts: {} },
        ],
        schools: [
          row({ replaces: [{ cell: 'pupils.primary', before: '3', after: '4' }] }),
          row({ key: 'twin' }),
          row({ key: 'stranger', match: 'none', schoolId: null }),
        ],
      },
      {},
      false,
      register,
    );
    expect(ready.obstacles).toEqual([
      { kind: 'errors', count: 1 },
      { kind: 'undecided', keys: ['stranger'] },
      { kind: 'same-school', name: '示例小学', keys: ['2199000001', 'twin'] },
      { kind: 'replacing-unconfirmed', cells: 1 },
    ]);
  });

  test('confirming the replacement clears that obstacle', () => {
    const schools = [row({ replaces: [{ cell: 'a', before: '3', after: '4' }] })];
    expect(readiness({ ...clean, schools }, {}, true, register).obstacles).toEqual([]);
  });

  test('reports already submitted are told apart; with nothing else left there is nothing to confirm', () => {
    const ready = readiness({ ...clean, schools: [row({ blockedBy: 'submitted' })] }, {}, false, register);
    expect(ready.blocked).toHaveLength(1);
    expect(ready.obstacles).toEqual([{ kind: 'nothing-left' }]);
  });

  test('prefilling replaces nothing, says what it leaves, and is stopped by other states of the report', () => {
    const keeps = [{ cell: 'a', own: '3', imported: '4', why: 'own-value' as const }];
    const schools = [
      row({ replaces: [{ cell: 'a', before: '3', after: '4' }], prefill: { blockedBy: null, fills: 19, keeps } }),
      row({ key: 'returned', schoolId: 's2', prefill: { blockedBy: 'returned', fills: 0, keeps: [] } }),
    ];
    const problems = [
      { ...notInForm, code: 'cell_not_in_form' },
      { ...notInForm, severity: 'warning' as const },
    ];
    const ready = readiness({ problems, schools }, {}, false, register, 'prefill');
    expect(ready).toMatchObject({ obstacles: [], taken: 1, replaced: 0, kept: 1 });
    expect(ready.blocked).toEqual([schools[1]]);
  });
});
