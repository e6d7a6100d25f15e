import { beforeAll, describe, expect, it } from '@jest/globals';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

/** Gzip bytes of JavaScript. React, its DOM and i18next alone are 85 kB of the first. */
const budget = JSON.parse(readFileSync('weight-budget.json', 'utf8')) as Record<'entrance' | 'form' | 'worker', number>;

interface Chunk {
  readonly name: string;
  readonly text: string;
  readonly gzip: number;
}
let chunks: Chunk[] = [];
let folder = '';
let worker = '';
let files: string[] = [];

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'portal-weight-'));
  const vite = join('node_modules', 'vite', 'bin', 'vite.js');
  execFileSync(process.execPath, [vite, 'build', '--logLevel', 'error', '--outDir', folder], {
    env: { ...process.env, NODE_ENV: 'production' },
  });
  const assets = join(folder, 'assets');
  chunks = readdirSync(assets)
    .filter((name) => name.endsWith('.js'))
    .map((name) => {
      const bytes = readFileSync(join(assets, name));
      return { name, text: bytes.toString('utf8'), gzip: gzipSync(bytes).length };
    });
  worker = readFileSync(join(folder, 'service-worker.js'), 'utf8');
  files = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  rmSync(folder, { recursive: true, force: true });
}, 120_000);

const sum = (some: readonly Chunk[]): number => some.reduce((total, chunk) => total + chunk.gzip, 0);
const named = (prefix: string): Chunk[] => chunks.filter((chunk) => chunk.name.startsWith(prefix));

/** What a browser fetches until the form is there: the entrance, the inside and the reports' pages, with all they import at once. */
function upToTheForm(): Chunk[] {
  const found = new Set<Chunk>();
  const follow = (some: readonly Chunk[]): void => {
    for (const chunk of some) {
      if (found.has(chunk)) continue;
      found.add(chunk);
      const imported = [...chunk.text.matchAll(/(?:from|import)\s*["']\.\/([^"']+)["']/g)].map((match) => match[1]);
      follow(chunks.filter(({ name }) => imported.includes(name)));
    }
  };
  follow([...named('index-'), ...named('portal-'), ...named('report-pages-')]);
  return [...found];
}

describe('the built portal', () => {
  it('signs people in within its budget', () => {
    expect(named('index-')).toHaveLength(1);
    expect(sum(named('index-'))).toBeLessThanOrEqual(budget.entrance);
  });

  it('opens the form within its budget', () => {
    expect(named('report-pages-')).toHaveLength(1);
    expect(sum(upToTheForm())).toBeLessThanOrEqual(budget.form);
  });

  it('fetches the uploads of evidence behind the form', () => {
    const withUploads = chunks.filter(
      (chunk) => chunk.text.includes('tus-resumable') || chunk.text.includes('Tus-Resumable'),
    );
    expect(withUploads.map((chunk) => chunk.name.split('-').slice(0, 2).join('-'))).toEqual(['panel-parts']);
  });

  it('fetches the rules and words of other editions only for rounds on them', () => {
    for (const sign of ['teachers-mid-level-titles', '薄弱学校改造', 'shandong-score-']) {
      const holders = chunks.filter((chunk) => chunk.text.includes(sign));
      expect([sign, holders.length]).not.toEqual([sign, 0]);
      expect([sign, upToTheForm().filter((chunk) => holders.includes(chunk))]).toEqual([sign, []]);
    }
  });

  it('fetches the views of results only for who looks at one', () => {
    expect(named('result-pages-')).toHaveLength(1);
    expect(upToTheForm()).not.toContain(named('result-pages-')[0]);
  });

  it('carries neither Ant Design, nor charts, nor schema validation', () => {
    for (const sign of ['ant-btn', 'echarts', 'ZodError', 'dayjs']) {
      expect([sign, chunks.filter((chunk) => chunk.text.includes(sign)).map((chunk) => chunk.name)]).toEqual([
        sign,
        [],
      ]);
    }
  });

  it('keeps the rules of the standard out of the entrance', () => {
    expect(named('index-').some((chunk) => chunk.text.includes('pe-and-arts-teachers'))).toBe(false);
    expect(chunks.some((chunk) => chunk.text.includes('pe-and-arts-teachers'))).toBe(true);
  });

  it('installs a light worker that keeps every file of the program, and no answer of the API', () => {
    expect(gzipSync(worker).length).toBeLessThanOrEqual(budget.worker);
    const program = files.filter((name) => /^index\.html$|^favicon\.svg$|^assets[/\\]/.test(name));
    expect(program.length).toBeGreaterThan(8);
    expect(program.filter((name) => !worker.includes(`/${name.replaceAll('\\', '/')}`))).toEqual([]);
    expect(worker).not.toContain('/api/v1');
  });

  it('does not bring the worker into the entrance', () => {
    expect(named('index-').some((chunk) => chunk.text.includes('service-worker.js'))).toBe(false);
  });
});
