import { describe, expect, jest, test } from '@jest/globals';
import { readWorkbook } from '../../src/platform/workbooks/read-workbook.ts';
import { WORKBOOK_LIMITS } from '../../src/platform/workbooks/workbook-limits.ts';
import type { WorkbookReading } from '../../src/platform/workbooks/workbook.types.ts';
import { workbookParts, writeZip } from './zip-writer.ts';
import type { ZipPart } from './zip-writer.ts';

// @begins-first
jest.setTimeout(120_000);

const MEBIBYTE = 1024 * 1024;

/**
 * Reads the file and measures how far the process grew meanwhile (the reading thread lives in it) and the processor time it
 * took. Processor time, and a deadline out of the way: on a busy machine the clock on the wall says nothing about the file.
 */
async function measured(bytes: Buffer): Promise<{ reading: WorkbookReading; megabytes: number; seconds: number }> {
  const before = process.memoryUsage.rss();
  let peak = before;
  const sampler = setInterval(() => (peak = Math.max(peak, process.memoryUsage.rss())), 5);
  const start = process.cpuUsage();
  try {
    const reading = await readWorkbook(bytes, { ...WORKBOOK_LIMITS, milliseconds: 60_000 });
    peak = Math.max(peak, process.memoryUsage.rss());
    const { user, system } = process.cpuUsage(start);
    return { reading, megabytes: (peak - before) / MEBIBYTE, seconds: (user + system) / 1_000_000 };
  } finally {
    clearInterval(sampler);
  }
}

async function refusalOf(bytes: Buffer): Promise<string> {
  const { reading, megabytes, seconds } = await measured(bytes);
  expect(megabytes).toBeLessThan(300);
  expect(seconds).toBeLessThan(5);
  return reading.ok ? 'read' : reading.refusal.code;
}

function sheetZip(xml: string, extra: { sharedStrings?: string; styles?: string } = {}): Buffer {
  return writeZip(workbookParts([{ name: 'S', xml }], extra));
}

function withPart(part: ZipPart): Buffer {
  const parts = workbookParts([{ name: 'S', xml: '<sheetData/>' }]);
  return writeZip([...parts.filter((each) => each.name !== part.name), part]);
}

const ONE_CELL = '<row r="1"><c r="A1"><v>1</v></c></row>';

describe('files made to hurt stay under 300 MB and 5 seconds', () => {
  test('a sheet of 300 MB of zeros that declares its size honestly', async () => {
    const content = Buffer.alloc(300 * MEBIBYTE, ' ');
    expect(await refusalOf(withPart({ name: 'xl/worksheets/sheet1.xml', content }))).toBe('unsafe_file');
  });

  test('the same, declaring 1,000 bytes', async () => {
    const content = Buffer.alloc(300 * MEBIBYTE, ' ');
    const bytes = withPart({ name: 'xl/worksheets/sheet1.xml', content, declaredSize: 1_000 });
    expect(['unsafe_file', 'damaged_file']).toContain(await refusalOf(bytes));
  });

  test('bombs in parts that are not read count too when they are declared', async () => {
    const content = Buffer.alloc(250 * MEBIBYTE);
    expect(await refusalOf(withPart({ name: 'xl/media/image1.png', content }))).toBe('unsafe_file');
  });

  test('ten thousand entries', async () => {
    const parts = workbookParts([{ name: 'S', xml: `<sheetData>${ONE_CELL}</sheetData>` }]);
    const many = Array.from({ length: 10_000 }, (_, index) => ({ name: `xl/media/${index}.bin`, content: 'x' }));
    expect(await refusalOf(writeZip([...parts, ...many]))).toBe('unsafe_file');
  });

  test('nested entities (billion laughs) are refused at the document type', async () => {
    const entities = Array.from({ length: 10 }, (_, level) =>
      level === 0 ? '<!ENTITY l0 "lol">' : `<!ENTITY l${level} "${`&l${level - 1};`.repeat(10)}">`,
    );
    const content = `<?xml version="1.0"?><!DOCTYPE worksheet [${entities.join('')}]><worksheet>&l9;</worksheet>`;
    expect(await refusalOf(withPart({ name: 'xl/worksheets/sheet1.xml', content }))).toBe('unsafe_file');
  });

  test('shared strings of 45 MB', async () => {
    const sharedStrings = `<si><t>${'学'.repeat(15 * MEBIBYTE)}</t></si>`;
    const bytes = sheetZip('<sheetData><row r="1"><c r="A1" t="s"><v>0</v></c></row></sheetData>', { sharedStrings });
    expect(['too_much_text', 'unsafe_file', 'read']).toContain(await refusalOf(bytes));
  });

  test('one long text used by a hundred thousand cells', async () => {
    const sharedStrings = `<si><t>${'学'.repeat(32_000)}</t></si>`;
    const rows = Array.from({ length: 10_000 }, (_, index) => {
      const cells = 'ABCDEFGHIJ'.replace(/./g, (letter) => `<c r="${letter}${index + 1}" t="s"><v>0</v></c>`);
      return `<row r="${index + 1}">${cells}</row>`;
    });
    expect(await refusalOf(sheetZip(`<sheetData>${rows.join('')}</sheetData>`, { sharedStrings }))).toBe(
      'too_much_text',
    );
  });

  test('ten million shared strings, cell formats, sheets, relations, hidden columns', async () => {
    const many = (text: string): string => text.repeat(Math.floor((45 * MEBIBYTE) / text.length));
    expect(await refusalOf(sheetZip('<sheetData/>', { sharedStrings: many('<si/>') }))).toBe('too_much_text');
    expect(await refusalOf(sheetZip('<sheetData/>', { styles: `<cellXfs>${many('<xf/>')}</cellXfs>` }))).toBe(
      'unsafe_file',
    );
    const hidden = sheetZip(
      `<cols>${many('<col min="1" max="300" hidden="1"/>')}</cols><sheetData>${ONE_CELL}</sheetData>`,
    );
    expect(await refusalOf(hidden)).toBe('unsafe_file');
    const list = withPart({
      name: 'xl/workbook.xml',
      content: `<workbook><sheets>${many('<sheet/>')}</sheets></workbook>`,
    });
    expect(await refusalOf(list)).toBe('too_many_sheets');
    const relations = withPart({
      name: '_rels/.rels',
      content: `<Relationships>${[...Array(300_000).keys()].map((id) => `<Relationship Id="${id}"/>`).join('')}</Relationships>`,
    });
    expect(await refusalOf(relations)).toBe('unsafe_file');
  });

  test('a text without end in one cell', async () => {
    const pieces = 'xxxxxxxxxx<!-- -->'.repeat(2_000_000);
    expect(
      await refusalOf(sheetZip(`<sheetData><row r="1"><c r="A1" t="str"><v>${pieces}</v></c></row></sheetData>`)),
    ).toBe('unsafe_file');
    const runs = '<r><t>xxxxxxxxxx</t></r>'.repeat(600_000);
    const bytes = sheetZip(`<sheetData><row r="1"><c r="A1" t="inlineStr"><is>${runs}</is></c></row></sheetData>`);
    expect(await refusalOf(bytes)).toBe('read');
  });

  test('a million elements inside one another', async () => {
    expect(await refusalOf(sheetZip('<a>'.repeat(1_000_000)))).toBe('unsafe_file');
  });

  test('one element with a million attributes', async () => {
    const attributes = Array.from({ length: 1_000_000 }, (_, index) => `a${index}=""`).join(' ');
    expect(await refusalOf(sheetZip(`<sheetData ${attributes}/>`))).toBe('unsafe_file');
  });

  test('two million cells', async () => {
    const rows = Array.from(
      { length: 10_000 },
      (_, index) => `<row r="${index + 1}">${'<c><v>1</v></c>'.repeat(200)}</row>`,
    );
    expect(await refusalOf(sheetZip(`<sheetData>${rows.join('')}</sheetData>`))).toBe('too_many_cells');
  });

  test('a quarter of a million merged ranges', async () => {
    const merges = Array.from({ length: 250_000 }, () => '<mergeCell ref="A1:XFD1048576"/>').join('');
    expect(await refusalOf(sheetZip(`<sheetData>${ONE_CELL}</sheetData><mergeCells>${merges}</mergeCells>`))).toBe(
      'too_many_cells',
    );
  });

  test('20 MB of commas, and one line of 20 MB', async () => {
    expect(await refusalOf(Buffer.alloc(19 * MEBIBYTE, ','))).toBe('too_many_columns');
    expect(await refusalOf(Buffer.from(`code,name\n${'x'.repeat(19 * MEBIBYTE)}`))).toBe('too_much_text');
    expect(await refusalOf(Buffer.from(`code,name\n${'"""",'.repeat(3 * MEBIBYTE)}`))).toBe('too_many_columns');
    expect(await refusalOf(Buffer.from('a,b\n'.repeat(4 * MEBIBYTE)))).toBe('too_many_rows');
    expect(await refusalOf(Buffer.from(`code,name\n${'\n'.repeat(19 * MEBIBYTE)}`))).toBe('too_many_rows');
  });

  test('a thread that runs out of time is ended', async () => {
    const rows = Array.from(
      { length: 15_000 },
      (_, index) => `<row r="${index + 1}">${'<c><v>1</v></c>'.repeat(20)}</row>`,
    );
    const bytes = sheetZip(`<sheetData>${rows.join('')}</sheetData>`);
    const reading = await readWorkbook(bytes, { ...WORKBOOK_LIMITS, milliseconds: 1 });
    expect(reading).toMatchObject({ ok: false, refusal: { code: 'reading_took_too_long' } });
  });

  test('a thread that runs out of memory is ended, not the process', async () => {
    const rows = Array.from(
      { length: 15_000 },
      (_, index) => `<row r="${index + 1}">${'<c><v>1</v></c>'.repeat(25)}</row>`,
    );
    const bytes = sheetZip(`<sheetData>${rows.join('')}</sheetData>`);
    const reading = await readWorkbook(bytes, { ...WORKBOOK_LIMITS, heapMegabytes: 16 });
    expect(reading).toMatchObject({ ok: false });
  });
});

describe('large but honest files are read', () => {
  test('a declared dimension of the whole sheet costs nothing', async () => {
    const { reading } = await measured(sheetZip(`<dimension ref="A1:XFD1048576"/><sheetData>${ONE_CELL}</sheetData>`));
    expect(reading).toMatchObject({ ok: true, workbook: { sheets: [{ rows: [{ number: 1 }] }] } });
  });

  test('a million formatted but empty rows', async () => {
    const rows = Array.from(
      { length: 1_048_576 },
      (_, index) => `<row r="${index + 1}"><c r="A${index + 1}" s="1"/></row>`,
    );
    rows[4] = '<row r="5"><c r="A5"><v>7</v></c></row>';
    const { reading, megabytes, seconds } = await measured(sheetZip(`<sheetData>${rows.join('')}</sheetData>`));
    expect(reading).toMatchObject({
      ok: true,
      workbook: { sheets: [{ rows: [{ number: 5, cells: [{ text: '7' }] }] }] },
    });
    expect(megabytes).toBeLessThan(300);
    expect(seconds).toBeLessThan(5);
  });

  test('a value in the last row of the sheet', async () => {
    const far = '<row r="1048576"><c r="A1048576"><v>2</v></c></row>';
    const { reading } = await measured(sheetZip(`<sheetData>${ONE_CELL}${far}</sheetData>`));
    expect(reading).toMatchObject({
      ok: true,
      workbook: { sheets: [{ rows: [{ number: 1 }, { number: 1_048_576 }] }] },
    });
  });

  test('a value in the last column is refused by its own code', async () => {
    const far = '<row r="2"><c r="XFD2"><v>2</v></c></row>';
    expect(await refusalOf(sheetZip(`<sheetData>${ONE_CELL}${far}</sheetData>`))).toBe('too_many_columns');
  });

  test('20,000 rows of 20 values, and one row more is refused', async () => {
    const row = (number: number): string => `<row r="${number}">${'<c><v>1234.5</v></c>'.repeat(15)}</row>`;
    const rows = Array.from({ length: 20_000 }, (_, index) => row(index + 1)).join('');
    const { reading, megabytes, seconds } = await measured(sheetZip(`<sheetData>${rows}</sheetData>`));
    expect(reading.ok).toBe(true);
    expect(megabytes).toBeLessThan(300);
    expect(seconds).toBeLessThan(5);
    expect(await refusalOf(sheetZip(`<sheetData>${rows}${row(20_001)}</sheetData>`))).toBe('too_many_rows');
  });
});
