import { expect, it } from '@jest/globals';
import { sizeText } from './evidence-file.ts';

it('says sizes as people do', () => {
  expect([10, 2048, 3 * 1024 * 1024, 1_600_000].map(sizeText)).toEqual(['1 KB', '2 KB', '3 MB', '1.5 MB']);
});
