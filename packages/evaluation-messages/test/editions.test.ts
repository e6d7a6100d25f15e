import { describe, expect, test } from '@jest/globals';
import {
  amendmentFaultKinds,
  editionDifferenceKinds,
  editionFaultKinds,
  editions,
  messageKeysOf,
} from '@junheng/evaluation-core';
import { catalogue } from '../src/catalogue.ts';
import { editionAuthoringTexts } from '../src/edition-authoring/authoring-texts.ts';
import '../src/edition-authoring/index.ts';
import { hasText } from '../src/index.ts';

describe.each(editions)('everything $id can say', (edition) => {
  const keys = messageKeysOf(edition);

  test('has a text in both languages', () => {
    expect(keys.length).toBeGreaterThan(150);
    expect(keys.filter((key) => !hasText(key))).toEqual([]);
  });
});

test('no text of the core is left behind by an item, check or rule that is gone', () => {
  const emitted = new Set(editions.flatMap(messageKeysOf));
  const prefixes =
    /^(item|check|requirement|special-rule|quantity|formula|node|reason|out-of-scope|data-problem|section|unit|consistency|evidence|setting|point|deduction|stated-verdict|suspected-cause|figure-problem|relation)[.-]/;
  expect(Object.keys(catalogue).filter((key) => prefixes.test(key) && !emitted.has(key))).toEqual([]);
});

test('what is said to the author of an edition has a text in both languages', () => {
  const keys = [
    ...editionDifferenceKinds.map((kind) => `edition-difference.${kind}`),
    ...editionFaultKinds.map((kind) => `edition-fault.${kind}`),
    ...amendmentFaultKinds.map((kind) => `amendment-fault.${kind}`),
  ];
  expect(keys.filter((key) => !hasText(key))).toEqual([]);
  expect(keys.length).toBe(Object.keys(editionAuthoringTexts).length);
});
