import { describe, expect, test } from '@jest/globals';
import { readWorkbookBytes } from '../../src/platform/workbooks/read-workbook-bytes.ts';
import { WORKBOOK_LIMITS } from '../../src/platform/workbooks/workbook-limits.ts';
import type { Workbook } from '../../src/platform/workbooks/workbook.types.ts';
import { readFormatCode } from '../../src/platform/workbooks/xlsx/number-formats.ts';
import { serialToDateText } from '../../src/platform/workbooks/xlsx/date-text.ts';
import { workbookParts, writeZip } from './zip-writer.ts';
import type { ZipPart } from './zip-writer.ts';

async function read(bytes: Buffer): Promise<Workbook> {
  const reading = await readWorkbookBytes(bytes, WORKBOOK_LIMITS);
  if (!reading.ok) throw new Error(reading.refusal.code);
  return reading.workbook;
}

async function codeOf(bytes: Buffer): Promise<string> {
  const reading = await readWorkbookBytes(bytes, WORKBOOK_LIMITS);
  return reading.ok
    ? 'read'
    : [reading.refusal.code, reading.refusal.facts['found']].filter((part) => part !== undefined).join(' ');
}

const sheet = (xml: string, extra: { sharedStrings?: string; styles?: string } = {}): ZipPart[] =>
  workbookParts([{ name: 'S', xml }], extra);

async function cellsOf(xml: string, extra?: { sharedStrings?: string; styles?: string }) {
  return (await read(writeZip(sheet(`<sheetData>${xml}</sheetData>`, extra)))).sheets[0]!.rows;
}

describe('cells', () => {
  test('a reference to a shared text that is not there is damage, an empty one a blank', async () => {
    const texts = { sharedStrings: '<si><t>学校</t></si>' };
    const row = (index: string): string => `<row r="1"><c r="A1" t="s"><v>${index}</v></c><c r="B1"><v>5</v></c></row>`;
    for (const index of ['7', '-1', '0.5']) {
      expect(await codeOf(writeZip(sheet(`<sheetData>${row(index)}</sheetData>`, texts)))).toBe('damaged_file');
    }
    expect((await cellsOf(row(''), texts))[0]!.cells.map((cell) => cell.text)).toEqual(['5']);
  });

  test('texts: shared, rich, with phonetic guides, inline, of formulas, escaped', async () => {
    const sharedStrings =
      '<si><t>学校</t></si><si><r><rPr><b/></rPr><t>清泉县</t></r><r><t xml:space="preserve"> 小学</t></r></si>' +
      '<si><t>東京</t><rPh sb="0" eb="2"><t>トウキョウ</t></rPh></si><si><t>a_x000D_b_x005F_x000D_</t></si>';
    const xml =
      '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c><c r="C1" t="s"><v>2</v></c><c r="D1" t="s"><v>3</v></c>' +
      '<c r="E1" t="inlineStr"><is><r><t>内</t></r><r><t>联</t></r></is></c><c r="F1" t="str"><f>CONCAT("白鹤镇","小学")</f><v>白鹤镇小学</v></c><c r="G1" t="str"><f>""</f><v></v></c></row>';
    const [row] = await cellsOf(xml, { sharedStrings });
    expect(row!.cells.map((cell) => cell.text)).toEqual([
      '学校',
      '清泉县 小学',
      '東京',
      'a\rb_x000D_',
      '内联',
      '白鹤镇小学',
    ]);
    expect(row!.cells.at(-1)).toEqual({ column: 6, kind: 'text', text: '白鹤镇小学', fromFormula: true });
  });

  test('numbers, dates, percentages, truth values, errors, formulas', async () => {
    const styles =
      '<numFmts count="2"><numFmt numFmtId="164" formatCode="0000000000"/><numFmt numFmtId="165" formatCode="yyyy&quot;年&quot;m&quot;月&quot;"/></numFmts>' +
      '<cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="164"/><xf numFmtId="165"/><xf numFmtId="10"/></cellXfs>';
    const xml =
      '<row r="3"><c r="A3"><v>9391.200000000001</v></c><c r="B3" s="1"><v>12</v></c><c r="C3" s="2"><v>45565</v></c><c r="D3" s="3"><v>0.85</v></c>' +
      '<c r="E3" t="b"><v>1</v></c><c r="F3" t="e"><f>1/0</f><v>#DIV/0!</v></c><c r="G3"><f>SUM(A1:A2)</f></c><c r="H3"><f>1+1</f><v>2</v></c><c r="I3" s="1"/><c r="J3"><v>12345678901234567890</v></c></row>';
    const [row] = await cellsOf(xml, { styles });
    expect(row).toEqual({
      number: 3,
      hidden: false,
      cells: [
        { column: 1, kind: 'number', text: '9391.2', rounded: true },
        { column: 2, kind: 'number', text: '12', shownText: '0000000012' },
        { column: 3, kind: 'date', text: '2024-09-30' },
        { column: 4, kind: 'percentage', text: '0.85' },
        { column: 5, kind: 'boolean', text: 'true' },
        { column: 6, kind: 'error', text: '#DIV/0!', fromFormula: true },
        { column: 7, kind: 'formula-without-result', text: '=SUM(A1:A2)' },
        { column: 8, kind: 'number', text: '2', fromFormula: true },
        { column: 10, kind: 'number', text: '12345678901234600000', rounded: true },
      ],
    });
  });

  test('positions may be left out, prefixes may be there, merged ranges hide what they cover', async () => {
    const parts = workbookParts([{ name: 'S', xml: '' }]).map((part) =>
      part.name !== 'xl/worksheets/sheet1.xml'
        ? part
        : {
            ...part,
            content:
              '<x:worksheet xmlns:x="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><x:sheetData><x:row><x:c><x:v>1</x:v></x:c><x:c/><x:c><x:v>3</x:v></x:c></x:row>' +
              '<x:row><x:c><x:v>4</x:v></x:c><x:c><x:v>5</x:v></x:c></x:row></x:sheetData><x:mergeCells><x:mergeCell ref="A1:A2"/></x:mergeCells></x:worksheet>',
          },
    );
    const [only] = (await read(writeZip(parts))).sheets;
    expect(only!.rows.map((row) => row.cells.map((cell) => [row.number, cell.column, cell.text]))).toEqual([
      [
        [1, 1, '1'],
        [1, 3, '3'],
      ],
      [[2, 2, '5']],
    ]);
    expect(only!.merges).toEqual([{ top: 1, left: 1, bottom: 2, right: 1 }]);
  });

  test('hidden sheets, rows and columns are told; macros are not run', async () => {
    const parts = workbookParts([
      {
        name: 'A',
        xml: '<cols><col min="2" max="3" hidden="1"/></cols><sheetData><row r="1" hidden="1"><c r="A1"><v>1</v></c></row></sheetData>',
      },
      { name: 'B', state: 'veryHidden', xml: '<sheetData/>' },
    ]);
    const workbook = await read(writeZip([...parts, { name: 'xl/vbaProject.bin', content: 'Shell "rm"' }]));
    expect(workbook).toMatchObject({
      hasMacros: true,
      sheets: [
        { name: 'A', hidden: false, hiddenColumns: [2, 3], rows: [{ hidden: true }] },
        { name: 'B', hidden: true },
      ],
    });
  });
});

describe('number formats', () => {
  test.each([
    ['General', 'plain'],
    ['0.00', 'plain'],
    ['#,##0.00_);[Red]\\(#,##0.00\\)', 'plain'],
    ['0"亩"', 'plain'],
    ['[$￥-804]#,##0.00', 'plain'],
    ['0.00%', 'percentage'],
    ['yyyy-mm-dd', 'date'],
    ['[h]:mm', 'date'],
    ['yyyy"年"m"月"d"日"', 'date'],
    ['000000', 'padded'],
    ['"第"0"日"', 'plain'],
  ])('%s is %s', (code, kind) => expect(readFormatCode(code).kind).toBe(kind));

  test('serial numbers of both calendars', () => {
    expect([
      serialToDateText(1, false),
      serialToDateText(59, false),
      serialToDateText(61, false),
      serialToDateText(45565.5, false),
    ]).toEqual(['1900-01-01', '1900-02-28', '1900-03-01', '2024-09-30T12:00:00']);
    expect([serialToDateText(0, true), serialToDateText(-1, false), serialToDateText(3e6, false)]).toEqual([
      '1904-01-01',
      null,
      null,
    ]);
  });
});

describe('files that are something else', () => {
  const ole = (name: string): Buffer =>
    Buffer.concat([
      Buffer.from('d0cf11e0a1b11ae1', 'hex'),
      Buffer.alloc(600),
      Buffer.from(name, 'utf16le'),
      Buffer.alloc(100),
    ]);
  const zip = (...names: string[]): Buffer => writeZip(names.map((name) => ({ name, content: 'x' })));

  test.each([
    [Buffer.alloc(0), 'empty_file'],
    [ole('Workbook'), 'legacy_xls'],
    [ole('EncryptedPackage'), 'password_protected'],
    [ole('WordDocument'), 'not_a_workbook Word'],
    [zip('[Content_Types].xml', 'word/document.xml'), 'not_a_workbook Word'],
    [zip('mimetype', 'content.xml'), 'not_a_workbook ODS'],
    [zip('[Content_Types].xml', 'xl/workbook.bin'), 'not_a_workbook xlsb'],
    [zip('a.txt'), 'not_a_workbook zip'],
    [Buffer.from('%PDF-1.4'), 'not_a_workbook PDF'],
    [Buffer.from('89504e470d0a1a0a', 'hex'), 'not_a_workbook PNG'],
  ])('%#: %s', async (bytes, code) => expect(await codeOf(bytes)).toBe(code));

  test('damage: cut off, a missing part, a flipped bit, a row twice', async () => {
    const whole = writeZip(sheet('<sheetData><row r="1"><c r="A1"><v>1568</v></c></row></sheetData>'));
    expect(await codeOf(whole)).toBe('read');
    expect(await codeOf(whole.subarray(0, whole.length - 30))).toBe('damaged_file');
    expect(
      await codeOf(writeZip(sheet('<sheetData/>').filter((part) => part.name !== 'xl/worksheets/sheet1.xml'))),
    ).toBe('damaged_file');
    expect(
      await codeOf(
        writeZip(
          sheet(
            '<sheetData><row r="1"><c r="A1"><v>1</v></c></row><row r="1"><c r="A1"><v>2</v></c></row></sheetData>',
          ),
        ),
      ),
    ).toBe('damaged_file');
    expect(await codeOf(writeZip(sheet('<sheetData><row r="1"><c r="A1"><v>1</row></sheetData>')))).toBe(
      'damaged_file',
    );
    const wrong = writeZip(
      sheet('<sheetData/>').map((part) => (part.name === 'xl/workbook.xml' ? { ...part, checksum: 1 } : part)),
    );
    expect(await codeOf(wrong)).toBe('damaged_file');
    expect(await codeOf(writeZip(sheet('<sheetData/>').map((part) => ({ ...part, encrypted: true }))))).toBe(
      'password_protected',
    );
  });
});
