import { describe, expect, test } from '@jest/globals';
import ExcelJS from 'exceljs';
import fc from 'fast-check';
import { markWorkbook } from '../../src/platform/workbooks/marking/mark-workbook.ts';
import type { SheetMarks } from '../../src/platform/workbooks/marking/sheet-marks.ts';
import { readWorkbookBytes } from '../../src/platform/workbooks/read-workbook-bytes.ts';
import { WorkbookRefused } from '../../src/platform/workbooks/workbook-refused.ts';
import { WORKBOOK_LIMITS } from '../../src/platform/workbooks/workbook-limits.ts';
import type { Workbook } from '../../src/platform/workbooks/workbook.types.ts';
import { workbookParts, writeZip } from './zip-writer.ts';

const note = { row: 2, column: 8, text: '请核对', highlight: 5, tone: 'error', height: 40 } as const;
const at = (changes: Partial<SheetMarks['notes'][number]>): SheetMarks['notes'][number] => ({ ...note, ...changes });

async function marked(bytes: Buffer, notes: SheetMarks['notes'], clear: SheetMarks['clear'] = []): Promise<Buffer> {
  return markWorkbook(bytes, [{ sheet: 'a', clear, notes }], WORKBOOK_LIMITS);
}

async function read(bytes: Buffer): Promise<Workbook> {
  const reading = await readWorkbookBytes(bytes, WORKBOOK_LIMITS);
  if (!reading.ok) throw new Error(JSON.stringify(reading.refusal));
  return reading.workbook;
}

/** `H2` -> its text, of the first sheet. */
async function texts(bytes: Buffer): Promise<Readonly<Record<string, string>>> {
  const [sheet] = (await read(bytes)).sheets;
  return Object.fromEntries(
    (sheet?.rows ?? []).flatMap(({ number, cells }) =>
      cells.map(({ column, text }) => [`${String.fromCharCode(64 + column)}${number}`, text]),
    ),
  );
}

const made = (xml: string, styles?: string): Buffer =>
  writeZip(workbookParts([{ name: 'a', xml }], styles === undefined ? {} : { styles }));

describe('a text is put beside a cell', () => {
  test.each([
    ['into a row that ends before', '<sheetData><row r="2"><c r="E2"><v>5</v></c></row></sheetData>', '5'],
    ['between cells', '<sheetData><row r="2"><c r="E2"><v>5</v></c><c r="J2"><v>1</v></c></row></sheetData>', '5'],
    [
      'over what stands there',
      '<sheetData><row r="2"><c r="E2"><v>5</v></c><c r="H2" t="b"><v>1</v></c></row></sheetData>',
      '5',
    ],
    [
      'where neither rows nor cells are numbered',
      '<sheetData><row><c><v>9</v></c></row><row><c/><c/><c/><c/><c><v>5</v></c></row></sheetData>',
      '5',
    ],
    [
      'between rows',
      '<sheetData><row r="1"><c r="A1"><v>9</v></c></row><row r="7"><c r="A7"><v>9</v></c></row></sheetData>',
      undefined,
    ],
    ['into an empty sheet', '<sheetData/>', undefined],
    ['in a file with prefixes', '<x:sheetData><x:row r="2"><x:c r="E2"><x:v>5</x:v></x:c></x:row></x:sheetData>', '5'],
  ])('%s', async (_, xml, kept) => {
    const found = await texts(await marked(made(xml), [note]));
    expect([found['H2'], found['E2']]).toEqual(['请核对', kept]);
  });

  test('of any text, as it is', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ minLength: 1, unit: 'grapheme' }), async (text) => {
        fc.pre(text.trim() !== '' && !text.includes('\r'));
        const found = await texts(await marked(made('<sheetData/>'), [at({ text })]));
        // What XML cannot hold is shown as U+FFFD; `_x0041_` stands for a character in a stored text.
        fc.pre(!/_x[0-9a-f]{4}_/i.test(text));
        expect(found['H2']).toBe(
          text.replaceAll(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff\p{Surrogate}]/gu, '\uFFFD'),
        );
      }),
      { numRuns: 60 },
    );
  });

  test('two texts for one place stand below one another; an earlier one is taken away', async () => {
    const first = await marked(made('<sheetData/>'), [note, at({ text: '再核对' }), at({ row: 3 })]);
    expect(await texts(first)).toEqual({ H2: '请核对\n再核对', H3: '请核对' });
    const second = await marked(
      first,
      [at({ row: 3, text: '还是不对' })],
      [2, 3].map((row) => ({ row, column: 8 })),
    );
    expect(await texts(second)).toEqual({ H3: '还是不对' });
  });
});

describe('a real workbook', () => {
  async function real(): Promise<Buffer> {
    const workbook = new ExcelJS.Workbook();
    const sheet = workbook.addWorksheet('a', { views: [{ state: 'frozen', ySplit: 1 }] });
    sheet.addRow(['甲', 1]);
    const row = sheet.addRow(['乙', 2, { formula: 'B1+B2', result: 3 }]);
    row.height = 18;
    sheet.getCell('E2').value = '约五';
    sheet.getCell('E2').fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFFFF9E0' } };
    sheet.getCell('E2').dataValidation = { type: 'whole', operator: 'between', formulae: [0, 9] };
    sheet.mergeCells('A4:B4');
    sheet.addConditionalFormatting({
      ref: 'B1:B2',
      rules: [{ type: 'expression', priority: 3, formulae: ['B1>1'], style: { font: { bold: true } } }],
    });
    await sheet.protect('', {});
    workbook.addWorksheet('b').addRow(['untouched']);
    return Buffer.from(await workbook.xlsx.writeBuffer());
  }
  const open = async (bytes: Buffer): Promise<ExcelJS.Workbook> => {
    const workbook = new ExcelJS.Workbook();
    await workbook.xlsx.load(new Uint8Array(bytes).buffer);
    return workbook;
  };
  const rulesOf = (sheet: ExcelJS.Worksheet | undefined) =>
    (Reflect.get(sheet ?? {}, 'conditionalFormattings') as { ref: string; rules: { formulae: string[] }[] }[]).map(
      ({ ref, rules }) => [ref, rules[0]?.formulae[0]],
    );

  test('keeps its formulas, formats, validation, protection and other sheets', async () => {
    const bytes = await marked(await real(), [note]);
    const workbook = await open(bytes);
    const sheet = workbook.getWorksheet('a');
    expect(sheet?.getCell('H2').value).toBe('请核对');
    expect(sheet?.getCell('E2').value).toBe('约五');
    expect(sheet?.getCell('E2').fill).toMatchObject({ fgColor: { argb: 'FFFFF9E0' } });
    expect(sheet?.getCell('E2').dataValidation).toMatchObject({ type: 'whole' });
    expect(sheet?.getCell('C2').value).toMatchObject({ formula: 'B1+B2', result: 3 });
    expect(sheet?.getRow(2).height).toBe(40);
    expect(Reflect.get(sheet ?? {}, 'sheetProtection')).toMatchObject({ sheet: true });
    expect(workbook.getWorksheet('b')?.getCell('A1').value).toBe('untouched');
  });

  test('is highlighted by conditions of ours, which the next marking takes away again', async () => {
    const once = await marked(await real(), [note, at({ row: 1, tone: 'warning' })]);
    expect(rulesOf((await open(once)).getWorksheet('a'))).toEqual([
      ['E2', 'LEN("junheng-mark")>0'],
      ['E1', 'LEN("junheng-mark")>0'],
      ['B1:B2', 'B1>1'],
    ]);
    const again = await marked(once, [at({ row: 1 })]);
    expect(rulesOf((await open(again)).getWorksheet('a'))).toEqual([
      ['E1', 'LEN("junheng-mark")>0'],
      ['B1:B2', 'B1>1'],
    ]);
    expect(rulesOf((await open(await marked(again, []))).getWorksheet('a'))).toEqual([['B1:B2', 'B1>1']]);
  });
});

test('a file without styles gets its texts without colours; parts that hurt are refused', async () => {
  expect(await texts(await marked(made('<sheetData/>'), [note]))).toEqual({ H2: '请核对' });
  const bomb = made(`<sheetData/><!--${'x'.repeat(60_000_000)}-->`);
  await expect(marked(bomb, [note])).rejects.toBeInstanceOf(WorkbookRefused);
});
