import { describe, expect, test } from '@jest/globals';
import { canonicalJson, dataSetHash, editionById, editionHash, evaluateCounty, resultHash } from '../src/index.ts';
import type { Edition } from '../src/index.ts';
import { cellsOf, county, school } from './fixtures/schools.ts';

const found = editionById('cn-2017-quality-balance');
if (found === undefined) throw new Error('edition missing');
const edition: Edition = found;
const a = school('a', cellsOf('primary', { primary: '100' }));
const b = school('b', cellsOf('nine-year', { primary: '100', junior: '80' }));

test('canonical JSON', () => {
  expect(canonicalJson({ b: [1, 0.1, -0, 1e21], a: 'é"\n', z: undefined, n: null, t: true })).toBe(
    '{"a":"é\\"\\n","b":[1,0.1,0,1e+21],"n":null,"t":true}',
  );
  expect(() => canonicalJson(Number.NaN)).toThrow(TypeError);
  expect(() => canonicalJson(1n)).toThrow(TypeError);
});

describe('hashes', () => {
  test('of a data set do not depend on order, but on every value', () => {
    const hash = dataSetHash(county(a, b));
    expect(hash).toMatch(/^[0-9a-f]{64}$/);
    expect(dataSetHash(county(b, { ...a, cells: Object.fromEntries(Object.entries(a.cells).reverse()) }))).toBe(hash);
    expect(dataSetHash(county(a, { ...b, cells: { ...b.cells, 'pupils.junior': '81' } }))).not.toBe(hash);
  });
  test('of a result change with data, options and edition, and not with the trace', () => {
    const result = evaluateCounty(edition, county(a, b), {});
    expect(evaluateCounty(edition, county(b, a), {}).hash).toBe(result.hash);
    expect(resultHash(result)).toBe(result.hash);
    expect(evaluateCounty(edition, county(a, b), { split: 'reported-by-stage' }).hash).not.toBe(result.hash);
    expect(evaluateCounty({ ...edition, instrument: 'x' }, county(a, b), {}).hash).not.toBe(result.hash);
    const retraced = {
      ...result,
      schoolStages: result.schoolStages.map((each) => ({
        ...each,
        indicators: each.indicators.map((own) => ({ ...own, trace: { ...own.trace, cells: [] } })),
      })),
    };
    expect(resultHash(retraced)).toBe(result.hash);
  });
});

// Old runs must recompute to the same bytes. Where one of these changes, an outcome or a number changed: give the rules a new version,
// or the edition a new id; never just paste the new value.
test('frozen fingerprints', () => {
  expect({ edition: editionHash(edition), result: evaluateCounty(edition, county(a, b), {}).hash }).toEqual({
    edition: '1beae6f3a1bfdf52089b2aa2a398cf58877fa11eefb1313cf7e346d9d4c291db',
    result: '97ceae3a6bdc61d20b4c95d4377cae6f5e7fadc3e0473a1584ad2094969531da',
  });
});
