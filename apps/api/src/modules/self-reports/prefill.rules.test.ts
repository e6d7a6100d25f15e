import { describe, expect, it } from '@jest/globals';
import { editions } from '@junheng/evaluation-core';
import { prefill } from './prefill.rules.ts';

const edition = editions.find(({ id }) => id === 'cn-2017-quality-balance');
const school = {
  type: 'primary',
  ownership: 'public',
  locale: 'urban',
  boarding: false,
  foundedYear: 1998,
  flags: { 'built-2010-or-before': 'yes', 'no-such-item': 'yes', 'built-2016-or-before': 'perhaps' },
} as const;

function values(lastYear: Parameters<typeof prefill>[2], changes: Partial<Parameters<typeof prefill>[1]> = {}) {
  if (edition === undefined) throw new Error('the edition of 2017 is not shipped');
  return Object.fromEntries(
    prefill(edition, { ...school, ...changes }, lastYear).map(({ cell, value, detail }) => [
      cell,
      `${value} (${detail.from})`,
    ]),
  );
}

describe('what a report begins with', () => {
  it('is the profile in the register; what the edition does not know or would refuse is left out', () => {
    expect(values(null)).toEqual({
      'school-type': 'primary (register)',
      ownership: 'public (register)',
      locale: 'urban (register)',
      boarding: 'no (register)',
      'founded-year': '1998 (register)',
      'built-2010-or-before': 'yes (register)',
    });
  });

  it('carries facts about the site over from last year, never counted numbers', () => {
    const cells = {
      'built-2010-or-before': 'no',
      'dense-city-centre': 'no',
      'founded-year': '1950',
      'pupils.primary': '300',
      'rural-50-to-99-pupils': 'yes',
    };
    expect(values({ year: 2025, cells }, { foundedYear: null })).toMatchObject({
      'built-2010-or-before': 'yes (register)',
      'dense-city-centre': 'no (last-year)',
      'founded-year': '1950 (last-year)',
    });
    expect(values({ year: 2025, cells })).not.toHaveProperty(['pupils.primary']);
    expect(values({ year: 2025, cells })).not.toHaveProperty(['rural-50-to-99-pupils']);
  });

  it('leaves out what does not belong to the form of such a school', () => {
    expect(values(null, { type: 'special-education' })).not.toHaveProperty('boarding');
  });
});
