import { describe, expect, test } from '@jest/globals';
import { errorCodes } from '@junheng/api-contract';
import { hasText, languages, problemCodes, text } from '@junheng/evaluation-messages';

/** What the words of some refusals name. */
const FACTS = {
  level: 'city',
  count: 2,
  by: 'x',
  at: 'y',
  decision: 'approved',
  editionBefore: 'a',
  editionNow: 'b',
  rulesBefore: '1',
  rulesNow: '2',
  from: '2026-09-01',
  school: 'c',
  grouping: 'd',
  today: '2026-09-01',
  least: 8,
  most: 12,
  id: 'x',
  role: 'city-reviewer',
  place: 'e',
  endedOn: '2026-09-01',
  number: 3,
  latest: '2029-09-01',
  key: 'pupils.primary',
  problem: 'below-zero',
  problems: 2,
  found: 'application/pdf',
  limit: 200,
  to: '2026-09-01',
  until: '2026-09-01',
  day: '2026-09-01',
  people: 1,
  backbone: 2,
  document: 'f',
  enteredOn: '2026-09-01',
  first: 1,
  year: 2026,
  team: 'g',
};

/** The contract lists the refusals, evaluation-messages their words; neither may import the other, so they are compared here. */
describe('every refusal of the contract has words', () => {
  test.each(Object.keys(errorCodes))('%s', (code) => {
    expect(hasText(`problem.${code}`)).toBe(true);
    for (const language of languages) expect(text(language, `problem.${code}`, FACTS)).not.toBe('');
  });

  test('no words are left for a code that is gone', () => {
    expect(problemCodes.filter((code) => !(code in errorCodes))).toEqual([]);
  });
});
