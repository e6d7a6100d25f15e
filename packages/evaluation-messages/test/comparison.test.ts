import { expect, test } from '@jest/globals';
import { basisDifferenceKinds, notOfficialCvKinds, schoolChangeKinds } from '@junheng/evaluation-core';
import { catalogue } from '../src/catalogue.ts';
import { hasText } from '../src/index.ts';

test('what a comparison and an influence can say has a text in both languages, and nothing else has', () => {
  const keys = [
    ...basisDifferenceKinds.map((kind) => `comparison-basis.${kind}`),
    ...schoolChangeKinds.map((kind) => `school-change.${kind}`),
    ...notOfficialCvKinds.map((kind) => `not-official-cv.${kind}`),
  ];
  expect(keys.filter((key) => !hasText(key))).toEqual([]);
  const present = Object.keys(catalogue).filter((key) =>
    /^(comparison-basis|school-change|not-official-cv)\./.test(key),
  );
  expect(present.sort()).toEqual([...keys].sort());
});
