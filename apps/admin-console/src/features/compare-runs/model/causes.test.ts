import { expect, test } from '@jest/globals';
import { direction, shownCauses } from './causes.ts';

const cell = (key: string) => ({ school: { before: 's', after: 's' }, key, before: '1', after: '2' });

test('names at most three causes, schools before cells, and counts all', () => {
  const causes = { cells: [cell('a'), cell('b'), cell('c')], schools: [{ before: null, after: 'n' }] };
  expect(shownCauses(causes)).toEqual({ schools: causes.schools, cells: [cell('a'), cell('b')], total: 4 });
  expect(shownCauses(null)).toBeNull();
});

test('undetermined is neither better nor worse than unmet', () => {
  expect(direction('unmet', 'met')).toBe('better');
  expect(direction('met', 'undetermined')).toBe('worse');
  expect(direction('unmet', 'undetermined')).toBeNull();
  expect(direction('met', 'met')).toBeNull();
});
