import { expect, test } from '@jest/globals';
import { WHOLE, withReasonAt } from './return-reasons.ts';

test('what is marked comes once; an empty reason about the whole gives way to it', () => {
  const begun = withReasonAt([], WHOLE);
  expect(begun).toEqual([{ entry: WHOLE, reason: '' }]);
  const marked = withReasonAt(begun, 'requirement:G1#evidence');
  expect(marked).toEqual([{ entry: 'requirement:G1#evidence', reason: '' }]);
  expect(withReasonAt(marked, 'requirement:G1#evidence')).toBe(marked);
  expect(withReasonAt(marked, WHOLE)).toBe(marked);
  const written = [{ entry: WHOLE, reason: '口径不一致' }];
  expect(withReasonAt(written, 'senior-places')).toEqual([...written, { entry: 'senior-places', reason: '' }]);
});
