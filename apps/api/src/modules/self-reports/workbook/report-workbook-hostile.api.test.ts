import { readdirSync, readFileSync } from 'node:fs';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import {
  applyWorkbook,
  downloadMarked,
  downloadWorkbook,
  EditedWorkbook,
  readBack,
  sendWorkbook,
  uploadWorkbook,
} from '../../../../test/factories/report-workbooks.ts';
import { openRound, readReport, reportOf } from '../../../../test/factories/reports.ts';
import { startTestApi, type TestApi, type TestBrowser } from '../../../../test/harness/test-api.ts';
import type { MadeCell } from '../../../../test/import/made-workbook.ts';
import { workbookParts, writeZip } from '../../../../test/workbooks/zip-writer.ts';

// @begins-first: each workbook is read in a thread of its own.
const IMPORTER = 'test/fixtures/importer/files';

let api: TestApi;
let reporter: TestBrowser;
let reportId: string;
let own: Buffer;
let edited: EditedWorkbook;

beforeAll(async () => {
  api = await startTestApi();
  const round = await openRound(api);
  reportId = (await reportOf(api, round.id, api.world.school)).id;
  reporter = await api.as('reporter');
  own = await downloadWorkbook(reporter, reportId);
});
afterAll(() => api.stop());
beforeEach(async () => {
  edited = await EditedWorkbook.of(own);
});

/** What the school is told: the refusal's code, and the reader's own word for it. */
async function told(bytes: Buffer, name: string): Promise<readonly (string | undefined)[]> {
  const answer = await sendWorkbook(reporter, reportId, bytes, name);
  const { code, problems } = answer.problem();
  return [code, ...(problems ?? []).map((each) => each.code)];
}

describe('the tables that bureaus send, taken for the school’s own workbook', () => {
  const unreadable: Readonly<Record<string, string>> = {
    '11_legacy.xls': 'legacy_xls',
    '17_empty_file.xlsx': 'empty_file',
    '18_truncated.xlsx': 'damaged_file',
  };

  test.each(readdirSync(IMPORTER))('%s is refused for what it is, and nothing is kept', async (name) => {
    const { revision } = await readReport(reporter, reportId);
    const code = unreadable[name];
    expect(await told(readFileSync(`${IMPORTER}/${name}`), name)).toEqual(
      code === undefined ? ['workbook.not-from-here'] : ['workbook.file-refused', code],
    );
    expect((await readReport(reporter, reportId)).revision).toBe(revision);
  });
});

describe('what such tables hold, in the school’s own workbook', () => {
  // The item, what its cell holds, and the value taken or the fault told.
  test.each<readonly [string, MadeCell, string]>([
    ['pupils.primary', '1,568', '= 1568'],
    ['pupils.primary', '１５６８', '= 1568'],
    ['pupils.primary', ' 1568 人', '= 1568'],
    ['pupils.primary', '\u202e8651', 'not-a-number'],
    ['pupils.primary', '\u200b1568', '= 1568'],
    ['pupils.primary', '1568\u00a0', '= 1568'],
    ['pupils.primary', '2\n0', 'not-a-number'],
    ['pupils.primary', '1\n568', 'not-a-number'],
    ['pupils.primary', '462\n人', '= 462'],
    ['pupils.primary', { formula: '1500+68', value: '1568' }, '= 1568'],
    ['pupils.primary', '=1500+68', 'not-a-number'],
    ['pupils.primary', { value: 'NaN' }, 'formula-error'],
    ['pupils.primary', { value: 'Infinity' }, 'formula-error'],
    ['pupils.primary', { value: '1e400' }, 'formula-error'],
    ['pupils.primary', { value: '1e300' }, 'too-large'],
    ['pupils.primary', { value: '0x1F' }, 'formula-error'],
    ['pupils.primary', { value: '-3' }, 'negative'],
    // A spreadsheet shows 15 digits of it: 462.
    ['pupils.primary', { value: '461.9999999999999' }, '= 462'],
    ['pupils.primary', { value: '461.99' }, 'not-an-integer'],
    ['pupils.primary', { type: 'b', value: '1' }, 'not-a-number'],
    ['pupils.primary', { type: 'e', value: '#DIV/0!' }, 'formula-error'],
    ['pupils.primary', { type: 's', value: '999999' }, 'damaged_file'],
    ['pupils.primary', '待统计', 'not-a-number'],
    ['pupils.primary', '〇', 'not-a-number'],
    ['equipment-value', { value: '288.96005' }, '= 288.96005'],
    ['equipment-value', { value: '288.96004999999999' }, '= 288.96005'],
    ['equipment-value', '2889600.5元', 'other-unit'],
    ['teaching-rooms-area', { value: '7526.4000000000005' }, '= 7526.4'],
    ['ownership', '<script>alert(1)</script>', 'not-one-of'],
    ['ownership', { value: '1' }, 'not-one-of'],
  ])('%s: %p is %s', async (cell, content, expected) => {
    edited.fill({ [cell]: content });
    const answer = await sendWorkbook(reporter, reportId, edited.bytes());
    if (answer.status !== 201) {
      expect(answer.problem().problems?.map(({ code }) => code)).toEqual([expected]);
      return;
    }
    const { changes, faults } = await uploadWorkbook(reporter, reportId, edited.bytes());
    const change = changes.find((each) => each.cell === cell);
    const fault = faults.find((each) => each.cell === cell && each.severity === 'error');
    expect(fault?.code ?? (change === undefined ? 'nothing' : `= ${change.after}`)).toBe(expected);
  });

  test('subtotals, a second title line and a signature line are told of and change nothing', async () => {
    const sheet = edited.sheet('小学');
    sheet.rows.push(
      [null, '小计', null, null, 4680],
      [null, '合计', null, null, 9360],
      [null, '填表人：张三', null, '审核：'],
    );
    const { faults, changes } = await uploadWorkbook(reporter, reportId, edited.bytes());
    expect(faults.map(({ code, severity }) => `${code} ${severity}`)).toEqual([
      'row-without-key warning',
      'row-without-key warning',
    ]);
    expect(changes).toEqual([]);
  });
});

describe('worse', () => {
  test('names with control characters, paths and writing from right to left are kept as words or left out', async () => {
    edited.fill({ 'pupils.primary': '约500' });
    for (const name of [
      '../../etc/passwd.xlsx',
      'a\u202exslx.exe',
      '=HYPERLINK("x").xlsx',
      `${'长'.repeat(400)}.xlsx`,
    ]) {
      const workbook = await uploadWorkbook(reporter, reportId, edited.bytes(), name);
      expect(workbook.faults.map(({ code }) => code)).toEqual(['not-a-number']);
      expect((await readBack(await downloadMarked(reporter, workbook))).sheets.length).toBeGreaterThan(0);
    }
  });

  test('parts whose names leave the archive, links to other files and queries are not followed', async () => {
    const parts = [
      ...workbookParts([{ name: 'a', xml: '<sheetData/>' }]),
      { name: '../../../tmp/out-of-here.xml', content: '<x/>' },
      { name: 'xl/externalLinks/externalLink1.xml', content: '<externalLink/>' },
      { name: 'xl/connections.xml', content: '<connections/>' },
    ];
    expect((await told(writeZip(parts), '链接.xlsx'))[0]).toMatch(/^workbook\./);
  });

  test('a page of the web saved as a workbook, a picture and a mail say what they are', async () => {
    const html =
      '<html><body><table><tr><td>jh:pupils.primary</td></tr></table><script>alert(1)</script></body></html>';
    const files: Readonly<Record<string, Buffer>> = {
      '网页.xlsx': Buffer.from(html),
      '图.xlsx': Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'),
      '压缩包.xlsx': writeZip([{ name: 'readme.txt', content: 'x' }]),
      '宏.xlsm': writeZip([
        ...workbookParts([{ name: 'a', xml: '<sheetData/>' }]),
        { name: 'xl/vbaProject.bin', content: 'x' },
      ]),
    };
    const codes: (readonly (string | undefined)[])[] = [];
    for (const [name, bytes] of Object.entries(files)) codes.push([name, ...(await told(bytes, name))]);
    expect(codes).toEqual([
      ['网页.xlsx', 'workbook.file-refused', 'not_a_workbook'],
      ['图.xlsx', 'workbook.file-refused', 'not_a_workbook'],
      ['压缩包.xlsx', 'workbook.file-refused', 'not_a_workbook'],
      ['宏.xlsm', 'workbook.macros'],
    ]);
  });

  test('what was uploaded by one school is not there for another, and a second confirmation changes nothing', async () => {
    edited.fill({ 'pupils.primary': 640 });
    const workbook = await uploadWorkbook(reporter, reportId, edited.bytes());
    const other = await api.as('otherReporter');
    expect((await other.get(`/self-reports/${reportId}/workbooks/${workbook.id}`)).status).toBe(404);
    expect((await applyWorkbook(reporter, workbook)).status).toBe(200);
    const { revision } = await readReport(reporter, reportId);
    await applyWorkbook(reporter, workbook);
    expect((await readReport(reporter, reportId)).revision).toBe(revision);
  });
});
