import type { SchoolImportProblem, SchoolImportProblemCode } from '@junheng/api-contract';
import { columnLetters } from '../../../platform/workbooks/cell-position.ts';
import type { Sheet, SheetRow } from '../../../platform/workbooks/workbook.types.ts';
import type { SchoolType } from '../organisations.types.ts';
import {
  CHOICES,
  columnNames,
  columnOfHeader,
  COLUMNS,
  headerOf,
  plainText,
  variantKey,
  yesOrNo,
} from './school-sheet.ts';
import type { SchoolColumn } from './school-sheet.ts';

export interface ImportedSchool {
  readonly row: number;
  readonly code: string;
  readonly name: string;
  readonly type: SchoolType;
  readonly locale: 'urban' | 'town' | 'rural';
  readonly ownership: 'public' | 'private';
  readonly regionId: string;
  readonly boarding: boolean;
  readonly foundedYear: number | null;
  readonly parentCode: string | null;
  readonly counted: boolean;
  readonly openedOn: string;
}

export interface Surroundings {
  readonly county: { readonly id: string; readonly name: string };
  /** Names of the county and of the regions above it. */
  readonly places: readonly string[];
  readonly towns: readonly { readonly id: string; readonly code: string; readonly name: string }[];
  /** Schools of the county, closed ones too. */
  readonly register: readonly {
    readonly code: string;
    readonly name: string;
    readonly type: SchoolType;
    readonly campus: boolean;
  }[];
  readonly today: string;
}

export interface CheckedSchools {
  readonly rows: number;
  readonly fresh: readonly ImportedSchool[];
  readonly known: number;
  readonly problems: readonly SchoolImportProblem[];
}

type Cells = Readonly<Partial<Record<SchoolColumn, string>>>;

/** Reads the first sheet that has the headers. Everything wrong is said at its row and cell; nothing is guessed. */
export function checkSchools(sheets: readonly Sheet[], around: Surroundings): CheckedSchools {
  const problems: SchoolImportProblem[] = [];
  const found = findHeader(sheets);
  const missing = columnNames.filter((column) => COLUMNS[column].required && found?.columns.has(column) !== true);
  if (found === null || missing.length > 0) {
    const names = missing.map((column) => headerOf(column, 'zh-CN')).join('、');
    return {
      rows: 0,
      fresh: [],
      known: 0,
      problems: [{ severity: 'error', code: 'header-missing', row: null, column: null, facts: { columns: names } }],
    };
  }
  const { rows, columns } = found;
  const reader = new RowReader(around, columns, problems);
  const read = rows.flatMap((row) => reader.read(row) ?? []);
  if (rows.length === 0) problems.push({ severity: 'error', code: 'no-rows', row: null, column: null, facts: {} });
  const { fresh, known } = withoutTwins(read, around, (severity, code, row, column, facts) =>
    problems.push({ severity, code, row, column: letters(columns, column), facts }),
  );
  return { rows: rows.length, fresh, known, problems: problems.toSorted(bySeverity) };
}

function bySeverity(a: SchoolImportProblem, b: SchoolImportProblem): number {
  return a.severity === b.severity ? (a.row ?? 0) - (b.row ?? 0) : a.severity === 'error' ? -1 : 1;
}

function letters(columns: ReadonlyMap<SchoolColumn, number>, column: SchoolColumn): string | null {
  const at = columns.get(column);
  return at === undefined ? null : columnLetters(at);
}

/** The header may stand below a title: the first row that names code and name. */
function findHeader(sheets: readonly Sheet[]): {
  readonly rows: readonly SheetRow[];
  readonly columns: ReadonlyMap<SchoolColumn, number>;
} | null {
  for (const sheet of sheets) {
    for (const [index, row] of sheet.rows.slice(0, 10).entries()) {
      const columns = new Map<SchoolColumn, number>();
      for (const cell of row.cells) {
        const column = columnOfHeader(cell.text);
        if (column !== null && !columns.has(column)) columns.set(column, cell.column);
      }
      if (columns.has('code') && columns.has('name')) return { rows: sheet.rows.slice(index + 1), columns };
    }
  }
  return null;
}

class RowReader {
  readonly #columnAt: ReadonlyMap<number, SchoolColumn>;
  readonly #towns: ReadonlyMap<string, string>;

  constructor(
    private readonly around: Surroundings,
    private readonly columns: ReadonlyMap<SchoolColumn, number>,
    private readonly problems: SchoolImportProblem[],
  ) {
    this.#columnAt = new Map([...columns].map(([column, at]) => [at, column]));
    this.#towns = new Map(
      around.towns.flatMap(({ id, code, name }) => [[code, id] as const, [plainText(name), id] as const]),
    );
  }

  /** Null where something of the row is wrong; every fault of it is said. */
  read(row: SheetRow): ImportedSchool | null {
    const before = this.problems.length;
    const cells: Cells = Object.fromEntries(
      row.cells.flatMap((cell) => {
        const column = this.#columnAt.get(cell.column);
        return column === undefined ? [] : [[column, (cell.shownText ?? cell.text).trim()]];
      }),
    );
    const fault = (
      code: SchoolImportProblemCode,
      column: SchoolColumn,
      facts: SchoolImportProblem['facts'] = {},
    ): null => {
      const at = letters(this.columns, column);
      this.problems.push({ severity: 'error', code, row: row.number, column: at, facts });
      return null;
    };
    const needed = (column: SchoolColumn): string | null => {
      const value = cells[column] ?? '';
      return value === '' ? fault('value-missing', column) : value;
    };
    const invalid = (column: SchoolColumn): null =>
      fault('value-invalid', column, { value: (cells[column] ?? '').slice(0, 60) });
    const code = (needed('code') ?? '').normalize('NFKC');
    if (code !== '' && !/^[0-9A-Za-z]{4,20}$/.test(code)) invalid('code');
    const name = (needed('name') ?? '').replaceAll(/\s+/g, ' ');
    if (name !== '' && (name.length < 2 || name.length > 100)) invalid('name');
    const typeText = needed('type');
    const type = typeText === null ? null : (CHOICES.type.get(plainText(typeText)) ?? invalid('type'));
    const localeText = needed('locale');
    const locale = localeText === null ? null : (CHOICES.locale.get(plainText(localeText)) ?? invalid('locale'));
    const ownership =
      (cells.ownership ?? '') === ''
        ? 'public'
        : (CHOICES.ownership.get(plainText(cells.ownership ?? '')) ?? invalid('ownership'));
    const regionId = this.place(cells.town ?? '') ?? invalid('town');
    const boarding = (cells.boarding ?? '') === '' ? false : (yesOrNo(cells.boarding ?? '') ?? invalid('boarding'));
    const counted = (cells.counted ?? '') === '' ? true : (yesOrNo(cells.counted ?? '') ?? invalid('counted'));
    const founded = cells.founded ?? '';
    const year = /^(18|19|20)\d\d/.exec(founded)?.[0];
    if (founded !== '' && year === undefined) invalid('founded');
    const opened = cells.opened ?? '';
    if (opened !== '' && (!/^\d{4}-\d\d-\d\d$/.test(opened) || opened > this.around.today)) invalid('opened');
    const parent = (cells.parent ?? '').normalize('NFKC');
    if (!(counted ?? true) && parent === '') fault('value-missing', 'parent');
    if (this.problems.length > before || type === null || locale === null || ownership === null) return null;
    return {
      row: row.number,
      code,
      name,
      type,
      locale,
      ownership,
      regionId: regionId ?? this.around.county.id,
      boarding: boarding ?? false,
      foundedYear: year === undefined ? null : Number(year),
      parentCode: parent === '' ? null : parent,
      counted: counted ?? true,
      openedOn: opened === '' ? this.around.today : opened,
    };
  }

  private place(town: string): string | null {
    const plain = plainText(town);
    if (plain === '' || plain === plainText(this.around.county.name)) return this.around.county.id;
    return this.#towns.get(plain) ?? null;
  }
}

type Say = (
  severity: SchoolImportProblem['severity'],
  code: SchoolImportProblemCode,
  row: number,
  column: SchoolColumn,
  facts: SchoolImportProblem['facts'],
) => void;

/** The same school twice, in the sheet or in the register, by code, by name or under a variant of it. */
function withoutTwins(
  read: readonly ImportedSchool[],
  around: Surroundings,
  say: Say,
): { readonly fresh: readonly ImportedSchool[]; readonly known: number } {
  const registered = new Map(around.register.map((school) => [school.code, school]));
  const registeredNames = new Map(around.register.map((school) => [variantKey(school.name, around.places), school]));
  const codes = new Map<string, ImportedSchool>();
  const names = new Map<string, ImportedSchool>();
  const fresh: ImportedSchool[] = [];
  let known = 0;
  for (const school of read) {
    const twin = codes.get(school.code);
    if (twin !== undefined) {
      say('error', 'code-twice', school.row, 'code', { value: school.code, other: twin.row });
      continue;
    }
    codes.set(school.code, school);
    const same = registered.get(school.code);
    if (same !== undefined) {
      known += 1;
      if (same.name !== school.name || same.type !== school.type) {
        say('warning', 'differs-from-register', school.row, 'name', { value: school.name, other: same.name });
      }
      continue;
    }
    const key = variantKey(school.name, around.places);
    const variant = names.get(key);
    if (variant !== undefined) {
      const code = variant.name === school.name ? 'name-twice' : 'name-variant';
      say('warning', code, school.row, 'name', { value: school.name, other: variant.name, otherRow: variant.row });
    }
    names.set(key, variant ?? school);
    const recoded = registeredNames.get(key);
    if (recoded !== undefined) {
      const facts = { value: school.name, other: recoded.name, otherCode: recoded.code };
      say('warning', 'variant-of-registered', school.row, 'name', facts);
    }
    fresh.push(school);
  }
  return { fresh: withKnownParents(fresh, registered, say), known };
}

/** A campus belongs to a school of the sheet or of the register, which is no campus itself. */
function withKnownParents(
  fresh: readonly ImportedSchool[],
  registered: ReadonlyMap<string, { readonly campus: boolean }>,
  say: Say,
): readonly ImportedSchool[] {
  const byCode = new Map(fresh.map((school) => [school.code, school]));
  return fresh.filter(({ row, code, parentCode }) => {
    if (parentCode === null) return true;
    const inSheet = byCode.get(parentCode);
    const fits = inSheet === undefined ? registered.get(parentCode)?.campus === false : inSheet.parentCode === null;
    if (!fits || parentCode === code) say('error', 'parent-unknown', row, 'parent', { value: parentCode });
    return fits && parentCode !== code;
  });
}
