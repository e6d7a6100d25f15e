import { describe, expect, test } from '@jest/globals';
import { checkStatedNumber, consistencyFindings, consistencyMessageKeys } from '@junheng/evaluation-core';
import type { Claim, Formula } from '@junheng/evaluation-core';
import { catalogue } from '../src/catalogue.ts';
import { consistencyTexts } from '../src/consistency.ts';
import { consistencyText as text, languages } from '../src/index.ts';
import { placeholdersOf } from '../src/templating.ts';

const raw = (name: string): Formula => ({ kind: 'raw', name });
const a = raw('a');
const b = raw('b');
const quotient: Formula = { kind: 'quotient', of: a, by: b };

function derived(first: string, second: string, stated: string | null): Claim {
  return { id: 'x', kind: 'derived', raws: { a: first, b: second }, formula: quotient, stated };
}

function compared(first: string, claimed = true, basis: 'standard' | 'definition' | 'wording' = 'standard'): Claim {
  return {
    id: 'x',
    kind: 'comparison',
    raws: { a: first, b: '85%' },
    left: a,
    relation: 'at-least',
    right: b,
    claimed,
    basis,
  };
}

function restated(first: string, second: string): Claim {
  const statement = (at: string, value: Formula) => ({ at, about: '投资', asOf: null, values: [value] });
  return {
    id: 'x',
    kind: 'restated',
    raws: { a: first, b: second },
    statements: [statement('1', a), statement('2', b)],
  };
}

function trend(stated: string, first: string, second: string): Claim {
  return { id: 'x', kind: 'trend', raws: { a: first, b: second }, values: [a, b], stated };
}

const share = (stated: string): Claim => ({
  id: 'x',
  kind: 'share-of-whole',
  raws: { a: '74人' },
  known: 'whole',
  amount: a,
  stated,
});
const coverage = (covered: string): Claim => ({
  id: 'x',
  kind: 'coverage',
  raws: { a: '甲、乙', b: covered },
  required: 'a',
  covered: 'b',
});
const numbering = (labels: string): Claim => ({ id: 'x', kind: 'numbering', raws: { labels }, labels: 'labels' });
const given = (first: string): Claim => ({ id: 'x', kind: 'given', raws: { 人数: first } });
const attained = (actual: string): Claim => ({
  id: 'x',
  kind: 'attainment',
  raws: { a: actual, b: '10%' },
  actual: a,
  target: b,
  stated: '基本完成',
});

/** At least one claim for every finding. */
const claims: readonly Claim[] = [
  derived('6291人', '545人', '11.5:1'),
  derived('约130万元', '1700余人次', '750元/人次'),
  derived('7673平方米', '74名', '103平方米'),
  derived('800平方米', '74名', '8平方米'),
  derived('4.6亿元', '7.1亿元', '65.1%'),
  {
    ...derived('6所', '2所', '4'),
    alternatives: [{ name: '只计初中', formula: { kind: 'sum', terms: [b, b] } }],
  } as Claim,
  derived('6291人', '545人', null),
  derived('6291人', '( )人', '11.5:1'),
  derived('0', '0', '100%'),
  compared('90.94%'),
  compared('84%'),
  compared('90%', false),
  compared('80%', true, 'definition'),
  compared('约85%'),
  restated('近1200万元', '1200多万元'),
  restated('6所', '6所'),
  trend('提高', '700', '942'),
  trend('提高', '942', '700'),
  trend('稳步推进', '1', '2'),
  share('33.8%'),
  share('33.3%'),
  coverage('乙、甲'),
  coverage('甲、丙'),
  numbering('C1;C2'),
  numbering('C1;C3'),
  given('89人'),
  given('sssss人'),
  attained('23.8%'),
  { id: 'x', kind: 'restated', raws: {}, statements: [] },
];

describe.each(languages)('in %s', (language) => {
  test('every finding on a stated number speaks, with all its numbers', () => {
    const found = new Set<string>();
    for (const claim of claims) {
      const { facts, finding, messageKey, missing, suspect, verdict } = checkStatedNumber(claim);
      found.add(finding);
      const said = text(language, messageKey, facts);
      expect([finding, said.includes('{'), said.includes('—')]).toEqual([finding, false, false]);
      expect(text(language, `stated-verdict.${verdict}`)).not.toBe('');
      for (const { problem } of missing) expect(text(language, `figure-problem.${problem}`)).not.toBe('');
      if (suspect !== null) expect(text(language, `suspected-cause.${suspect.cause}`)).not.toBe('');
    }
    expect(Object.keys(consistencyFindings).filter((finding) => !found.has(finding))).toEqual([]);
  });
});

test('every key has a text in both languages, with the same placeholders, and none is left over', () => {
  expect(Object.keys(consistencyTexts).sort()).toEqual([...consistencyMessageKeys].sort());
  for (const [key, [zh, en]] of Object.entries(consistencyTexts)) {
    const names = (template: string) => [...new Set(placeholdersOf(template).map((each) => each.name))].sort();
    expect([key, ...names(en)]).toEqual([key, ...names(zh)]);
    expect([key, /[\u3400-\u9fff]/.test(zh), /[\u3400-\u9fff]/.test(en.replaceAll('万', ''))]).toEqual([
      key,
      true,
      false,
    ]);
    // Only words used elsewhere as well stand in the catalogue of everything.
    expect([key, Object.hasOwn(catalogue, key)]).toEqual([key, key.startsWith('relation.')]);
  }
  expect(() => text('en', 'consistency.no-such')).toThrow('no text');
  expect(() => text('en', 'consistency.same')).toThrow('no fact');
});
