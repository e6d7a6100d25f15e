import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { editionById, evaluateCounty } from '@junheng/evaluation-core';
import { buildImportPreview } from '../../src/modules/self-reports/import/build-import-preview.ts';
import type { ImportPreview } from '../../src/modules/self-reports/import/import-preview.types.ts';
import { shiftDecimal } from '../../src/modules/self-reports/import/figure-units.ts';
import { readWorkbookBytes } from '../../src/platform/workbooks/read-workbook-bytes.ts';
import { WORKBOOK_LIMITS } from '../../src/platform/workbooks/workbook-limits.ts';

const folder = new URL('../fixtures/importer/', import.meta.url);
const edition = editionById('cn-2017-quality-balance')!;

interface Expected {
  readonly file: string;
  readonly outcome: string;
  readonly rows: string | null;
  readonly issues: readonly { row: number; field: string; code: string; severity: string; other?: number }[];
}
interface Base {
  readonly rows: readonly Record<string, string | number>[];
}

const expectations = JSON.parse(readFileSync(new URL('expected.json', folder), 'utf8')) as Expected[];
const base = JSON.parse(readFileSync(new URL('base.json', folder), 'utf8')) as Base;

/** The fields of the fixtures and what they are called here; equipment is in yuan there, in 万元 here. */
const ITEMS: Readonly<Record<string, string>> = {
  students: 'pupils',
  above_degree: 'teachers-above-required-degree',
  backbone: 'backbone-teachers',
  pe_art: 'pe-and-arts-teachers',
  teaching_area: 'net-teaching-rooms-area',
  sports_area: 'sports-area',
  equipment: 'equipment-value',
  multimedia: 'multimedia-classrooms',
  classes: 'classes',
  max_class: 'largest-class',
};
const FIELDS: Readonly<Record<string, string>> = { code: 'code', school: 'name', ...ITEMS };
const TYPES: Readonly<Record<string, string>> = {
  小学: 'primary',
  教学点: 'teaching-point',
  九年一贯制学校: 'nine-year',
};

async function preview(file: string): Promise<ImportPreview> {
  const reading = await readWorkbookBytes(readFileSync(new URL(`files/${file}`, folder)), WORKBOOK_LIMITS);
  return buildImportPreview(edition, [{ name: file, reading }]);
}

function rowsOf(result: ImportPreview): Record<string, string>[] {
  return result.rows.map((row) => {
    const values: Record<string, string> = {
      code: row.code,
      school: row.name,
      type: row.type ?? '',
      stage: row.stage ?? '',
    };
    for (const [field, item] of Object.entries(ITEMS)) {
      const figure = row.figures.find((each) => each.key.split('.')[0] === item);
      if (figure !== undefined) values[field] = field === 'equipment' ? shiftDecimal(figure.value, 4) : figure.value;
    }
    return values;
  });
}

const truth = base.rows.map((row) => ({
  ...Object.fromEntries(Object.entries(row).map(([field, value]) => [field, String(value)])),
  type: TYPES[String(row['type'])]!,
  stage: 'primary',
}));
const byCode = (a: Record<string, string>, b: Record<string, string>): number => (a['code']! < b['code']! ? -1 : 1);

describe.each(expectations)('$file', ({ file, outcome, rows, issues }) => {
  test(`is ${outcome}`, async () => {
    const result = await preview(file);
    const told = result.problems.map(({ row, item, code, severity, facts }) => ({
      row,
      item,
      code,
      severity,
      other: facts['other'],
    }));
    if (result.outcome === 'reject_file') {
      expect(outcome).toContain('reject_file');
      expect(result.problems).toHaveLength(1);
      expect(result.rows).toEqual([]);
      return;
    }
    expect(outcome.split('_or_')).toContain(result.outcome);
    const wanted = issues.map(({ row, field, code, severity, other }) => ({
      row,
      item: FIELDS[field]!,
      code,
      severity,
      other,
    }));
    if (file.startsWith('10_')) {
      // One problem for each cell. 1E+308 pupils are at least a warning; no cell can hold them, so it is an error.
      const told12 = told.find(({ row }) => row === 12);
      expect(told12).toEqual({ row: 12, item: 'pupils', code: 'implausible', severity: 'error', other: undefined });
      expect(told.map((each) => (each === told12 ? { ...each, severity: 'warning' } : each))).toEqual(wanted);
    } else {
      expect(told).toEqual(wanted);
    }
    if (rows?.startsWith('BASE')) expect(rowsOf(result).toSorted(byCode)).toEqual(truth.toSorted(byCode));
  });
});

test('the same county in any form has the same result', async () => {
  const hashes = await Promise.all(
    [
      '00_control_clean.xlsx',
      '03_numbers_as_text.xlsx',
      '04_wan_yuan.xlsx',
      '05_subtotals.xlsx',
      '06_formulas.xlsx',
      '12_gb18030.csv',
    ].map(async (file) => {
      const schools = (await preview(file)).schools.map((school) => school.record);
      return evaluateCounty(edition, { countyCode: '', countyName: '', schools }, {}).hash;
    }),
  );
  expect(new Set(hashes).size).toBe(1);
});

describe('what is said about refused files', () => {
  test.each([
    ['11_legacy.xls', 'legacy_xls'],
    ['17_empty_file.xlsx', 'empty_file'],
    ['18_truncated.xlsx', 'damaged_file'],
  ])('%s: %s', async (file, code) => {
    expect((await preview(file)).problems).toMatchObject([{ file, code, severity: 'error', sheet: null, row: null }]);
  });
});

describe('the control workbook', () => {
  test('says how it was read, and nothing to worry about', async () => {
    const result = await preview('00_control_clean.xlsx');
    expect(result.problems).toEqual([]);
    expect(result.notes.map(({ row, column, code }) => [row, column, code])).toEqual([
      [1, 'H', 'net_area_assumed'],
      [13, 'B', 'stage_figures_own'],
    ]);
    expect(
      result.columns.map(({ column, field, item, unit, status }) => [column, field ?? item, unit, status]),
    ).toEqual([
      ['A', 'code', null, 'read'],
      ['B', 'name', null, 'read'],
      ['C', 'school-type', null, 'read'],
      ['D', 'pupils', 'person', 'read'],
      ['E', 'teachers-above-required-degree', 'person', 'read'],
      ['F', 'backbone-teachers', 'person', 'read'],
      ['G', 'pe-and-arts-teachers', 'person', 'read'],
      ['H', 'net-teaching-rooms-area', 'square-metre', 'read'],
      ['I', 'sports-area', 'square-metre', 'read'],
      ['J', 'equipment-value', 'yuan', 'read'],
      ['K', 'multimedia-classrooms', 'room', 'read'],
      ['L', 'classes', 'piece', 'read'],
      ['M', 'largest-class', 'person', 'read'],
    ]);
  });

  test('the nine-year school keeps its name without the suffix, and its primary figures as its own', async () => {
    const { schools } = await preview('00_control_clean.xlsx');
    const school = schools.find(({ key }) => key === '9940100012')!;
    expect(school.record).toMatchObject({ code: '9940100012', name: '清泉县育英学校', countedAsSchool: true });
    expect(school.record.cells).toMatchObject({
      'school-type': 'nine-year',
      'pupils.primary': '720',
      'net-teaching-rooms-area.primary': '3528',
      'sports-area.primary': '5832',
      'equipment-value.primary': '158.4',
      'multimedia-classrooms.primary': '18',
    });
    expect(Object.keys(school.record.cells).filter((key) => key.endsWith('.junior') || key === 'sports-area')).toEqual(
      [],
    );
  });

  test('the county is known from the title, where there is one', async () => {
    expect((await preview('01_merged_two_row_headers.xlsx')).county.name).toBe('清泉县');
    expect((await preview('00_control_clean.xlsx')).county.name).toBeNull();
  });
});
