import { spawn } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { editions } from '@junheng/evaluation-core';
import { readArguments } from '../../src/cli/evaluate/arguments.ts';
import { parseCountyReport } from '../../src/cli/evaluate/county-report.ts';
import { evaluateDocument } from '../../src/cli/evaluate/document.ts';
import type { EvaluateDocument } from '../../src/cli/evaluate/document.ts';
import { readFiles } from '../../src/cli/evaluate/read-files.ts';
import { reportText } from '../../src/cli/evaluate/report-text.ts';
import { buildImportPreview } from '../../src/modules/self-reports/import/build-import-preview.ts';
import { HEADERS, madeWorkbook, schoolRow } from '../import/made-workbook.ts';

// Each run starts a process that compiles what it loads; on two busy cores that takes its time. @begins-first
jest.setTimeout(120_000);

const api = new URL('../../', import.meta.url);
const fixture = (name: string): string => fileURLToPath(new URL(`test/fixtures/importer/files/${name}`, api));

interface Run {
  readonly status: number | null;
  readonly out: string;
  readonly err: string;
}

/** The command as the person starts it, from any folder. */
function junheng(
  args: readonly string[],
  { cwd = tmpdir(), env = {}, deaf = false }: { cwd?: string; env?: NodeJS.ProcessEnv; deaf?: boolean } = {},
): Promise<Run> {
  const start = [
    '--conditions=@junheng/source',
    '--no-warnings',
    '--import',
    new URL('swc-register.js', api).href,
    fileURLToPath(new URL('src/cli/junheng.ts', api)),
  ];
  const child = spawn(process.execPath, [...start, ...args], {
    cwd,
    env: {
      ...process.env,
      LANG: 'zh_CN.UTF-8',
      LC_ALL: '',
      ...env,
    },
  });
  // A reader that goes away before anything is written, as `| head` does.
  if (deaf) child.stdout.destroy();
  const out: Buffer[] = [];
  const err: Buffer[] = [];
  child.stdout.on('data', (chunk: Buffer) => out.push(chunk));
  child.stderr.on('data', (chunk: Buffer) => err.push(chunk));
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (status) =>
      resolve({ status, out: Buffer.concat(out).toString(), err: Buffer.concat(err).toString() }),
    );
  });
}

async function documentOf(
  args: readonly string[],
  options?: Parameters<typeof junheng>[1],
): Promise<{ run: Run; document: EvaluateDocument }> {
  const run = await junheng(['evaluate', ...args, '--json'], options);
  return { run, document: JSON.parse(run.out) as EvaluateDocument };
}

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'junheng-evaluate-'));
  await writeFile(
    join(folder, '小学.xlsx'),
    madeWorkbook([{ name: 'Sheet1', rows: [HEADERS, schoolRow(1, '东关小学'), schoolRow(2, '西关小学')] }]),
  );
  await writeFile(
    join(folder, '初中.xlsx'),
    madeWorkbook([{ name: 'Sheet1', rows: [HEADERS, schoolRow(3, '城北初级中学', '初级中学', 300)] }]),
  );
});
afterAll(async () => {
  await rm(folder, { recursive: true });
});

describe('evaluate --json', () => {
  test('prints exactly one document and nothing else; status 0 for a computed outcome', async () => {
    const { run, document } = await documentOf([
      fixture('00_control_clean.xlsx'),
      '--edition',
      'cn-2017-quality-balance',
    ]);
    expect(run).toMatchObject({ status: 0, err: '' });
    expect(document).toMatchObject({
      format: 'junheng-evaluate/1',
      edition: 'cn-2017-quality-balance',
      outcome: 'accept',
      problems: [],
    });
    const primary = document.evaluation!.resourceAllocation.stages.find((stage) => stage.stage === 'primary')!;
    expect(primary).toMatchObject({ outcome: 'met', complete: true, schoolStageCount: 12 });
    expect(primary.cvs.map((cv) => cv.indicatorId)).toEqual(['R1', 'R2', 'R3', 'R4', 'R5', 'R6', 'R7']);
    for (const { cv } of primary.cvs) expect(run.out).toContain(`"cv": ${String(cv)}`);
    expect(document.evaluation!.resourceAllocation.outcome).toBe('undetermined');
    expect(document.evaluation!.county.requirements.length).toBeGreaterThan(30);
    expect(document.rows).toHaveLength(12);
  });

  test('several files are one county; paths are meant from the folder one stands in', async () => {
    const { run, document } = await documentOf(['小学.xlsx', '初中.xlsx'], { cwd: folder });
    expect(run.status).toBe(0);
    expect(document.files.map((file) => file.name)).toEqual(['小学.xlsx', '初中.xlsx']);
    expect(document.evaluation!.schoolStages.map((school) => [school.code, school.stage])).toEqual([
      ['9940100001', 'primary'],
      ['9940100002', 'primary'],
      ['9940100003', 'junior'],
    ]);
  });

  test('a refused row: status 2, nothing evaluated', async () => {
    const { run, document } = await documentOf([fixture('08_duplicates.xlsx')]);
    expect(run).toMatchObject({ status: 2, err: '' });
    expect(document).toMatchObject({ outcome: 'reject_rows', evaluation: null });
    expect(document.problems.every((problem) => problem.message.length > 4)).toBe(true);
  });

  test('one refused file among several: nothing is evaluated', async () => {
    const { run, document } = await documentOf(['小学.xlsx', 'nowhere.xlsx'], { cwd: folder });
    expect(run.status).toBe(2);
    expect(document.problems).toMatchObject([{ file: 'nowhere.xlsx', code: 'file_not_found', severity: 'error' }]);
    expect(document.evaluation).toBeNull();
  });
});

describe('evaluate for people', () => {
  test('Chinese unless English is asked for', async () => {
    const chinese = await junheng(['evaluate', fixture('00_control_clean.xlsx')]);
    expect(chinese).toMatchObject({ status: 0, err: '' });
    expect(chinese.out).toContain('-- 小学: 达标 --');
    expect(chinese.out).toContain('9940100011  沙溪乡𬒗山教学点');
    const english = await junheng(['evaluate', fixture('00_control_clean.xlsx')], { env: { LANG: 'en_GB.UTF-8' } });
    expect(english.out).toContain('-- primary: Met --');
  });

  test('problems by sheet and cell', async () => {
    const { status, out } = await junheng(['evaluate', fixture('10_impossible_values.xlsx')]);
    expect(status).toBe(2);
    expect(out).toContain('没有进行评估');
    expect(out).toContain('10_impossible_values.xlsx · 小学');
    expect(out).toMatch(/错误 {2}D2 单元格 {2}【在校生数（小学）】 {2}不能是负数：-1568/);
  });
});

describe('the county report', () => {
  const report = async (cells: unknown): Promise<string> => {
    const path = join(folder, 'county.json');
    await writeFile(path, JSON.stringify(cells));
    return path;
  };

  test('decides what only the county can say; the report names what is unmet and counts what is lacking', async () => {
    const path = await report({ 'school-layout-reasonable': 'no', 'enrolment-by-examination': 'no' });
    const run = await junheng(['evaluate', fixture('00_control_clean.xlsx'), '--county', path, '--language', 'en']);
    expect(run).toMatchObject({ status: 0, err: '' });
    expect(run.out).toContain('Government guarantee: Not met 1, Undetermined 14');
    expect(run.out).toMatch(/✗ G1 /);
    expect(run.out).toContain('Vetoes: Met 1, Undetermined 5');
    expect(run.out.match(/Data the county report has not provided/g)).toHaveLength(1);
  });

  test('every fault is said with its key and what is expected; nothing is evaluated', () => {
    const { edition } = readArguments(['a.xlsx'], 'en');
    const text = JSON.stringify({
      nope: 1,
      'pupils.primary': 3,
      'school-layout-reasonable': 'maybe',
      'enrolment-by-examination@1': 'no',
      'monitoring-stays-high': true,
    });
    const lines = [
      '--county c.json:',
      '  nope: no county item of cn-2017-quality-balance',
      '  pupils.primary: schools report this, not the county',
      '  school-layout-reasonable: "maybe": not-an-option; expected yes or no',
      '  enrolment-by-examination@1: unknown key; of this item there are enrolment-by-examination',
      '  monitoring-stays-high: true is neither text nor a number',
    ];
    expect(() => parseCountyReport(text, 'c.json', edition)).toThrow(lines.join('\n'));
    expect(() => parseCountyReport('[]', 'c.json', edition)).toThrow('must be one object');
    expect(() => parseCountyReport('{', 'c.json', edition)).toThrow('not JSON');
    expect(parseCountyReport('{"public-funds-standard.primary": 720}', 'c.json', edition)).toEqual({
      'public-funds-standard.primary': '720',
    });
  });

  test.each(editions)('the report for people exists under $id', async ({ id, schoolTypes }) => {
    // An edition without school types asks the county alone.
    const names = schoolTypes.length === 0 ? [] : [fixture('00_control_clean.xlsx')];
    const given = readArguments([...names, '--edition', id], 'zh-CN');
    const files = await readFiles(given.files, folder);
    const document = evaluateDocument(buildImportPreview(given.edition, files), given);
    expect(reportText(document, given)).toContain('县域总体结论');
  });
});

describe('wrong usage', () => {
  test.each([
    [['conquer'], 'Unknown command: conquer'],
    [['evaluate', 'a.xlsx', '--fast'], '--fast'],
  ])('%j: status 64, said on standard error', async (args, message) => {
    const run = await junheng(args);
    expect(run).toMatchObject({ status: 64, out: '' });
    expect(run.err).toContain(message);
  });

  test.each([
    [[], 'No file given'],
    [['a.xlsx', '--edition', 'cn-target-responsibility-2023'], 'asks nothing of schools'],
    [['a.xlsx', '--edition', 'cn-2099'], 'Unknown edition: cn-2099'],
    [['a.xlsx', '--split', 'fairly'], '--split is one of'],
    [['a.xlsx', '--language', 'fr'], '--language is one of'],
    [['a.xlsx', '--edition'], '--edition'],
    [['a.xlsx', '--evaluation-date', '2025-02-30'], '--evaluation-date'],
    [['a.xlsx', '--date', '30.9.2025'], '--date'],
  ])('evaluate %j', (args, message) => {
    expect(() => readArguments(args, 'en')).toThrow(message);
  });

  test('what is not given comes from the edition and the terminal', () => {
    expect(readArguments(['a.xlsx', 'b.xlsx', '--json'], 'zh-CN')).toMatchObject({
      files: ['a.xlsx', 'b.xlsx'],
      split: null,
      json: true,
      language: 'zh-CN',
    });
    expect(readArguments(['a.xlsx', '--split', 'reported-by-stage', '--language', 'en'], 'zh-CN')).toMatchObject({
      split: 'reported-by-stage',
      language: 'en',
    });
  });

  test('a reader that stops reading is no failure', async () => {
    const run = await junheng(['evaluate', join(folder, '小学.xlsx'), '--json'], { deaf: true });
    expect(run).toMatchObject({ status: 0, err: '' });
  });
});
