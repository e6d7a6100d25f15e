import { expect, test } from '@jest/globals';
import type { CountyEvidence, EarlierCountyEvidence } from '@junheng/api-contract';
import { offeredAt, offeredToAll } from './earlier-evidence.ts';

const file = (topic: string, sha256: string): EarlierCountyEvidence['evidence'][number] => ({
  id: `${topic} ${sha256}`,
  topic,
  name: `${sha256}.pdf`,
  size: 3,
  mediaType: 'application/pdf',
  sha256,
  addedAt: '2025-11-21T02:00:00.000Z',
  addedBy: '示例科员',
});
const here = (topic: string, sha256: string, removed: CountyEvidence['removed'] = null): CountyEvidence => ({
  ...file(topic, sha256),
  reusedFromYear: null,
  removed,
});
const known = new Set(['requirement:G1', 'requirement:G2']);
const earlier = [file('requirement:G1', 'a'), file('requirement:G2', 'b'), file('requirement:G99', 'c')];
const shown = (offered: readonly { readonly sha256: string }[]) => offered.map(({ sha256 }) => sha256).join();

test('offered is what proved the same, or something nobody asks any more, and is not there yet', () => {
  expect(shown(offeredAt(earlier, [], 'requirement:G1', known))).toBe('a,c');
  expect(shown(offeredAt(earlier, [here('requirement:G1', 'a')], 'requirement:G1', known))).toBe('c');
  // Elsewhere, or taken out again, is not there.
  const removed = { at: '2026-11-21T02:00:00.000Z', by: '示例科员' };
  const present = [here('requirement:G2', 'a'), here('requirement:G1', 'a', removed)];
  expect(shown(offeredAt(earlier, present, 'requirement:G1', known))).toBe('a,c');
});

test('at once is taken what proved the same topics', () => {
  expect(shown(offeredToAll(earlier, [here('requirement:G2', 'b')], [...known]))).toBe('a');
});
