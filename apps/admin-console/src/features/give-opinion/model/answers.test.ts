import { expect, test } from '@jest/globals';
import { decided, emptyAnswer, isWhole } from './answers.ts';

const answered = { ...emptyAnswer('o'), decision: 'accepted' as const, reason: '属实' };

test('an accepted point is amended or withdrawn, a rejected one neither', () => {
  expect(isWhole(answered, 'f')).toBe(false);
  expect(isWhole({ ...answered, withdrawn: true }, 'f')).toBe(true);
  expect(isWhole({ ...answered, amended: '一所' }, 'f')).toBe(true);
  expect(isWhole(answered, null)).toBe(true);
  expect(isWhole({ ...answered, decision: 'partly' }, 'f')).toBe(false);
  expect(isWhole({ ...answered, decision: 'rejected' }, 'f')).toBe(true);
  expect(isWhole(emptyAnswer('o'), 'f')).toBe(false);
});

test('another decision drops what does not go with it', () => {
  const amended = { ...answered, amended: '一所', withdrawn: true };
  expect(decided(amended, 'rejected')).toMatchObject({ amended: null, withdrawn: false });
  expect(decided(amended, 'partly')).toMatchObject({ amended: '一所', withdrawn: false });
});
