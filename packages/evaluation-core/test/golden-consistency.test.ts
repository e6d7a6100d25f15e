import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { checkStatedNumber, checkStatedNumbers } from '../src/index.ts';
import type { Claim, StatedNumberResult } from '../src/index.ts';
import { golden, readCsv } from './fixtures/csv.ts';
import { evaluateExpression } from './fixtures/expression-checker.ts';
import { seed000 } from './golden/claims/seed-000.ts';
import { seed001 } from './golden/claims/seed-001.ts';
import { seeds002To004 } from './golden/claims/seed-002-004.ts';

const claims = [...seed000, ...seed001, ...seeds002To004];
const rows = readCsv(golden('golden.csv'));
const results = new Map(checkStatedNumbers(claims.map((each) => each.main)).map((each) => [each.claimId, each]));

function resultOf(id: string): StatedNumberResult {
  const result = results.get(id);
  if (result === undefined) throw new Error(`no claim for ${id}`);
  return result;
}

/** The words of the column `agrees`, from what the function found. */
function wordFor({ finding, kind, verdict }: StatedNumberResult): string {
  switch (finding) {
    case 'all-given':
      return 'n/a';
    case 'only-if-truncated':
      return 'only if truncated';
    case 'contradiction':
      return 'CONTRADICTION';
    case 'needs-explanation':
    case 'other-scope':
      return 'NEEDS EXPLANATION';
    case 'not-covered':
      return 'INCOMPLETE RECTIFICATION';
    case 'figure-missing':
      return kind === 'given' ? 'MISSING' : 'not expected';
    case 'not-stated':
      return 'not stated';
    default:
      return verdict === 'agrees' ? 'yes' : verdict === 'disagrees' ? 'NO' : 'not expected';
  }
}

function isNumber(text: string): boolean {
  return /^-?\d+(\.\d+)?$/.test(text);
}

/** The recomputed number: of an arithmetic claim itself, of any other the number that its facts compare. */
function fullOf(result: StatedNumberResult): string | null {
  return result.recomputed?.full ?? (typeof result.facts['right'] === 'string' ? result.facts['right'] : null);
}

/** Every number that a result or its claim knows of, as decimals. */
function numbersOf(result: StatedNumberResult): readonly number[] {
  const texts = [
    ...Object.values(result.facts),
    result.formula,
    ...result.readings.flatMap((each) => [each.value, each.low, each.high]),
  ];
  return texts.flatMap((text) => [...String(text ?? '').matchAll(/\d+(?:\.\d+)?/g)].map((match) => Number(match[0])));
}

test('every row of golden.csv has its claim', () => {
  expect(rows).toHaveLength(83);
  expect(claims.map((each) => each.golden)).toEqual(rows.map((each) => each['id']));
});

describe.each(rows)('$id $quantity', (row) => {
  const id = row['id'] ?? '';
  const result = resultOf(id);
  const also = claims.find((each) => each.golden === id)?.also ?? [];

  test(`agrees: ${row['agrees']}`, () => {
    expect(row['agrees']?.startsWith(wordFor(result)) === true ? row['agrees'] : wordFor(result)).toBe(row['agrees']);
  });

  const full = row['recomputed_full'] ?? '';
  test('recomputed', () => {
    const { recomputed } = result;
    if (isNumber(row['recomputed_rounded_half_up'] ?? '')) {
      expect(recomputed).toMatchObject({
        full,
        rounded: row['recomputed_rounded_half_up'],
        truncated: row['recomputed_truncated'],
      });
    } else if (isNumber(full) || isNumber(full.replace(/ ?\(.*$/, ''))) {
      expect(fullOf(result)).toBe(full.replace(/ ?\(.*$/, ''));
    } else {
      // Prose such as "3/32 = 9.4% below standard": each of its numbers was found, at the digits printed there.
      const found = [...numbersOf(result), ...also.flatMap(({ claim }) => numbersOf(checkStatedNumber(claim)))];
      for (const [text] of full.replace(/\([^()]*\)/g, '').matchAll(/\d+(?:\.\d+)?/g)) {
        const decimals = text.split('.')[1]?.length ?? 0;
        expect(found.map((each) => each.toFixed(decimals))).toContain(text);
      }
    }
  });

  test('the number is the value of the formula shown, by another evaluator', () => {
    const { formula, recomputed } = result;
    if (formula === null || recomputed === null || !/^[\d .()+*/-]+$/.test(formula)) return;
    const [n, d] = evaluateExpression(formula);
    const [top = '', bottom = '1'] = recomputed.exact.split('/');
    const [shownTop, shownBottom] = evaluateExpression(`(${top}) / ${bottom}`);
    expect(n * shownBottom).toBe(shownTop * d);
  });

  for (const { claim, finding } of also) {
    test(`also ${claim.kind}: ${finding}`, () => {
      expect(checkStatedNumber(claim).finding).toBe(finding);
    });
  }
});

describe('the details that matter', () => {
  const missing = (id: string) => resultOf(id).missing.map(({ name, problem }) => [name, problem]);
  test('each blank is named, with its reason', () => {
    expect(missing('G035')).toEqual([['多媒体教室', 'blank']]);
    expect(missing('G050').map(([, problem]) => problem)).toEqual(Array(4).fill('placeholder'));
    expect(missing('G051').map(([, problem]) => problem)).toEqual(Array(4).fill('masked'));
    expect(missing('G052')).toEqual([
      ['a线以上人数', 'blank'],
      ['投资', 'blank'],
      ['撤并', 'blank'],
      ['合格率', 'fragment'],
      ['生机比', 'fragment'],
      ['班班通', 'fragment'],
      ['支持资金', 'blank'],
    ]);
    expect(missing('G078')).toEqual([
      ['小学差异系数', 'blank'],
      ['国家标准', 'blank'],
    ]);
  });
  test('a number copied from the line above, and a misprinted total', () => {
    expect(resultOf('G024').suspect).toEqual({ cause: 'copied', claimId: 'G023', exponent: null });
    expect(resultOf('G036').suspect).toEqual({ cause: 'power-of-ten', claimId: null, exponent: 1 });
  });
  test('whole numbers behind a share', () => {
    const facts = (id: string) =>
      checkStatedNumber(claims.find((each) => each.golden === id)?.also[0]?.claim as Claim).facts;
    expect(facts('G046')).toMatchObject({ low: '1497', high: '1503', count: '7', full: '1500' });
    expect(facts('G055')).toMatchObject({ low: '5187', high: '5187', count: '1' });
  });
  test('estimates stay estimates', () => {
    expect(resultOf('G016').recomputed).toMatchObject({ full: '764.705882', low: '694.444444', high: '794.117647' });
    expect(resultOf('G019').facts['other']).toBe('含普通高中、职业高中');
  });
});

test('claims and results are plain data', () => {
  for (const { main } of claims) {
    const copy = JSON.parse(JSON.stringify(main)) as Claim;
    const result = checkStatedNumber(copy);
    expect(JSON.parse(JSON.stringify(result))).toEqual(result);
    expect(checkStatedNumber(main)).toEqual(result);
  }
});

const folder = `${process.env['JUNHENG_SHARED'] ?? new URL('../../../../shared', import.meta.url).pathname}/seeds`;
const available = existsSync(folder);
if (!available)
  test('seed reports absent (JUNHENG_SHARED): comparison of the raw texts with them skipped', () =>
    expect(available).toBe(false));

(available ? describe : describe.skip)('the raw texts', () => {
  const files = available ? readdirSync(folder) : [];
  const texts = new Map(files.map((file) => [file, readFileSync(`${folder}/${file}`, 'utf8').replace(/\s/g, '')]));
  test('stand in the seed reports as they are', () => {
    for (const { golden: id, main } of claims) {
      const text = texts.get(rows.find((each) => each['id'] === id)?.['seed_file'] ?? '') ?? '';
      const printed = Object.values(main.raws).flatMap((raw) => raw.split(/[\n;]/));
      if ('stated' in main && main.stated !== null) printed.push(main.stated);
      const absent = printed.filter((raw) => !text.includes(raw.replace(/\s/g, '')));
      expect([id, ...absent]).toEqual([id]);
    }
  });
});
