import { beforeAll, describe, expect, it } from '@jest/globals';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

/** Gzip bytes of JavaScript: what the sign-in page loads, and everything the county page with its charts loads. */
const budget = JSON.parse(readFileSync('weight-budget.json', 'utf8')) as Record<'entrance' | 'countyPage', number>;

interface ManifestEntry {
  readonly file: string;
  readonly imports?: readonly string[];
  readonly dynamicImports?: readonly string[];
}
let manifest: Readonly<Record<string, ManifestEntry>> = {};
let texts = new Map<string, string>();

beforeAll(() => {
  const folder = mkdtempSync(join(tmpdir(), 'console-weight-'));
  const vite = join('node_modules', 'vite', 'bin', 'vite.js');
  execFileSync(process.execPath, [vite, 'build', '--logLevel', 'error', '--manifest', '--outDir', folder], {
    env: { ...process.env, NODE_ENV: 'production' },
  });
  manifest = JSON.parse(readFileSync(join(folder, '.vite', 'manifest.json'), 'utf8')) as typeof manifest;
  texts = new Map(
    Object.values(manifest)
      .filter(({ file }) => file.endsWith('.js'))
      .map(({ file }) => [file, readFileSync(join(folder, file), 'utf8')]),
  );
  rmSync(folder, { recursive: true, force: true });
}, 120_000);

/** Files that arrive with some entries: what they import, and what that imports. */
function loadedWith(keys: readonly string[]): ReadonlySet<string> {
  const seen = new Set<string>();
  const waiting = [...keys];
  for (let key = waiting.pop(); key !== undefined; key = waiting.pop()) {
    const entry = manifest[key];
    if (entry === undefined || seen.has(entry.file)) continue;
    seen.add(entry.file);
    waiting.push(...(entry.imports ?? []));
  }
  return seen;
}

const weight = (files: ReadonlySet<string>) =>
  [...files].reduce((sum, file) => sum + gzipSync(texts.get(file) ?? '').length, 0);
const keyOf = (end: string) => Object.keys(manifest).find((key) => key.endsWith(end)) ?? `no ${end}`;

describe('the built console', () => {
  it('signs people in within its budget, without pages, rules or charts', () => {
    const entrance = loadedWith(['index.html']);
    expect(weight(entrance)).toBeGreaterThan(0);
    expect(weight(entrance)).toBeLessThanOrEqual(budget.entrance);
    for (const sign of ['ZodError', 'pe-and-arts-teachers', 'markLine', 'ant-btn']) {
      expect([sign, [...entrance].filter((file) => texts.get(file)?.includes(sign))]).toEqual([sign, []]);
    }
  });

  it('opens the county page with its charts within its budget', () => {
    const page = loadedWith([
      'index.html',
      keyOf('app/console.tsx'),
      keyOf('routes/evaluation-route.tsx'),
      keyOf('cv-chart/index.ts'),
    ]);
    expect([...page].some((file) => texts.get(file)?.includes('markLine'))).toBe(true);
    expect(weight(page)).toBeLessThanOrEqual(budget.countyPage);
  });

  it('loads charts only behind the county page', () => {
    const others = Object.keys(manifest).filter(
      (key) => key.includes('app/routes/') && !key.endsWith('routes/evaluation-route.tsx'),
    );
    expect(others.length).toBeGreaterThan(5);
    for (const key of others) {
      expect([key, [...loadedWith([key])].some((file) => texts.get(file)?.includes('markLine'))]).toEqual([key, false]);
    }
  });
});
