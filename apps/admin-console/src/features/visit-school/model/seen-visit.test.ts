import { expect, test } from '@jest/globals';
import type { Visit } from '@junheng/api-contract';
import type { SeenVisit } from '../../../device/kept-visits.ts';
import { foundBy, withSaved } from './seen-visit.ts';

const at = '2026-10-20T01:00:00.000Z';
const me = { personId: 'me', name: '督学乙' };
const AREA = 'verified:area';
const seen = {
  visit: {
    revision: 1,
    entries: { [AREA]: { value: '390', revision: 1, at, by: '督学甲', typedAt: at, clockAheadSeconds: 0 } },
    found: { [AREA]: [{ personId: 'colleague', name: '督学甲', value: '390', at }] },
  } as unknown as Visit,
  at: 0,
  live: true,
  aheadSeconds: 0,
} satisfies SeenVisit;
const saved = (value: string | null) => ({ revision: 2, saved: { [AREA]: value }, savedAt: at, clockAheadSeconds: 0 });

test('what an inspector found stands beside what a colleague found, also where both found the same', () => {
  expect(foundBy(seen.visit, 'me', AREA)).toBeNull();
  const { visit } = withSaved(seen, saved('390'), me);
  expect(visit.found[AREA]?.map(({ name, value }) => [name, value])).toEqual([
    ['督学甲', '390'],
    ['督学乙', '390'],
  ]);
  expect(foundBy(visit, 'me', AREA)).toBe('390');
  expect(withSaved({ ...seen, visit }, saved('390'), me).visit.found[AREA]).toHaveLength(2);
  expect(withSaved({ ...seen, visit }, saved(null), me).visit.found).toEqual({});
});
