import { describe, expect, it } from '@jest/globals';
import { kitTexts } from '../src/language/kit-texts.ts';
import type { TextTree } from '../src/language/create-i18n.ts';
import { sourceFiles } from './source-files.ts';

function leaves(tree: TextTree, prefix = ''): string[] {
  return Object.entries(tree).flatMap(([key, value]) =>
    typeof value === 'string' ? [`${prefix}${key}`] : leaves(value, `${prefix}${key}.`),
  );
}

function lookUp(tree: TextTree, key: string): string | TextTree | undefined {
  return key
    .split('.')
    .reduce<string | TextTree | undefined>((node, part) => (typeof node === 'object' ? node[part] : undefined), tree);
}

function placeholders(text: string | TextTree | undefined): string[] {
  if (typeof text !== 'string') return [];
  return [...text.matchAll(/\{\{(\w+)\}\}/g)].map((match) => match[1] ?? '').sort();
}

describe('the texts of the kit', () => {
  it('exist in both languages with the same keys and placeholders', () => {
    const chinese = leaves(kitTexts['zh-CN']).sort();
    expect(leaves(kitTexts.en).sort()).toEqual(chinese);
    for (const key of chinese) {
      const [zh, en] = [lookUp(kitTexts['zh-CN'], key), lookUp(kitTexts.en, key)];
      expect([key, placeholders(en)]).toEqual([key, placeholders(zh)]);
    }
  });

  it('has every key that the components ask for', () => {
    const asked = sourceFiles('src', /\.tsx$/).flatMap((file) =>
      [...file.text.matchAll(/\bt\('([\w.-]+)'/g)].map((match) => match[1] ?? ''),
    );
    expect(asked.length).toBeGreaterThan(30);
    expect(asked.filter((key) => typeof lookUp(kitTexts.en, key) !== 'string')).toEqual([]);
  });

  it('are the only Chinese in the sources', () => {
    const offenders = sourceFiles('src', /\.tsx?$/).filter(
      (file) => /\p{Script=Han}/u.test(file.text) && !file.path.endsWith('kit-texts.ts'),
    );
    expect(offenders.map((file) => file.path)).toEqual([]);
  });
});

describe('the plain kit', () => {
  it('imports neither Ant Design nor anything of ours', () => {
    const imports = [...sourceFiles('src/plain', /\.tsx?$/), ...sourceFiles('src/language', /\.tsx?$/)].flatMap(
      (file) => [...file.text.matchAll(/from '([^']+)'|import '([^']+)'/g)].map((match) => match[1] ?? match[2] ?? ''),
    );
    const outside = new Set(imports.filter((name) => !name.startsWith('.')));
    expect([...outside].sort()).toEqual(['i18next', 'react', 'react-i18next']);
    expect(imports.filter((name) => name.includes('/rich/'))).toEqual([]);
  });
});
