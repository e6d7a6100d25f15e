import { describe, expect, test } from '@jest/globals';
import { locales, schoolTypes } from '@junheng/api-contract';
import fc from 'fast-check';
import { readList } from './sample-list.rules.ts';
import { allocate, drawnSchools, drawSample, listText, seedText, sha256 } from './sampling.rules.ts';
import type { ListedCounty, ListedSchool } from './sampling.types.ts';

const HEAD = { position: 7, hash: sha256('head') };
const county = (code: string, size: number): ListedCounty => ({ code, name: `县${code}`, size });

/** Schools of up to three counties, of any types and locales. */
const frame = fc.uniqueArray(fc.integer({ min: 1, max: 99_999 }), { minLength: 1, maxLength: 80 }).chain((numbers) =>
  fc.tuple(
    ...numbers.map((number) =>
      fc.record({
        code: fc.constant(String(9_000_000 + number)),
        name: fc.constant(`学校${number}`),
        countyCode: fc.constantFrom('990101', '990102', '990103'),
        type: fc.constantFrom(...schoolTypes),
        locale: fc.constantFrom(...locales),
      }),
    ),
  ),
);
const draws = fc.record({ schools: frame, size: fc.integer({ min: 1, max: 15 }), seed: fc.string().map(sha256) });
const countiesOf = (schools: readonly ListedSchool[], size: number) =>
  [...new Set(schools.map(({ countyCode }) => countyCode))].map((code) => county(code, size));

describe('a draw', () => {
  test('takes as many as asked in each county, all where there are fewer, and nobody twice', () => {
    fc.assert(
      fc.property(draws, ({ schools, size, seed }) => {
        for (const drawn of drawSample(seed, countiesOf(schools, size), schools)) {
          const sample = drawnSchools([drawn]).map(({ code }) => code);
          expect(new Set(sample).size).toBe(sample.length);
          expect(sample).toHaveLength(Math.min(size, drawn.schools));
          expect(drawnSchools([drawn]).every(({ countyCode }) => countyCode === drawn.code)).toBe(true);
        }
      }),
    );
  });

  test('gives each stratum its proportional share, rounded up or down', () => {
    fc.assert(
      fc.property(draws, ({ schools, size, seed }) => {
        for (const drawn of drawSample(seed, countiesOf(schools, size), schools)) {
          for (const stratum of drawn.strata) {
            const share = (drawn.size * stratum.ranked.length) / drawn.schools;
            expect(stratum.size).toBeGreaterThanOrEqual(Math.floor(share));
            expect(stratum.size).toBeLessThanOrEqual(Math.ceil(share));
            expect(new Set(stratum.ranked.map(({ school }) => `${school.type} ${school.locale}`)).size).toBe(1);
          }
        }
      }),
    );
  });

  test('does not depend on the order of its input, and gives the same again', () => {
    fc.assert(
      fc.property(draws, ({ schools, size, seed }) => {
        const counties = countiesOf(schools, size);
        const first = drawSample(seed, counties, schools);
        expect(drawSample(seed, [...counties].reverse(), [...schools].reverse())).toEqual(first);
      }),
    );
  });

  test('depends on its seed', () => {
    const schools = sampleFrame();
    const samples = Array.from({ length: 50 }, (_, index) =>
      drawnSchools(drawSample(sha256(`${index}`), [county('990101', 10)], schools))
        .map(({ code }) => code)
        .join(),
    );
    expect(new Set(samples).size).toBe(50);
  });
});

test('over all places to begin, every school is drawn equally often: exactly, not only on average', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 1, max: 20 }), { minLength: 1, maxLength: 12 }), (strata) => {
      const schools = strata.reduce((sum, each) => sum + each, 0);
      for (const size of [1, 8, 12].filter((each) => each <= schools)) {
        const taken = strata.map(() => 0);
        for (let start = 0; start < schools; start += 1) {
          allocate(strata, size, start).forEach((each, index) => {
            taken[index] = (taken[index] ?? 0) + each;
          });
        }
        // Of `schools` equally likely places: each stratum's expectation is exactly size × its part.
        expect(taken).toEqual(strata.map((each) => size * each));
      }
    }),
  );
});

describe('the published texts', () => {
  const list = {
    inspectionId: '00000000-0000-4000-8000-000000000001',
    draw: 1,
    commitment: sha256('value'),
    headsAt: '2026-09-10T04:00:00.000Z',
    counties: [county('990102', 8), county('990101', 10)],
    schools: sampleFrame().slice(0, 3).reverse(),
  };

  test('are read back as they were written, sorted by code', () => {
    const text = listText(list);
    expect(text.startsWith('junheng-sample-list/1\ninspection\t')).toBe(true);
    expect(text.endsWith('\n')).toBe(true);
    const read = readList(text);
    expect(read.counties.map(({ code }) => code)).toEqual(['990101', '990102']);
    expect(read.schools).toEqual([...list.schools].reverse());
  });

  test('stay in their columns whatever a name holds', () => {
    const [first] = list.schools;
    if (first === undefined) throw new Error('no school');
    const text = listText({ ...list, schools: [{ ...first, name: '甲\t小学\nschool\t1' }] });
    expect(readList(text).schools).toEqual([{ ...first, name: '甲 小学 school 1' }]);
  });

  test('a seed takes the counties by code and changes with each of its parts', () => {
    const heads = ['990102', '990101'].map((countyCode) => ({ countyCode, ...HEAD }));
    const text = seedText('v', 'l', heads);
    expect(text).toBe(seedText('v', 'l', [...heads].reverse()));
    expect(text.indexOf('990101')).toBeLessThan(text.indexOf('990102'));
    const others = [
      seedText('w', 'l', heads),
      seedText('v', 'm', heads),
      seedText(
        'v',
        'l',
        heads.map((head) => ({ ...head, position: 8 })),
      ),
      seedText(
        'v',
        'l',
        heads.map((head) => ({ ...head, hash: sha256('other') })),
      ),
    ];
    expect(new Set([text, ...others]).size).toBe(5);
  });
});

/*
 * Chi-square over 10,000 draws with fixed seeds. The critical values are those of probability 0.001: a procedure without bias would
 * fail once in a thousand choices of seeds, and these seeds are chosen once and for all.
 */
describe('10,000 draws of 10 out of 47 schools in nine strata', () => {
  const DRAWS = 10_000;
  const SIZE = 10;
  const schools = sampleFrame();
  const of = (draw: (seed: string) => ReturnType<typeof drawSample>) => {
    const taken = new Map(schools.map(({ code }) => [code, 0]));
    const starts = schools.map(() => 0);
    const strata = new Map<string, { codes: string[]; total: number; variance: number }>();
    for (let index = 0; index < DRAWS; index += 1) {
      for (const drawn of draw(sha256(`draw ${index}`))) {
        starts[drawn.start] = (starts[drawn.start] ?? 0) + 1;
        for (const { type, locale, ranked, size } of drawn.strata) {
          const key = `${type} ${locale}`;
          const stratum = strata.get(key) ?? { codes: ranked.map(({ school }) => school.code), total: 0, variance: 0 };
          const share = size / ranked.length;
          stratum.total += size;
          stratum.variance += share * (1 - share);
          strata.set(key, stratum);
          for (const { school } of ranked.slice(0, size)) taken.set(school.code, (taken.get(school.code) ?? 0) + 1);
        }
      }
    }
    return { taken, starts, strata: [...strata.values()] };
  };
  /**
   * Of the schools within their strata, given how many were taken of each stratum: k of n drawn without replacement have the variance
   * k/n (1 - k/n), and together n - 1 degrees of freedom.
   */
  const withinStrata = ({ taken, strata }: ReturnType<typeof of>) =>
    strata.reduce((sum, { codes, total, variance }) => {
      const expected = total / codes.length;
      const squares = codes.reduce((all, code) => all + ((taken.get(code) ?? 0) - expected) ** 2, 0);
      return variance === 0 ? sum : sum + ((codes.length - 1) / codes.length) * (squares / variance);
    }, 0);
  const counted = of((seed) => drawSample(seed, [county('990101', SIZE)], schools));

  test('no school is preferred within its stratum: χ² with 38 degrees of freedom below 70.70', () => {
    expect(counted.strata).toHaveLength(9);
    expect(withinStrata(counted)).toBeLessThan(70.7);
  });

  test('no stratum is preferred: each is taken as often as its share says, within 3.9 standard deviations', () => {
    for (const { codes, total } of counted.strata) {
      const share = (SIZE * codes.length) / schools.length;
      const fraction = share - Math.floor(share);
      const deviation = (total - DRAWS * share) / Math.sqrt(DRAWS * fraction * (1 - fraction));
      expect(Math.abs(deviation)).toBeLessThan(3.9);
    }
  });

  test('counting begins anywhere equally often: χ² with 46 degrees of freedom below 81.40', () => {
    const expected = DRAWS / schools.length;
    const squares = counted.starts.reduce((sum, count) => sum + (count - expected) ** 2 / expected, 0);
    expect(squares).toBeLessThan(81.4);
  });

  test('a draw that prefers the first codes a little would be found', () => {
    const biased = of((seed) =>
      drawSample(seed, [county('990101', SIZE)], schools).map((drawn) => ({
        ...drawn,
        // One draw in twenty goes by code instead of by rank.
        strata: drawn.strata.map((stratum) =>
          seed.startsWith('0') && seed < '0d'
            ? {
                ...stratum,
                ranked: [...stratum.ranked].sort((left, right) => (left.school.code < right.school.code ? -1 : 1)),
              }
            : stratum,
        ),
      })),
    );
    expect(withinStrata(biased)).toBeGreaterThan(70.7);
  });
});

/** 47 schools of one county, in strata of 1 to 14. */
function sampleFrame(): readonly ListedSchool[] {
  const strata = [
    ['primary', 'urban', 5],
    ['primary', 'town', 9],
    ['primary', 'rural', 14],
    ['teaching-point', 'rural', 6],
    ['nine-year', 'town', 3],
    ['nine-year', 'rural', 2],
    ['junior', 'urban', 3],
    ['junior', 'town', 4],
    ['special-education', 'urban', 1],
  ] as const;
  return strata.flatMap(([type, locale, count], stratum) =>
    Array.from({ length: count }, (_, index) => ({
      code: `99010${stratum}${String(index).padStart(4, '0')}`,
      name: `学校${stratum}-${index}`,
      countyCode: '990101',
      type,
      locale,
    })),
  );
}
