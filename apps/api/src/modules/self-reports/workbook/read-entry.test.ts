import { describe, expect, test } from '@jest/globals';
import { editions, parseCell, qualityBalance2017, type ItemDefinition } from '@junheng/evaluation-core';
import { languages } from '@junheng/evaluation-messages';
import { workbookFaultText } from '@junheng/evaluation-messages/report-workbook';
import fc from 'fast-check';
import type { SheetCell } from '../../../platform/workbooks/workbook.types.ts';
import { cellValue, choicesOf, requirementOf, validationOf } from './entry-rules.ts';
import { readEntry } from './read-entry.ts';

/** Some editions leave a list of choices empty that nobody is asked. */
const allItems: readonly ItemDefinition[] = editions
  .flatMap((edition): readonly ItemDefinition[] => edition.items)
  .filter(({ value }) => value.kind !== 'choice' || value.options.length > 0);
const item = (id: string): ItemDefinition => {
  const found = qualityBalance2017.items.find((each) => each.id === id);
  if (found === undefined) throw new Error(`no item ${id}`);
  return found;
};
const written = (text: string): SheetCell => ({ column: 5, kind: 'text', text });

/** A cell as the reader gives it back after a spreadsheet program has kept it. */
function kept(value: string | number): SheetCell {
  return typeof value === 'number' ? { column: 5, kind: 'number', text: String(value) } : written(value);
}

/** Any value that the form would store for an item. */
function values({ value }: ItemDefinition): fc.Arbitrary<string> {
  switch (value.kind) {
    case 'number':
      return fc
        .tuple(fc.bigInt({ min: 0n, max: 10n ** 15n - 1n }), fc.nat({ max: 10 ** Math.min(value.scale, 9) - 1 }))
        .map(([whole, fraction]) => `${whole}.${String(fraction).padStart(value.scale, '0')}`);
    case 'choice':
      return fc.constantFrom(...value.options);
    case 'flag':
      return fc.constantFrom('yes', 'no');
    case 'date':
      return fc
        .date({ min: new Date('1901-01-01'), max: new Date('2099-12-31'), noInvalidDate: true })
        .map((date) => date.toISOString().slice(0, 10));
    case 'text':
      return fc.string({ minLength: 1, maxLength: value.maximumLength }).filter((text) => text.trim() !== '');
    default: {
      const exhaustive: never = value;
      return exhaustive;
    }
  }
}

test('every value of every item comes back as it went out, in either language', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...allItems).chain((each) => fc.tuple(fc.constant(each), values(each))),
      fc.constantFrom(...languages),
      ([each, typed], language) => {
        const canonical = parseCell(each, typed);
        if (!canonical.ok) return;
        const cell = kept(cellValue(language, each, canonical.value));
        expect(readEntry(each, cell)).toEqual({ kind: 'value', value: canonical.value });
      },
    ),
    { numRuns: 2_000 },
  );
});

test('every item of every edition says what to enter, and its choices fit into the list of a cell', () => {
  for (const each of allItems) {
    for (const language of languages) {
      expect(requirementOf(language, each)).not.toBe('');
      const choices = choicesOf(language, each);
      if (choices === null) continue;
      expect([each.id, new Set(choices).size]).toEqual([each.id, choices.length]);
      expect([each.id, validationOf(language, each, 'E5')?.type]).toEqual([each.id, 'list']);
    }
  }
});

describe('what people write', () => {
  test.each([
    ['pupils', '１，５６８', '1568'],
    ['pupils', ' 1 568 人', '1568'],
    ['pupils', '1568 pupils', '1568'],
    ['pupils', "'1568", '1568'],
    ['pupils', '\u202D1568\u202C', '1568'],
    ['pupils', '1.568E+03', '1568'],
    ['teaching-rooms-area', '3,600.50平方米', '3600.5'],
    ['teaching-rooms-area', '3600.5 m²', '3600.5'],
    ['equipment-value', '¥', null],
    ['equipment-value', '392.5万', '392.5'],
    ['multimedia-classrooms', '12 rooms', '12'],
    ['founded-year', '1998年', '1998'],
    ['ownership', ' 民办 ', 'private'],
    ['ownership', 'PRIVATE', 'private'],
  ])('%s: %s', (id, typed, value) => {
    const reading = readEntry(item(id), written(typed));
    expect(reading).toEqual(value === null ? expect.objectContaining({ kind: 'fault' }) : { kind: 'value', value });
  });

  test.each([
    ['pupils', '1568间', 'other-unit'],
    ['pupils', '3万人', 'other-unit'],
    ['pupils', '12 26', 'not-a-number'],
    ['pupils', '①', 'not-a-number'],
    ['pupils', '12+3', 'not-a-number'],
    ['pupils', '0.5', 'not-an-integer'],
    ['pupils', '-3人', 'negative'],
    ['pupils', '95%', 'percent'],
    ['pupils', '2026-09-01', 'date-instead-of-number'],
    ['pupils', '#REF!', 'formula-error'],
    ['pupils', '—', 'no-figure'],
    ['pupils', `${'9'.repeat(200)}`, 'too-large'],
    ['teaching-rooms-area', '5.4亩', 'other-unit'],
    ['teaching-rooms-area', '3.001', 'too-fine'],
    ['equipment-value', '3925000元', 'other-unit'],
    ['ownership', '集体', 'not-one-of'],
  ])('%s refuses %s', (id, typed, code) => {
    const reading = readEntry(item(id), written(typed));
    expect(reading).toMatchObject({ kind: 'fault', code });
    // Under test a text whose facts are missing throws: whatever is refused can be said in both languages.
    if (reading.kind !== 'fault') return;
    for (const language of languages) expect(workbookFaultText(language, reading.code, reading.facts)).not.toBe('');
  });

  test('another unit of money is answered with what to type, never converted in silence', () => {
    const reading = readEntry(item('equipment-value'), written('2187618.3元'));
    expect(reading).toMatchObject({ facts: { typed: '元', unit: 'ten-thousand-yuan', instead: '218.76183' } });
    if (reading.kind !== 'fault') return;
    expect(workbookFaultText('zh-CN', reading.code, reading.facts)).toBe(
      '写的单位“元”不是这里的单位（万元）。请改填 218.76183。',
    );
  });

  test('an answer that is none of those is told which there are, in the reader’s language', () => {
    const reading = readEntry(item('ownership'), written('集体'));
    if (reading.kind !== 'fault') throw new Error('it was taken');
    expect(workbookFaultText('en', reading.code, reading.facts)).toBe('“集体” is not one of: Public, Private.');
  });

  test('whatever a cell holds, reading it ends in a value of the form, a blank or a fault', () => {
    const kinds = ['text', 'number', 'percentage', 'date', 'boolean', 'error', 'formula-without-result'] as const;
    fc.assert(
      fc.property(fc.constantFrom(...allItems), fc.constantFrom(...kinds), fc.string(), (each, kind, text) => {
        const reading = readEntry(each, { column: 5, kind, text });
        if (reading.kind === 'value')
          expect(parseCell(each, reading.value)).toEqual({ ok: true, value: reading.value });
      }),
    );
  });
});
