import { expect, test } from '@jest/globals';
import type { TextTree } from '@junheng/ui/plain';
import { accountTexts } from './texts.ts';

const leaves = (tree: TextTree, at = ''): [string, string][] =>
  Object.entries(tree).flatMap(([key, value]) =>
    typeof value === 'string' ? [[`${at}${key}`, value] as [string, string]] : leaves(value, `${at}${key}.`),
  );
const facts = (text: string) => [...text.matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => name ?? '').toSorted();

test('both languages have the same texts with the same facts', () => {
  const zh = leaves(accountTexts['zh-CN'].account);
  const en = new Map(leaves(accountTexts.en.account));
  expect([...en.keys()].toSorted()).toEqual(zh.map(([key]) => key).toSorted());
  for (const [key, text] of zh) expect([key, facts(en.get(key) ?? '')]).toEqual([key, facts(text)]);
});
