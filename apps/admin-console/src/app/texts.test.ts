import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from '@jest/globals';
import type { TextTree } from '@junheng/ui/plain';
import { signInTexts } from '../features/sign-in/texts.ts';
import { insideTexts } from './inside-texts.ts';
import { pageTexts } from './page-texts.ts';

const source = fileURLToPath(new URL('..', import.meta.url));
const han = /\p{Script=Han}/u;

function leaves(tree: TextTree, at = ''): [key: string, text: string][] {
  return Object.entries(tree).flatMap(([key, value]) =>
    typeof value === 'string' ? [[`${at}${key}`, value] as [string, string]] : leaves(value, `${at}${key}.`),
  );
}

function filesBelow(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory() ? filesBelow(join(folder, entry.name)) : [join(folder, entry.name)],
  );
}

const placeholders = (text: string) => [...text.matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => name ?? '').toSorted();

describe.each([
  ['the entrance', signInTexts],
  ['the console', insideTexts],
  ['single pages', pageTexts],
])('texts of %s', (_name, texts) => {
  const zh = new Map(leaves(texts['zh-CN']));
  const en = new Map(leaves(texts.en));

  test('have the same keys in both languages', () => {
    expect([...en.keys()].toSorted()).toEqual([...zh.keys()].toSorted());
  });

  test('fill in the same facts in both languages', () => {
    for (const [key, text] of zh) expect([key, placeholders(en.get(key) ?? '')]).toEqual([key, placeholders(text)]);
  });

  test('none is empty, and English holds no Chinese beyond the product name', () => {
    for (const [key, text] of en) {
      expect([key, text.trim()]).not.toEqual([key, '']);
      expect([key, han.test(text.replaceAll('均衡', ''))]).toEqual([key, false]);
    }
    for (const [key, text] of zh) expect([key, text.trim()]).not.toEqual([key, '']);
  });
});

test('no page holds Chinese of its own: every word comes from the resources', () => {
  const guilty = filesBelow(source)
    .filter((file) => file.endsWith('.tsx') && !file.endsWith('.test.tsx'))
    .filter((file) => {
      const code = readFileSync(file, 'utf8').replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, '');
      return han.test(code);
    });
  expect(guilty).toEqual([]);
});

test('every key a page asks for exists', () => {
  const known = new Set<string>();
  for (const texts of [signInTexts['zh-CN'], insideTexts['zh-CN'], pageTexts['zh-CN']]) {
    for (const [namespace, tree] of Object.entries(texts)) {
      for (const [key] of leaves(tree)) known.add(`${namespace}:${key}`);
    }
  }
  const missing: string[] = [];
  for (const file of filesBelow(source).filter((each) => each.endsWith('.tsx') && !each.endsWith('.test.tsx'))) {
    const code = readFileSync(file, 'utf8');
    const [, list] = /useTranslation\((\[[^\]]*\]|'[^']*')\)/.exec(code) ?? [];
    if (list === undefined) continue;
    const namespaces = [...list.matchAll(/'([^']+)'/g)].map(([, name]) => name ?? '');
    // Keys put together at run time (`status.${status}`) are left to the tests of the screens.
    for (const [, key, options] of code.matchAll(/\bt\('([^'${}]+)'((?:, \{[^}]*\})?)\)/g)) {
      const named = /ns: '([^']+)'/.exec(options ?? '')?.[1];
      const places = named === undefined ? namespaces : [named];
      if (places.includes('ui')) continue;
      if (!places.some((namespace) => known.has(`${namespace}:${key ?? ''}`))) missing.push(`${file}: ${key ?? ''}`);
    }
  }
  expect(missing).toEqual([]);
});
