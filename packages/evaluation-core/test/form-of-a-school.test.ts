import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  allowedCells,
  applicableCells,
  cellDefinition,
  cellKey,
  checkReport,
  editions,
  parseCell,
} from '../src/index.ts';
import type { Cells, Edition } from '../src/index.ts';

// The form of a school is made once for each way of answering what it depends on. A copy of the edition knows nothing of what was made
// before: it must give the same.

function answersOf(edition: Edition): fc.Arbitrary<Cells> {
  const keys = edition.items.flatMap((item) =>
    [null, ...(item.stages ?? item.alsoByStage)].map((stage) => ({ item, key: cellKey(item.id, stage) })),
  );
  const types = edition.schoolTypes.map(({ id }) => id);
  const report = fc.tuple(
    ...keys.map(({ item, key }) => {
      const value =
        item.value.kind === 'choice'
          ? fc.constantFrom('', ...item.value.options)
          : item.value.kind === 'flag'
            ? fc.constantFrom('yes', 'no')
            : fc.constantFrom('0', '1', '7.5', '300', '００', ' 0', 'many', '');
      const often = item.id === edition.schoolTypeItem ? fc.constantFrom('', ...types) : value;
      return fc.option(often, { freq: item.entry === 'import' ? 1 : 4 }).map((text) => [key, text] as const);
    }),
  );
  return report.map((entries) =>
    Object.fromEntries(entries.flatMap(([key, text]) => (text === null ? [] : [[key, text]]))),
  );
}

describe.each(editions.map((edition) => [edition.id, edition] as const))('the form of %s', (_id, edition) => {
  test('is the same whether or not another school answered alike before', () => {
    fc.assert(
      fc.property(answersOf(edition), (cells) => {
        const copy = structuredClone(edition);
        for (const split of ['weighted', 'reported-by-stage'] as const) {
          const asked = applicableCells(edition, cells, { split });
          expect(asked).toEqual(applicableCells(copy, cells, { split }));
          const allowed = allowedCells(edition, cells);
          expect(asked.every(({ key }) => allowed.has(key))).toBe(true);
        }
        expect(checkReport(edition, cells)).toEqual(checkReport(copy, cells));
      }),
      { numRuns: 40, seed: 20261122 },
    );
  });

  test('knows every cell that it may ask for, and no other', () => {
    for (const item of edition.items) {
      expect(cellDefinition(edition, cellKey(item.id, 'no-such-stage'))).toBeUndefined();
      expect(cellDefinition(edition, cellKey(item.id, null, 1))).toBeUndefined();
      for (const stage of item.stages ?? [null, ...item.alsoByStage]) {
        expect(cellDefinition(edition, cellKey(item.id, stage))?.item).toBe(item);
      }
    }
  });
});

test('a number in its stored form is read as it is, any other way of typing it to the same', () => {
  const [item] = editions[0]?.items.filter(({ value }) => value.kind === 'number' && value.scale === 2) ?? [];
  if (item === undefined) throw new Error('no item with two decimals');
  expect(parseCell(item, '1568.5')).toEqual({ ok: true, value: '1568.5' });
  expect(parseCell(item, '1，568.50')).toEqual({ ok: true, value: '1568.5' });
  expect(parseCell(item, '0.001')).toEqual({ ok: false, problem: 'too-fine' });
  expect(parseCell(item, '9'.repeat(16))).toEqual({ ok: false, problem: 'too-large' });
  expect(parseCell(item, '07')).toEqual({ ok: true, value: '7' });
});
