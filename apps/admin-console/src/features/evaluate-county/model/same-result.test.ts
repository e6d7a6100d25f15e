import { expect, test } from '@jest/globals';
import type { EvaluationSummary } from '@junheng/api-contract';
import { sameResults, shortHash } from './same-result.ts';

const run = (id: string, ranAt: string, resultHash: string) => ({ id, ranAt, resultHash }) as EvaluationSummary;

test('a run points at the latest earlier one with the same hash, whatever the order of the list', () => {
  const same = sameResults([
    run('c', '2026-03', 'x'),
    run('a', '2026-01', 'x'),
    run('b', '2026-02', 'y'),
    run('d', '2026-04', 'x'),
  ]);
  expect(same.get('a')).toBeUndefined();
  expect(same.get('b')).toBeUndefined();
  expect(same.get('c')?.id).toBe('a');
  expect(same.get('d')?.id).toBe('c');
});

test('long hashes are shortened, short ones are not', () => {
  expect(shortHash('0123456789abcdef0123')).toBe('012345…ef0123');
  expect(shortHash('abc')).toBe('abc');
});
