import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { checkStatedNumber, consistencyFindings } from '../../src/index.ts';
import type { Claim, Formula } from '../../src/index.ts';
import { derived } from './derived-claim.ts';
import { change, constant, count, quotient, raw, sum } from '../golden/claims/build.ts';

const ratio = quotient(raw('a'), raw('b'));

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
