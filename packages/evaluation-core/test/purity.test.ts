import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';

// The core decides; it never fetches, stores, logs, or looks at a clock, a locale or chance. Then the same data give the same bytes in
// Node and in every browser, this year and in ten. An entry below is an argument: add one only with its reason.

const allowedPackages: Readonly<Record<string, string>> = {
  '@noble/hashes':
    'SHA-256 in plain JavaScript: no I/O, the same in Node and browsers, where crypto.subtle would be asynchronous',
};

const forbidden: readonly { readonly name: string; readonly pattern: RegExp; readonly reason: string }[] = [
  {
    name: 'Date',
    pattern: /\bDate\b/,
    reason: 'the evaluation date is an argument; a clock would change old verdicts',
  },
  { name: 'Math.random', pattern: /\bMath\s*\.\s*random\b/, reason: 'a verdict is not drawn by lot' },
  {
    name: 'Intl and locale methods',
    pattern: /\bIntl\b|\.toLocale\w*\(|\.localeCompare\(/,
    reason: 'order and text would depend on the machine',
  },
  { name: 'normalize', pattern: /\.normalize\(/, reason: 'depends on the Unicode version of the engine' },
  { name: 'process', pattern: /\bprocess\b/, reason: 'no environment' },
  { name: 'fetch and friends', pattern: /\bfetch\b|\bXMLHttpRequest\b|\bWebSocket\b/, reason: 'no network' },
  {
    name: 'globalThis, window, self',
    pattern: /\bglobalThis\b|\bwindow\b|\bdocument\b\s*\./,
    reason: 'a way to everything above',
  },
  {
    name: 'dynamic import and require',
    pattern: /\bimport\s*\(|\brequire\s*\(/,
    reason: 'an import check does not see them',
  },
  {
    name: 'timers',
    pattern: /\bset(?:Timeout|Interval|Immediate)\b|\bqueueMicrotask\b|\bperformance\b/,
    reason: 'no clock',
  },
  { name: 'console', pattern: /\bconsole\b/, reason: 'no output' },
  { name: 'eval', pattern: /\beval\b|\bnew\s+Function\b/, reason: 'rules are data of closed kinds, never code' },
  {
    name: 'parseFloat',
    pattern: /\bparseFloat\b/,
    reason: 'reported numbers are exact decimals; no double may come in between',
  },
  { name: 'classes', pattern: /^\s*(?:export\s+)?class\s/m, reason: 'plain data that survives JSON' },
  { name: 'node modules', pattern: /from\s+'node:/, reason: 'runs in browsers' },
];

/** What a folder may import: itself and what stands before it. */
const layers = [
  'quantities',
  'statistics',
  'items',
  'standards',
  'trace',
  'schools',
  'registers',
  'indicators',
  'checks',
  'rules',
  'verdicts',
  'explanation',
  'fingerprints',
  'amendments',
  'kernel',
  'influence',
  'comparison',
  'consistency',
  'planning',
  'sensitivity',
  'rectification',
];
/** Words that every layer uses: outcomes and the shapes of results. */
const vocabulary = ['outcome.ts', 'evaluation.ts'];
/** The flow as a whole: what works on results may run it again. */
const whole = ['evaluate.ts'];
const afterTheWhole = ['influence', 'comparison', 'planning', 'sensitivity', 'rectification'];

const root = new URL('../src/', import.meta.url);
const files = readdirSync(root, { recursive: true, encoding: 'utf8' })
  .map((file) => file.replaceAll('\\', '/'))
  .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'));

/** Source without comments; texts stay. */
function codeOf(source: string): string {
  return source
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .replace(/^\s*\/\/.*$/gm, '')
    .replace(/\s\/\/ .*$/gm, '');
}

function violations(source: string): readonly string[] {
  const code = codeOf(source);
  const imports = [...code.matchAll(/from\s+'([^'.][^']*)'/g)].map((match) => match[1] ?? '');
  const foreign = imports.filter(
    (name) => !Object.keys(allowedPackages).some((allowed) => name === allowed || name.startsWith(`${allowed}/`)),
  );
  return [
    ...forbidden.filter((each) => each.pattern.test(code)).map((each) => each.name),
    ...foreign.map((name) => `package ${name}`),
  ];
}

function layerViolation(file: string, target: string): boolean {
  const [own] = file.split('/');
  const path = new URL(target, new URL(file, root)).href.slice(root.href.length);
  const [other] = path.split('/');
  const [from, to] = [layers.indexOf(own ?? ''), layers.indexOf(other ?? '')];
  if (from < 0) return false; // the files at the top join the layers
  if (whole.includes(path)) return !afterTheWhole.includes(own ?? '');
  return to < 0 ? !vocabulary.includes(path) : to > from;
}

describe('purity', () => {
  test('the scan sees the sources', () => {
    expect(files.length).toBeGreaterThan(50);
  });
  test.each(files)('%s', (file) => {
    const source = readFileSync(new URL(file, root), 'utf8');
    expect(violations(source)).toEqual([]);
    const targets = [...codeOf(source).matchAll(/from\s+'(\.[^']*)'/g)].map((match) => match[1] ?? '');
    expect(targets.filter((target) => layerViolation(file, target))).toEqual([]);
    expect(source.split('\n').length).toBeLessThanOrEqual(300);
  });
  test.each([
    ['const now = new Date();', 'Date'],
    ['Math.random()', 'Math.random'],
    ['[...names].sort((a, b) => a.localeCompare(b));', 'Intl and locale methods'],
    ["const fs = await import('node:fs');", 'dynamic import and require'],
    ["import { x } from 'lodash';", 'package lodash'],
    ["import { readFileSync } from 'node:fs';", 'node modules'],
    ['process.env.TZ', 'process'],
    ["globalThis['fet' + 'ch']", 'globalThis, window, self'],
    ['parseFloat(text)', 'parseFloat'],
  ])('%s would be found', (source, name) => {
    expect(violations(source)).toContain(name);
  });
  test('an import against the order would be found', () => {
    expect(layerViolation('quantities/decimal.ts', '../items/cells.ts')).toBe(true);
    expect(layerViolation('rules/threshold.ts', '../verdicts/stage.ts')).toBe(true);
    expect(layerViolation('verdicts/stage.ts', '../rules/threshold.ts')).toBe(false);
  });
});
