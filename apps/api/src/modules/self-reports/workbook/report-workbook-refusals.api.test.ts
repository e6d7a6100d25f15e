import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { openRound, readReport, reportOf, completeCells, fillReport } from '../../../../test/factories/reports.ts';
import {
  applyWorkbook,
  downloadWorkbook,
  EditedWorkbook,
  sendWorkbook,
  uploadWorkbook,
} from '../../../../test/factories/report-workbooks.ts';
import { startTestApi, type TestApi, type TestBrowser } from '../../../../test/harness/test-api.ts';
import { writeZip, workbookParts } from '../../../../test/workbooks/zip-writer.ts';

const importerFile = (name: string): Buffer => readFileSync(`test/fixtures/importer/files/${name}`);

let api: TestApi;
let reporter: TestBrowser;
let reportId: string;
let own: Buffer;

beforeAll(async () => {
  api = await startTestApi();
  const round = await openRound(api);
  reportId = (await reportOf(api, round.id, api.world.school)).id;
  reporter = await api.as('reporter');
  own = await downloadWorkbook(reporter, reportId);
});
afterAll(() => api.stop());

async function refusal(bytes: Buffer, name?: string): Promise<readonly (string | undefined)[]> {
  const answer = await sendWorkbook(reporter, reportId, bytes, name);
  const { code, problems } = answer.problem();
  return problems === undefined ? [code] : [code, ...problems.map((each) => each.code)];
}

/** The school's own workbook with a fact about itself changed. */
async function claiming(fact: string, value: string): Promise<Buffer> {
  const edited = await EditedWorkbook.of(own);
  const row = edited.sheet('_junheng').rows.find(([name]) => name === `jh@${fact}`);
  if (row === undefined) throw new Error(`no fact ${fact}`);
  row[1] = value;
  return edited.bytes();
}

describe('a file that is not this report’s workbook is refused, saying which it is', () => {
  test('a workbook from elsewhere, or without the hidden marks', async () => {
    expect(await refusal(importerFile('00_control_clean.xlsx'))).toEqual(['workbook.not-from-here']);
    const edited = await EditedWorkbook.of(own);
    for (const { rows } of edited.sheets) for (const row of rows) row.shift();
    expect(await refusal(edited.bytes())).toEqual(['workbook.not-from-here']);
    const factsOnly = await EditedWorkbook.of(own);
    factsOnly.sheets.splice(0, factsOnly.sheets.length - 1);
    expect(await refusal(factsOnly.bytes())).toEqual(['workbook.not-from-here']);
  });

  test('of another school, another round, another edition, another release, or ahead of the report', async () => {
    const other = await api.as('otherReporter');
    const round = (await readReport(reporter, reportId)).round.id;
    const theirs = await downloadWorkbook(other, (await reportOf(api, round, api.world.otherSchool)).id);
    expect(await refusal(theirs)).toEqual(['workbook.other-school']);
    expect(await refusal(await claiming('report', crypto.randomUUID()))).toEqual(['workbook.other-round']);
    expect(await refusal(await claiming('edition', 'f'.repeat(64)))).toEqual(['workbook.other-edition']);
    expect(await refusal(await claiming('format', '2'))).toEqual(['workbook.other-format']);
    for (const revision of ['99999', '-1', '1e2', '']) {
      expect([revision, ...(await refusal(await claiming('revision', revision)))]).toEqual([
        revision,
        revision === '' ? 'workbook.not-from-here' : 'workbook.unknown-revision',
      ]);
    }
  });
});

describe('a file that is no workbook, or made to hurt', () => {
  test.each([
    ['11_legacy.xls', 'legacy_xls'],
    ['17_empty_file.xlsx', 'empty_file'],
    ['18_truncated.xlsx', 'damaged_file'],
  ])('%s', async (name, code) => {
    expect(await refusal(importerFile(name))).toEqual(['workbook.file-refused', code]);
  });

  test('text, pictures and locked files', async () => {
    expect(await refusal(importerFile('12_gb18030.csv'))).toEqual(['workbook.not-from-here']);
    expect(await refusal(Buffer.from('%PDF-1.7\n'))).toEqual(['workbook.file-refused', 'not_a_workbook']);
    const container = Buffer.concat([
      Buffer.from('d0cf11e0a1b11ae1', 'hex'),
      Buffer.alloc(600),
      Buffer.from('EncryptedPackage', 'utf16le'),
    ]);
    expect(await refusal(container)).toEqual(['workbook.file-refused', 'password_protected']);
  });

  test('macros', async () => {
    const parts = [...workbookParts([{ name: 'a', xml: '<sheetData/>' }]), { name: 'xl/vbaProject.bin', content: 'x' }];
    expect(await refusal(writeZip(parts), '表.xlsm')).toEqual(['workbook.macros']);
  });

  test('a bomb, also one that lies about its size, and a file beyond the limit', async () => {
    const bomb = `<sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>${'a'.repeat(60_000_000)}</t></is></c></row></sheetData>`;
    const honest = writeZip(workbookParts([{ name: 'a', xml: bomb }]));
    expect(await refusal(honest)).toEqual(['workbook.file-refused', 'unsafe_file']);
    const lying = writeZip(workbookParts([{ name: 'a', xml: bomb }]).map((part) => ({ ...part, declaredSize: 500 })));
    expect((await refusal(lying))[0]).toBe('workbook.file-refused');
    expect(await refusal(Buffer.alloc(6 * 1024 * 1024, 'PK'))).toEqual(['workbook.file-refused', 'file_too_large']);
    const answer = await sendWorkbook(reporter, reportId, Buffer.alloc(api.config.uploadLimitBytes + 10));
    expect([answer.status, answer.problem().code]).toEqual([413, 'request.too-large']);
  });

  test('a request without a file, or that is no form', async () => {
    const form = new FormData();
    form.append('other', 'x');
    const path = `/self-reports/${reportId}/workbooks`;
    expect((await reporter.send('POST', path, { body: form })).problem().code).toBe('request.malformed');
    expect((await reporter.post(path, {})).problem().code).toBe('request.unsupported-media');
  });
});

test('values that begin like formulas stay texts, in and out', async () => {
  const edited = await EditedWorkbook.of(own);
  edited.fill({ ownership: '=1+1', 'founded-year': '@SUM(A1)' });
  const workbook = await uploadWorkbook(reporter, reportId, edited.bytes(), '=cmd|calc.xlsx');
  expect(workbook.faults.map(({ code }) => code)).toEqual(['not-one-of', 'not-a-number']);
});

test('a report that is locked takes no workbook, neither read nor confirmed', async () => {
  await fillReport(reporter, reportId, completeCells('primary'));
  const edited = await EditedWorkbook.of(await downloadWorkbook(reporter, reportId));
  edited.fill({ 'pupils.primary': 600 });
  const workbook = await uploadWorkbook(reporter, reportId, edited.bytes());
  const { revision } = await readReport(reporter, reportId);
  expect((await reporter.post(`/self-reports/${reportId}/hand-over`, { revision })).status).toBe(200);
  expect((await applyWorkbook(reporter, workbook)).problem().code).toBe('self-report.locked');
  expect(await refusal(edited.bytes())).toEqual(['self-report.locked']);
  // What was typed can still be taken along.
  expect((await downloadWorkbook(reporter, reportId)).byteLength).toBeGreaterThan(5_000);
});
