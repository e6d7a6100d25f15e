import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { sumDecimals } from '../../src/modules/self-reports/import/exact-sum.ts';
import { shiftDecimal } from '../../src/modules/self-reports/import/figure-units.ts';
import { readFigureText } from '../../src/modules/self-reports/import/read-figure.ts';
import { columnLetters, parseCellReference } from '../../src/platform/workbooks/cell-position.ts';
import { storedNumberToDecimal, writeOut } from '../../src/platform/workbooks/number-text.ts';

/** A decimal as people write it, with what it is exactly: an integer over a power of ten. */
const decimals = fc.tuple(fc.bigInt({ min: 0n, max: 10n ** 12n }), fc.nat({ max: 6 })).map(([units, scale]) => {
  const digits = units.toString().padStart(scale + 1, '0');
  const text = scale === 0 ? digits : `${digits.slice(0, -scale)}.${digits.slice(-scale)}`;
  return { text, units, scale };
});

function canonical(units: bigint, scale: number): string {
  const digits = units.toString().padStart(scale + 1, '0');
  const fraction = scale === 0 ? '' : digits.slice(-scale).replace(/0+$/, '');
  const whole = scale === 0 ? digits : digits.slice(0, -scale);
  return fraction === '' ? whole : `${whole}.${fraction}`;
}

describe('figures written as text', () => {
  test('separators, width, units, blanks and apostrophes change nothing', () => {
    const group = (whole: string): string => whole.replace(/\B(?=(\d{3})+$)/g, ',');
    const wide = (text: string): string =>
      text.replace(/[0-9.,]/g, (character) => String.fromCharCode(character.charCodeAt(0) + 0xfee0));
    fc.assert(
      fc.property(
        decimals,
        fc.constantFrom('', '人', ' 平方米', '㎡', '元'),
        fc.boolean(),
        fc.boolean(),
        fc.constantFrom('', "'", ' '),
        ({ text, units, scale }, unit, grouped, isWide, before) => {
          const [whole = '', fraction] = text.split('.');
          const plain = (grouped ? group(whole) : whole) + (fraction === undefined ? '' : `.${fraction}`);
          const reading = readFigureText(before + (isWide ? wide(plain) : plain) + unit);
          expect(reading).toMatchObject({ kind: 'figure', decimal: canonical(units, scale) });
        },
      ),
    );
  });

  test('no text is read as a figure it does not spell', () => {
    fc.assert(
      fc.property(
        fc.string({
          unit: fc.constantFrom('0', '1', '5', '9', ',', '.', '-', '+', 'e', ' ', '人', '约', '/', '%'),
          maxLength: 9,
        }),
        (text) => {
          const reading = readFigureText(text);
          if (reading.kind !== 'figure') return;
          const bare = text.replace(/[\s,人]/g, '').toLowerCase();
          expect(Number(reading.decimal)).toBeCloseTo(Number(bare), 6);
        },
      ),
    );
  });
});

describe('units', () => {
  test('元 to 万元 and back is the same decimal', () => {
    fc.assert(
      fc.property(decimals, ({ text, units, scale }) => {
        const shifted = shiftDecimal(text, -4);
        expect(shifted).toBe(canonical(units, scale + 4));
        expect(shiftDecimal(shifted, 4)).toBe(canonical(units, scale));
      }),
    );
  });

  test('288.96005 万元 is exactly 2889600.5 元', () => {
    expect(shiftDecimal('288.96005', 4)).toBe('2889600.5');
    expect(shiftDecimal('2889600.5', -4)).toBe('288.96005');
    expect(shiftDecimal('-0.01', -4)).toBe('-0.000001');
    expect(shiftDecimal('0', -4)).toBe('0');
  });

  test('sums are exact', () => {
    expect(sumDecimals(['0.1', '0.2'])).toBe('0.3');
    fc.assert(
      fc.property(fc.array(decimals, { minLength: 1, maxLength: 5 }), (parts) => {
        const total = parts.reduce((sum, { units, scale }) => sum + units * 10n ** BigInt(6 - scale), 0n);
        expect(sumDecimals(parts.map((part) => part.text))).toBe(canonical(total, 6));
      }),
    );
  });
});

describe('stored numbers', () => {
  test('what was typed with up to 15 digits comes back, however the double is written', () => {
    const typed = fc
      .tuple(fc.bigInt({ min: 0n, max: 10n ** 15n - 1n }), fc.nat({ max: 9 }))
      .map(([units, scale]) => canonical(units, scale));
    fc.assert(
      fc.property(typed, (text) => {
        expect(storedNumberToDecimal(text)).toEqual({ decimal: text, rounded: false });
        expect(storedNumberToDecimal(Number(text).toPrecision(17))?.decimal).toBe(text);
        expect(storedNumberToDecimal(Number(text).toExponential())?.decimal).toBe(text);
      }),
      { numRuns: 500 },
    );
  });

  test.each([
    ['9391.200000000001', '9391.2'],
    ['0.30000000000000004', '0.3'],
    ['2.2999999999999998', '2.3'],
    ['1E+3', '1000'],
    ['1.188E+06', '1188000'],
    ['-0', '0'],
    ['5e-7', '0.0000005'],
    ['00.50', '0.5'],
  ])('%s is %s', (stored, decimal) => expect(storedNumberToDecimal(stored)?.decimal).toBe(decimal));

  test('what is no number', () => {
    for (const text of ['', '.', 'e5', '1e', 'abc', '1,5', '1e99999', 'Infinity', 'NaN', '0x10', '1 2'])
      expect(writeOut(text)).toBeNull();
    expect(storedNumberToDecimal('1e308')?.decimal).toHaveLength(309);
  });
});

test('columns by letter', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 16_384 }), (column) =>
      expect(parseCellReference(`${columnLetters(column)}7`)).toEqual({ column, row: 7 }),
    ),
  );
  expect([columnLetters(26), columnLetters(27), columnLetters(16_384)]).toEqual(['Z', 'AA', 'XFD']);
});
