import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { checkStatedNumber, checkStatedNumbers, consistencyFindings } from '../src/index.ts';
import type { Claim, ConsistencyFinding, DerivedClaim, Formula } from '../src/index.ts';
import { change, constant, count, growth, percent, quotient, raw, sum } from './golden/claims/build.ts';

function derived(raws: Claim['raws'], formula: Formula, stated: string | null, more: Partial<DerivedClaim> = {}) {
  return checkStatedNumber({ id: 'x', kind: 'derived', raws, formula, stated, ...more });
}
const ratio = quotient(raw('a'), raw('b'));
const share = percent(raw('a'), raw('b'));

describe('derived numbers at their printed digits', () => {
  test.each<readonly [string, string, Formula, string, ConsistencyFinding]>([
    ['7673', '74', ratio, '103.69', 'same'],
    ['7673', '74', ratio, '103.68', 'only-if-truncated'],
    ['7673', '74', ratio, '103.67', 'other-number'],
    ['7673', '74', ratio, '103', 'only-if-truncated'],
    ['7673', '74', ratio, '104', 'same'],
    // exactly half: 12.5 rounds up, and is cut off to 12
    ['25', '2', ratio, '13', 'same'],
    ['25', '2', ratio, '12', 'only-if-truncated'],
    ['25', '2', ratio, '12.50', 'same'],
    // a whole number has nothing to cut off
    ['24', '2', ratio, '11', 'other-number'],
    ['6291', '545', ratio, '11.5∶1', 'same'],
    ['545', '6291', ratio, '1:11.5', 'same'],
    ['545', '6291', ratio, '1:11.6', 'other-number'],
    ['545', '6291', ratio, '0.087', 'same'],
    ['89', '845', share, '10.5％', 'same'],
    ['89', '845', share, '10.53', 'same'],
    ['89', '845', share, '百分之十一', 'same'],
    ['89', '845', share, '约10%', 'same'],
    ['89', '845', share, '近11%', 'same'],
    ['89', '845', share, '10%以上', 'same'],
    ['89', '845', share, '近10%', 'other-number'],
    ['89', '845', share, '不足10%', 'other-number'],
    ['89', '845', share, '', 'figure-missing'],
    ['89', '', share, '10.5%', 'figure-missing'],
    ['89', '( )人', share, null as never, 'figure-missing'],
    ['0', '0', share, '100%', 'divided-by-zero'],
    ['约130万元', '1700余人次', ratio, '764.7元/人次', 'same'],
    ['约130万元', '1700余人次', ratio, '750元/人次', 'within-approximation'],
    ['约130万元', '1700余人次', ratio, '800元/人次', 'other-number'],
    ['4.6亿元', '7.1亿元', share, '64.8%', 'same'],
    // 4.64 / 7.13 would be 65.1 %
    ['4.6亿元', '7.1亿元', share, '65.1%', 'perhaps-rounded-raws'],
    ['4.6亿元', '7.1亿元', share, '70%', 'other-number'],
    ['12.98万', '1', raw('a'), '13万', 'same'],
    ['12.98万', '1', raw('a'), '12万', 'only-if-truncated'],
    ['12.98万', '1', raw('a'), '129800', 'same'],
    ['700元', '670.7元', growth('b', 'a'), '增长4.37%', 'same'],
    ['700元', '670.7元', growth('b', 'a'), '下降4.37%', 'other-number'],
    ['670.7元', '700元', growth('b', 'a'), '下降4.19%', 'same'],
    ['670.7元', '700元', growth('b', 'a'), '-4.19%', 'same'],
    ['670.7元', '700元', growth('b', 'a'), '4.19%', 'other-number'],
  ])('%s, %s: is it what is stated? %#', (a, b, formula, stated, finding) => {
    expect([stated, derived({ a, b }, formula, stated).finding]).toEqual([stated, finding]);
  });

  test('all that is missing is named at once, with its reason', () => {
    const result = derived({ a: 'sssss人', b: '( )人', c: '12人' }, sum('a', 'b', 'c', 'd'), '100人');
    expect(result).toMatchObject({ verdict: 'cannot-be-checked', finding: 'figure-missing', recomputed: null });
    expect(result.missing).toEqual([
      { name: 'a', text: 'sssss人', problem: 'masked' },
      { name: 'b', text: '( )人', problem: 'placeholder' },
      { name: 'd', text: '', problem: 'not-given' },
    ]);
  });

  test('the arithmetic is shown, exact and in the printed unit', () => {
    expect(derived({ a: '89', b: '545', c: '300' }, percent(raw('a'), sum('b', 'c')), '10.5%')).toMatchObject({
      formula: '89 / (545 + 300)',
      recomputed: {
        exact: '89/845',
        unit: '%',
        full: '10.532544',
        rounded: '10.5',
        truncated: '10.5',
        low: null,
        high: null,
      },
    });
    expect(derived({ a: '2', b: '3' }, quotient(raw('a'), raw('b')), null).recomputed).toMatchObject({
      rounded: '0.67',
      truncated: '0.66',
    });
    expect(derived({ a: '670.7元', b: '700元' }, growth('b', 'a'), null).recomputed).toMatchObject({
      full: '-4.185714',
      rounded: '-4.19',
      truncated: '-4.18',
    });
  });

  test.each<readonly [string, string, Formula, string, string, number | null]>([
    ['7673', '74', ratio, '1036.89', 'power-of-ten', 1],
    ['89', '845', share, '0.105%', 'power-of-ten', -2],
    ['545', '6291', ratio, '11.54', 'inverted', null],
    ['89', '845', share, '89.5%', 'complement', null],
    ['700元', '670.7元', growth('b', 'a'), '下降4.37%', 'opposite-sign', null],
    ['942元', '799.7元', growth('b', 'a'), '15.11%', 'other-base', null],
    ['8', '2', { kind: 'sum', terms: [raw('a'), raw('b')] }, '2023人', 'year', null],
  ])('%s, %s: what lies behind it %#', (a, b, formula, stated, cause, exponent) => {
    expect(derived({ a, b }, formula, stated).suspect).toEqual({ cause, claimId: null, exponent });
  });

  test('single digits are not suspected of anything but the copy of a right number before them', () => {
    const claim = (id: string, a: string): Claim => ({
      id,
      kind: 'derived',
      raws: { a, b: '74名' },
      formula: ratio,
      stated: '8平方米',
    });
    const results = checkStatedNumbers([
      claim('first', '583平方米'),
      claim('second', '800平方米'),
      claim('third', '590平方米'),
    ]);
    expect(results.map((each) => [each.verdict, each.suspect?.claimId ?? null])).toEqual([
      ['agrees', null],
      ['disagrees', 'first'],
      ['agrees', null],
    ]);
    expect(checkStatedNumber(claim('second', '800平方米')).suspect).toBeNull();
  });

  test('formulas that nest too deep or are empty are no formulas', () => {
    let deep: Formula = raw('a');
    for (let level = 0; level < 30; level += 1) deep = { kind: 'sum', terms: [deep] };
    expect(derived({ a: '1' }, deep, '1').finding).toBe('malformed-claim');
    expect(derived({ a: '1' }, { kind: 'sum', terms: [] }, '1').finding).toBe('malformed-claim');
    expect(derived({ a: '1' }, raw('constructor'), '1').missing).toMatchObject([{ problem: 'not-given' }]);
  });
});

describe('comparisons', () => {
  const compared = (
    a: string,
    relation: 'at-least' | 'above' | 'at-most' | 'below' | 'equal',
    b: string,
    claimed = true,
  ) =>
    checkStatedNumber({
      id: 'x',
      kind: 'comparison',
      raws: { a },
      left: raw('a'),
      relation,
      right: constant(b),
      claimed,
      basis: 'standard',
    });
  test.each([
    ['85%', 'at-least', '85%', 'holds'],
    ['84.99%', 'at-least', '85%', 'standard-not-met'],
    ['85%', 'above', '85%', 'standard-not-met'],
    ['0.50', 'at-most', '0.5', 'holds'],
    ['0.501', 'at-most', '0.5', 'standard-not-met'],
    ['99人', 'below', '100人', 'holds'],
    ['约85%', 'at-least', '85%', 'too-approximate'],
    ['85%以上', 'at-least', '85%', 'holds'],
    ['近85%', 'at-least', '85%', 'standard-not-met'],
    ['超过85%', 'above', '85%', 'holds'],
    ['1200多万元', 'above', '1200万元', 'holds'],
    ['0.13亿元', 'above', '1200万元', 'holds'],
    ['', 'at-least', '85%', 'figure-missing'],
  ] as const)('%s %s %s: %s', (a, relation, b, finding) => {
    expect(compared(a, relation, b).finding).toBe(finding);
  });
  test('what the report denies must not hold', () => {
    expect(compared('84%', 'at-least', '85%', false)).toMatchObject({ verdict: 'agrees', finding: 'holds' });
    expect(compared('86%', 'at-least', '85%', false)).toMatchObject({
      verdict: 'disagrees',
      finding: 'standard-met-after-all',
    });
    expect(compared('87.5%', 'at-least', '95%').facts).toMatchObject({
      left: '87.5%',
      right: '95%',
      relation: 'below',
      required: 'at-least',
      other: '-7.5%',
    });
  });
  test('a change without its number still has a direction', () => {
    const changed = (text: string) =>
      checkStatedNumber({
        id: 'x',
        kind: 'comparison',
        raws: { a: text },
        left: change('a'),
        relation: 'at-least',
        right: constant('0'),
        claimed: true,
        basis: 'standard',
      }).finding;
    expect(['同比下降%', '同比增长%', '下降0.1%', '%'].map(changed)).toEqual([
      'standard-not-met',
      'holds',
      'standard-not-met',
      'figure-missing',
    ]);
  });
  test.each([
    ['23.8%', '10%', '基本完成', 'needs-explanation'],
    ['23.8%', '10%', '超额完成', 'holds'],
    ['9.5%', '10%', '基本完成', 'holds'],
    ['9.5%', '10%', '完成', 'needs-explanation'],
    ['10%', '10%', '完成', 'holds'],
    ['8%', '10%', '未完成', 'holds'],
    ['约10%', '10%', '完成', 'too-approximate'],
    ['8%', '10%', '有力推进', 'unknown-word'],
    ['8%', '0%', '完成', 'divided-by-zero'],
  ])('%s of a target of %s, "%s": %s', (actual, target, stated, finding) => {
    const raws = { actual, target };
    expect(
      checkStatedNumber({ id: 'x', kind: 'attainment', raws, actual: raw('actual'), target: raw('target'), stated })
        .finding,
    ).toBe(finding);
  });
});

describe('the same quantity at several places', () => {
  const restated = (...places: readonly { readonly text: string; readonly about?: string; readonly asOf?: string }[]) =>
    checkStatedNumber({
      id: 'x',
      kind: 'restated',
      raws: Object.fromEntries(places.map(({ text }, index) => [`p${index}`, text])),
      statements: places.map(({ about = '投资', asOf = null }, index) => ({
        at: String(index),
        about,
        asOf,
        values: [raw(`p${index}`)],
      })),
    });
  test.each<readonly [readonly { text: string; about?: string; asOf?: string }[], ConsistencyFinding]>([
    [[{ text: '近1200万元' }, { text: '1200多万元' }], 'contradiction'],
    [[{ text: '近1200万元' }, { text: '1150万元' }], 'restated-alike'],
    [[{ text: '0.12亿元' }, { text: '1200万元' }], 'restated-alike'],
    [[{ text: '6所' }, { text: '4所', about: '只计义务教育' }], 'needs-explanation'],
    [
      [
        { text: '6所', asOf: '2010年' },
        { text: '4所', asOf: '2014年' },
      ],
      'needs-explanation',
    ],
    [[{ text: '6所', asOf: '2010年' }, { text: '4所' }], 'contradiction'],
    [[{ text: '6所' }, { text: '' }, { text: '4所' }], 'contradiction'],
    [[{ text: '6所' }, { text: '' }, { text: '6所' }], 'figure-missing'],
    [[{ text: '4.2人以上' }, { text: '4.5人以上' }], 'contradiction'],
    [[{ text: '4.2人以上' }, { text: '4.2 人以上' }], 'restated-alike'],
    [[{ text: '6所' }], 'malformed-claim'],
  ])('%j: %s', (places, finding) => {
    expect(restated(...places).finding).toBe(finding);
  });
});

describe('courses over time', () => {
  const trend = (stated: string, ...values: readonly string[]) =>
    checkStatedNumber({
      id: 'x',
      kind: 'trend',
      raws: Object.fromEntries(values.map((text, index) => [`y${index}`, text])),
      values: values.map((_, index) => raw(`y${index}`)),
      stated,
    }).finding;
  test.each([
    ['逐年提高', ['0.88%', '1.31%', '1.46%', '1.71%'], 'trend-holds'],
    ['逐年提高', ['0.88%', '1.31%', '1.31%'], 'trend-broken'],
    ['只增不减', ['700元', '700元', '942元'], 'trend-holds'],
    ['只增不减', ['700元', '699.99元'], 'trend-broken'],
    ['连年下降', ['45所', '40所', '32所'], 'trend-holds'],
    ['持平', ['32所', '32所'], 'trend-holds'],
    ['逐年提高', ['100', '', '90', '95'], 'figure-missing'],
    // one step against it decides, whatever is missing
    ['逐年提高', ['100', '', '110', '95'], 'trend-broken'],
    ['逐年提高', ['约100万', '102万'], 'too-approximate'],
    ['稳步推进', ['1', '2'], 'unknown-word'],
    ['提高', ['1'], 'malformed-claim'],
  ])('%s: %j: %s', (stated, values, finding) => {
    expect(trend(stated, ...values)).toBe(finding);
  });
});

describe('shares of whole things', () => {
  const whole = (known: 'part' | 'whole', amount: string, stated: string) =>
    checkStatedNumber({ id: 'x', kind: 'share-of-whole', raws: { amount }, known, amount: raw('amount'), stated });
  test('33.3 % of 74 pupils are no whole number of them', () => {
    expect(whole('whole', '74人', '33.3%').finding).toBe('no-whole-number');
    expect(whole('whole', '74人', '33.8%')).toMatchObject({
      finding: 'whole-number-found',
      facts: { low: '25', high: '25' },
    });
    // 25 / 74 = 33.78 %
    expect(whole('whole', '74人', '33.7%').finding).toBe('only-if-truncated');
    expect(whole('part', '357所', '23.8%').facts).toMatchObject({ low: '1497', high: '1503' });
    expect(whole('part', '3人', '0%').finding).toBe('divided-by-zero');
    expect(whole('part', '', '5%').finding).toBe('figure-missing');
    expect(whole('part', '3人', '.%').finding).toBe('figure-missing');
  });
  test('every true share is found, and the true number is among the candidates', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 5000 }),
        fc.integer({ min: 1, max: 5000 }),
        fc.integer({ min: 0, max: 3 }),
        (x, y, decimals) => {
          const [part, all] = [Math.min(x, y), Math.max(x, y)];
          const stated =
            derived({ a: String(part), b: String(all) }, share, null, { decimals }).recomputed?.rounded ?? '';
          if (Number(stated) === 0) return;
          for (const [known, amount, other] of [
            ['whole', all, part],
            ['part', part, all],
          ] as const) {
            const { facts, finding } = whole(known, String(amount), `${stated}%`);
            expect(finding).toBe('whole-number-found');
            expect(Number(facts['low'])).toBeLessThanOrEqual(other);
            expect(Number(facts['high'])).toBeGreaterThanOrEqual(other);
          }
        },
      ),
    );
  });
});

describe('lists', () => {
  test.each([
    ['(一)-(八)', '一是至八是', true, 'covered'],
    ['4个学段', '初中教育及高中教育(含职高)两个学段', false, 'not-covered'],
    ['4个学段', '高中', false, 'not-covered'],
    ['4个学段', '两个学段', false, 'not-covered'],
    ['小学、初中、高中、学前', '初中、高中', false, 'not-covered'],
    ['小学、初中', '初中、小学、高中', false, 'covered'],
    ['甲、乙', '丙、丁', false, 'not-covered'],
    ['甲、乙', '丙、丁', true, 'covered'],
    ['', '甲', false, 'figure-missing'],
  ])('%s by %s (by count: %s): %s', (required, covered, byCount, finding) => {
    const claim: Claim = {
      id: 'x',
      kind: 'coverage',
      raws: { required, covered },
      required: 'required',
      covered: 'covered',
      byCount,
    };
    expect([finding, checkStatedNumber(claim).finding]).toEqual([finding, finding]);
  });
  test('what is open is named', () => {
    const raws = { 学段: '小学、初中、高中、学前', 措施: '初中、高中' };
    const result = checkStatedNumber({ id: 'x', kind: 'coverage', raws, required: '学段', covered: '措施' });
    expect(result.facts).toMatchObject({ left: '4', right: '2', count: '2', other: '小学、学前' });
  });
  test.each([
    ['C1;C2;C3', 'numbered-without-gap'],
    ['C1;C2;C4', 'numbering-broken'],
    ['一是甲;二是乙;二是丙', 'numbering-broken'],
    ['①甲②乙③丙', 'numbered-without-gap'],
    ['甲', 'figure-missing'],
  ])('%s: %s', (labels, finding) => {
    expect(checkStatedNumber({ id: 'x', kind: 'numbering', raws: { labels }, labels: 'labels' }).finding).toBe(finding);
  });
  test.each([
    ['(1)甲; (2)乙; (3)丙', '3'],
    ['三项:甲、乙(含丙、丁)、戊', '3'],
    ['甲;乙、丙;丁', '3'],
    ['1,234所', '1'],
  ])('%s has %s things', (text, length) => {
    expect(derived({ text }, count('text'), null).recomputed?.full).toBe(length);
  });
});

describe('laws', () => {
  const counts = fc.integer({ min: 1, max: 10 ** 7 });
  test('rounded agrees, cut off agrees only so, one digit beside them does not', () => {
    fc.assert(
      fc.property(counts, counts, fc.integer({ min: 0, max: 5 }), (a, b, decimals) => {
        const raws = { a: String(a), b: String(b) };
        // Integers only: floor and half up of a * 10^decimals / b.
        const scaled = BigInt(a) * 10n ** BigInt(decimals);
        const floor = scaled / BigInt(b);
        const rounded = (2n * scaled + BigInt(b)) / (2n * BigInt(b));
        const print = (digits: bigint) => {
          const text = String(digits).padStart(decimals + 1, '0');
          return decimals === 0 ? text : `${text.slice(0, -decimals)}.${text.slice(-decimals)}`;
        };
        expect(derived(raws, ratio, print(rounded)).verdict).toBe('agrees');
        expect(derived(raws, ratio, print(floor)).verdict).toBe(
          floor === rounded ? 'agrees' : 'agrees-only-if-truncated',
        );
        expect(derived(raws, ratio, print(rounded + 1n)).verdict).toBe('disagrees');
        if (floor > 0n) expect(derived(raws, ratio, print(floor - 1n)).verdict).toBe('disagrees');
        expect(derived(raws, ratio, null, { decimals }).recomputed).toMatchObject({
          rounded: print(rounded),
          truncated: print(floor),
        });
      }),
    );
  });
  test('the order of a sum does not matter, and scaling both sides of a ratio neither', () => {
    fc.assert(
      fc.property(fc.array(counts, { minLength: 2, maxLength: 6 }), counts, (values, factor) => {
        const raws = Object.fromEntries(values.map((each, index) => [`r${index}`, String(each)]));
        const names = Object.keys(raws);
        const total = String(values.reduce((left, right) => left + right, 0));
        expect(derived(raws, sum(...names), total).verdict).toBe('agrees');
        expect(derived(raws, sum(...names.toReversed()), total)).toMatchObject({ verdict: 'agrees' });
        const [a = 1, b = 1] = values;
        const times = (each: number) => String(BigInt(each) * BigInt(factor));
        expect(derived({ a: times(a), b: times(b) }, ratio, null).recomputed).toEqual(
          derived({ a: String(a), b: String(b) }, ratio, null).recomputed,
        );
      }),
    );
  });
  test('nothing that can be written makes a check throw, and every finding has its verdict', () => {
    const text = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 12 }),
      fc.constantFrom(
        '',
        '( )元',
        '0',
        '近1200万元',
        '1200多万元',
        '8.4:',
        '8.4:1',
        '1:9',
        '下降%',
        '数百',
        '10%以上',
        '不足5',
        '-3',
        '1e9',
        '三分之二',
        'C1;C2',
      ),
    );
    const formula: fc.Arbitrary<Formula> = fc.letrec<{ formula: Formula; leaf: Formula }>((tie) => ({
      formula: fc.oneof(
        { maxDepth: 3 },
        tie('leaf'),
        fc.array(tie('formula'), { maxLength: 3 }).map((terms): Formula => ({ kind: 'sum', terms })),
        fc.array(tie('formula'), { maxLength: 3 }).map((factors): Formula => ({ kind: 'product', factors })),
        fc
          .tuple(tie('formula'), fc.array(tie('formula'), { maxLength: 2 }))
          .map(([from, minus]): Formula => ({ kind: 'difference', from, minus })),
        fc.tuple(tie('formula'), tie('formula')).map(([of, by]): Formula => ({ kind: 'quotient', of, by })),
        fc.tuple(tie('formula'), tie('formula')).map(([from, to]): Formula => ({ kind: 'growth', from, to })),
        fc.array(tie('formula'), { maxLength: 3 }).map((of): Formula => ({ kind: 'smallest', of })),
        fc.array(tie('formula'), { maxLength: 3 }).map((of): Formula => ({ kind: 'largest', of })),
      ),
      leaf: fc.oneof(
        fc.constantFrom('a', 'b', 'c', '__proto__').map(raw),
        fc.constantFrom('a', 'b').map(change),
        fc.constantFrom('a', 'b').map(count),
        text.map(constant),
      ),
    })).formula;
    const claim: fc.Arbitrary<Claim> = fc
      .tuple(
        fc.record({ a: text, b: text }),
        formula,
        formula,
        text,
        fc.constantFrom('at-least', 'above', 'equal'),
        fc.boolean(),
      )
      .chain(([raws, first, second, stated, relation, flag]) =>
        fc.constantFrom<Claim>(
          {
            id: 'x',
            kind: 'derived',
            raws,
            formula: first,
            stated,
            unit: stated,
            decimals: 400,
            alternatives: [{ name: 'n', formula: second }],
          },
          {
            id: 'x',
            kind: 'comparison',
            raws,
            left: first,
            relation: relation as 'above',
            right: second,
            claimed: flag,
            basis: 'definition',
          },
          { id: 'x', kind: 'attainment', raws, actual: first, target: second, stated: '基本完成' },
          { id: 'x', kind: 'trend', raws, values: [first, second], stated: '提高', claimed: flag },
          { id: 'x', kind: 'share-of-whole', raws, known: flag ? 'part' : 'whole', amount: first, stated },
          { id: 'x', kind: 'coverage', raws, required: 'a', covered: 'b', byCount: flag },
          { id: 'x', kind: 'numbering', raws, labels: 'a' },
          { id: 'x', kind: 'given', raws },
          {
            id: 'x',
            kind: 'restated',
            raws,
            statements: [
              { at: '1', about: 'p', asOf: null, values: [first] },
              { at: '2', about: 'p', asOf: null, values: [second] },
            ],
          },
        ),
      );
    fc.assert(
      fc.property(claim, (each) => {
        const result = checkStatedNumber(each);
        expect(result.verdict).toBe(consistencyFindings[result.finding]);
        expect(JSON.parse(JSON.stringify(result))).toEqual(result);
        if (result.finding === 'figure-missing') expect(result.missing).not.toEqual([]);
      }),
      { numRuns: 1000 },
    );
  });
});
