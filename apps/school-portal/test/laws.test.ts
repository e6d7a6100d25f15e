import { describe, expect, it } from '@jest/globals';
import { newPasswordSchema } from '@junheng/api-contract';
import type { TextTree } from '@junheng/ui/plain';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { SHORTEST_PASSWORD } from '../src/features/enter/model/password-rules.ts';
import { entranceTexts } from '../src/texts/entrance.ts';
import { portalTexts } from '../src/texts/portal.ts';
import { rectifyEn } from '../src/texts/rectify-en.ts';
import { rectifyZhCn } from '../src/texts/rectify-zh-cn.ts';
import { workbookTexts } from '../src/texts/workbook.ts';

interface SourceFile {
  readonly path: string;
  readonly text: string;
}

function sourceFiles(pattern: RegExp): SourceFile[] {
  return readdirSync('src', { recursive: true, encoding: 'utf8' })
    .filter((path) => pattern.test(path) && !/\.test\.tsx?$/.test(path))
    .map((path) => ({ path, text: readFileSync(join('src', path), 'utf8') }));
}

function leaves(tree: TextTree, prefix = ''): [string, string][] {
  return Object.entries(tree).flatMap(([key, value]): [string, string][] =>
    typeof value === 'string' ? [[`${prefix}${key}`, value]] : leaves(value, `${prefix}${key}.`),
  );
}

/** English has a singular of its own; its key counts as its plural's. */
const withoutPlural = (key: string): string => key.replace(/_(one|other)$/, '');
const placeholders = (text: string): string[] =>
  [...text.matchAll(/\{\{(\w+)\}\}/g)].map((match) => match[1] ?? '').sort();

const namespaces = [
  ['entrance', entranceTexts['zh-CN'].entrance, entranceTexts.en.entrance],
  ['portal', portalTexts['zh-CN']['portal'] ?? {}, portalTexts.en['portal'] ?? {}],
  ['rectify', rectifyZhCn, rectifyEn],
  ['portal, of the workbook', workbookTexts['zh-CN']['portal'] ?? {}, workbookTexts.en['portal'] ?? {}],
] as const;

describe.each(namespaces)('the texts of %s', (_, zh, en) => {
  it('exist in both languages with the same keys and placeholders', () => {
    const [chinese, english] = [new Map(leaves(zh)), new Map(leaves(en))];
    expect([...new Set([...english.keys()].map(withoutPlural))].sort()).toEqual([...chinese.keys()].sort());
    for (const [key, text] of english) {
      const expected = placeholders(chinese.get(withoutPlural(key)) ?? '');
      const found = placeholders(text);
      expect([key, found.filter((name) => !expected.includes(name))]).toEqual([key, []]);
      if (!key.endsWith('_one')) expect([key, found]).toEqual([key, expected]);
    }
  });
});

describe('the sources', () => {
  it('ask only for texts that exist', () => {
    const known = new Set(namespaces.flatMap(([, zh]) => leaves(zh).map(([key]) => key)));
    const prefixes = new Set(
      [...known].flatMap((key) => key.split('.').map((_, at, parts) => parts.slice(0, at).join('.'))),
    );
    const asked = sourceFiles(/\.tsx?$/).flatMap(({ text }) => [
      ...text.matchAll(/\bt\(\s*['`]([^'`]+)['`](, \{ ns)?/g),
    ]);
    expect(asked.length).toBeGreaterThan(80);
    const missing = asked
      .filter(([, , otherNamespace]) => otherNamespace === undefined)
      .map(([, key = '']) => key)
      // A key with a variable part: what stands before it must lead somewhere.
      .filter((key) =>
        key.includes('${')
          ? !prefixes.has(key.slice(0, key.indexOf('.${'))) && !/^\w+\.\$\{/.test(key)
          : !known.has(key),
      );
    expect(missing).toEqual([]);
  });

  it('have Chinese only among the texts', () => {
    const offenders = sourceFiles(/\.tsx$/).filter(({ text }) => /\p{Script=Han}/u.test(text));
    expect(offenders.map((file) => file.path)).toEqual([]);
  });

  it('keep features apart, and let nothing below import the app', () => {
    const wrong = sourceFiles(/\.tsx?$/).flatMap(({ path, text }) => {
      const own = /^features\/([^/]+)\//.exec(path)?.[1];
      return [...text.matchAll(/from '(\.[^']+)'/g)]
        .map((match) => join(path, '..', match[1] ?? ''))
        .filter((target) => {
          const other = /^features\/([^/]+)\//.exec(target)?.[1];
          const foreignFeature = own !== undefined && other !== undefined && other !== own;
          const upwards = target.startsWith('app/') && !path.startsWith('app/') && path !== 'main.tsx';
          return foreignFeature || upwards;
        })
        .map((target) => `${path} -> ${target}`);
    });
    expect(wrong).toEqual([]);
  });

  it('use neither Ant Design nor what the browsers of Windows 7 (Chromium 109) lack', () => {
    const all = sourceFiles(/\.tsx?$/);
    expect(
      all.filter(({ text }) => /from 'antd|from '@ant-design|from '@junheng\/ui'/.test(text)).map((file) => file.path),
    ).toEqual([]);
    expect(
      all
        .filter(({ text }) => /\.(toSorted|toReversed|toSpliced)\(|Object\.groupBy|withResolvers/.test(text))
        .map((file) => file.path),
    ).toEqual([]);
  });

  it('ask for passwords as long as the contract does', () => {
    expect(newPasswordSchema.safeParse('x'.repeat(SHORTEST_PASSWORD)).success).toBe(true);
    expect(newPasswordSchema.safeParse('x'.repeat(SHORTEST_PASSWORD - 1)).success).toBe(false);
  });
});
