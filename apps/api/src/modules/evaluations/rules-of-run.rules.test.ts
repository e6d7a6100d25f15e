import { describe, expect, it } from '@jest/globals';
import { rulesVersion } from '@junheng/evaluation-core';
import { changedRules } from './rules-of-run.rules.ts';

const hash = 'a'.repeat(64);

describe('the rules of a run', () => {
  it('are those of today where edition and rules of calculation are the same', () => {
    expect(changedRules({ editionHash: hash, rulesVersion }, hash)).toBeNull();
  });

  it.each([
    ['another edition', { editionHash: 'b'.repeat(64), rulesVersion }, { editionBefore: 'b'.repeat(12) }],
    ['other rules of calculation', { editionHash: hash, rulesVersion: '0' }, { rulesBefore: '0' }],
  ])('have changed: %s', (_, run, facts) => {
    expect(changedRules(run, hash)).toMatchObject({
      editionNow: 'a'.repeat(12),
      rulesNow: rulesVersion,
      ...facts,
    });
  });
});
