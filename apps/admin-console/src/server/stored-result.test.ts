import { describe, expect, test } from '@jest/globals';
import { editions, evaluateCounty } from '@junheng/evaluation-core';
import { completeResult, type StoredResult } from './stored-result.ts';

const [edition] = editions;
if (edition === undefined) throw new Error('edition');
const school = {
  schoolId: 's1',
  code: '2199000001',
  name: '示例小学',
  parentSchoolId: null,
  countedAsSchool: true,
  cells: { 'school-type': 'primary', 'pupils.primary': '300' },
};
const whole = evaluateCounty(edition, { countyCode: '219900', countyName: '示例县', schools: [school] });

/** Without what earlier versions did not say. */
function earlier(): StoredResult {
  const since = new Set(
    'specialRules composite balanceOutcome points grade denominator answer measured parts score schools'.split(' '),
  );
  return JSON.parse(
    JSON.stringify(whole, (key, value: unknown) => (since.has(key) ? undefined : value)),
  ) as StoredResult;
}

describe('results as runs hold them', () => {
  test('a result of this version stays as it is', () => {
    expect(completeResult(whole)).toEqual(whole);
  });

  test('one of an earlier version has every field, and the same outcomes', () => {
    const result = completeResult(earlier());
    expect(result.specialRules).toEqual([]);
    expect(result.resourceAllocation.stages.map(({ composite }) => composite)).toEqual([null, null]);
    expect(result.county.requirements.map(({ outcome }) => outcome)).toEqual(
      whole.county.requirements.map(({ outcome }) => outcome),
    );
    expect(result.county.requirements.every(({ schools, parts }) => schools === null && parts.length === 0)).toBe(true);
    expect(result.schoolStages[0]).toMatchObject({ points: null, grade: null });
    expect(result.schoolStages[0]?.indicators[0]?.trace).toMatchObject({ denominator: null, answer: null });
  });
});
