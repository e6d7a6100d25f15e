import {
  emailSchema,
  PEOPLE_IMPORT_ROWS,
  type PeopleImportProblem,
  type PeopleImportProblemCode,
  type Role,
} from '@junheng/api-contract';
import { columnLetters } from '../../../platform/workbooks/cell-position.ts';
import type { Sheet, SheetRow } from '../../../platform/workbooks/workbook.types.ts';
import { findPlace, type KnownPlace } from './find-place.ts';
import {
  columnNames,
  columnOfHeader,
  COLUMNS,
  dayOfText,
  headerOf,
  roleOfText,
  type PeopleColumn,
} from './people-sheet.ts';

/** A role that a row gives, to somebody new (`personId` null) or to somebody who is there. */
export interface ImportedRole {
  readonly row: number;
  readonly login: string;
  readonly displayName: string;
  readonly personId: string | null;
  readonly role: Role;
  readonly place: { readonly kind: KnownPlace['kind']; readonly id: string };
  readonly placeName: string;
  /** Null: none is given, and one that is there stays. */
  readonly email: string | null;
  readonly validFrom: string;
  readonly validTo: string | null;
}

/** An address that a row gives to somebody who is there and has none or another. */
export interface ChangedAddress {
  readonly row: number;
  readonly login: string;
  readonly displayName: string;
  readonly personId: string;
  readonly email: string;
}

export interface KnownPerson {
  readonly id: string;
  readonly login: string;
  readonly displayName: string;
  readonly email: string | null;
  /** By whoever brings the sheet. */
  readonly manageable: boolean;
  readonly grants: readonly {
    readonly role: Role;
    readonly placeId: string;
    readonly validFrom: string;
    readonly validTo: string | null;
  }[];
}

export interface PeopleSurroundings {
  /** Names of the county and of the regions above it: what a school's name may begin with. */
  readonly regionNames: readonly string[];
  /** Open schools, sections, areas and regions of the county. */
  readonly places: readonly KnownPlace[];
  /** People of the county. */
  readonly people: readonly KnownPerson[];
  /** Roles the caller may give somewhere, each with the kinds of place where it is held. */
  readonly given: ReadonlyMap<Role, readonly KnownPlace['kind'][]>;
  readonly today: string;
}

export interface CheckedPeople {
  readonly rows: number;
  readonly fresh: readonly ImportedRole[];
  readonly known: number;
  readonly addresses: readonly ChangedAddress[];
  readonly problems: readonly PeopleImportProblem[];
}

type Say = (
  severity: PeopleImportProblem['severity'],
  code: PeopleImportProblemCode,
  row: number,
  column: PeopleColumn,
  facts?: PeopleImportProblem['facts'],
) => void;

const LOGIN = /^[a-z0-9][a-z0-9._-]{2,49}$/;

/** Reads the first sheet that has the headers. Everything wrong is said at its row and cell; nothing is guessed silently. */
export function checkPeople(sheets: readonly Sheet[], around: PeopleSurroundings): CheckedPeople {
  const found = findHeader(sheets);
  const missing = columnNames.filter((column) => COLUMNS[column].required && found?.columns.has(column) !== true);
  const whole = (code: PeopleImportProblemCode, facts: PeopleImportProblem['facts'], rows = 0): CheckedPeople => ({
    rows,
    fresh: [],
    known: 0,
    addresses: [],
    problems: [{ severity: 'error', code, row: null, column: null, facts }],
  });
  if (found === null || missing.length > 0) {
    return whole('header-missing', { columns: missing.map((column) => headerOf(column, 'zh-CN')).join('、') });
  }
  const { rows, columns } = found;
  if (rows.length === 0) return whole('no-rows', {});
  if (rows.length > PEOPLE_IMPORT_ROWS) return whole('too-many-rows', { most: PEOPLE_IMPORT_ROWS }, rows.length);
  const problems: PeopleImportProblem[] = [];
  const say: Say = (severity, code, row, column, facts = {}) => {
    const at = columns.get(column);
    problems.push({ severity, code, row, column: at === undefined ? null : columnLetters(at), facts });
  };
  const read = rows.flatMap((row) => readRow(row, columns, around, say) ?? []);
  const { fresh, known } = withoutTwins(read, around, say);
  const addresses = changedAddresses(read, around, say);
  const order = (a: PeopleImportProblem, b: PeopleImportProblem): number =>
    a.severity === b.severity ? (a.row ?? 0) - (b.row ?? 0) : a.severity === 'error' ? -1 : 1;
  return { rows: rows.length, fresh, known, addresses, problems: problems.toSorted(order) };
}

/** The header may stand below a title: the first row that names account and role. */
function findHeader(sheets: readonly Sheet[]): {
  readonly rows: readonly SheetRow[];
  readonly columns: ReadonlyMap<PeopleColumn, number>;
} | null {
  for (const sheet of sheets) {
    for (const [index, row] of sheet.rows.slice(0, 10).entries()) {
      const columns = new Map<PeopleColumn, number>();
      for (const cell of row.cells) {
        const column = columnOfHeader(cell.text);
        if (column !== null && !columns.has(column)) columns.set(column, cell.column);
      }
      if (columns.has('login') && columns.has('role')) return { rows: sheet.rows.slice(index + 1), columns };
    }
  }
  return null;
}

/** Null where something of the row is wrong; every fault of it is said. */
function readRow(
  row: SheetRow,
  columns: ReadonlyMap<PeopleColumn, number>,
  around: PeopleSurroundings,
  say: Say,
): Omit<ImportedRole, 'personId'> | null {
  let faults = 0;
  const error = (code: PeopleImportProblemCode, column: PeopleColumn, facts?: PeopleImportProblem['facts']): null => {
    faults += 1;
    say('error', code, row.number, column, facts);
    return null;
  };
  const textOf = (column: PeopleColumn): string => {
    const cell = row.cells.find((each) => each.column === columns.get(column));
    // What goes out with an apostrophe against formulas comes in without it.
    return (cell?.shownText ?? cell?.text ?? '').trim().replace(/^'(?=[=+\-@])/, '');
  };
  const shown = (column: PeopleColumn) => ({ value: textOf(column).slice(0, 60) });
  const needed = (column: PeopleColumn): string =>
    textOf(column) === '' ? (error('value-missing', column) ?? '') : textOf(column);

  const displayName = needed('name').replaceAll(/\s+/g, ' ');
  if (displayName.length > 100) error('value-invalid', 'name', shown('name'));
  const login = needed('login').normalize('NFKC').toLowerCase();
  if (login !== '' && !LOGIN.test(login)) error('value-invalid', 'login', shown('login'));
  const roleName = needed('role');
  const role = roleName === '' ? null : (roleOfText(roleName) ?? error('role-unknown', 'role', shown('role')));
  const kinds = role === null ? undefined : around.given.get(role);
  if (role !== null && kinds === undefined) error('role-not-given', 'role', shown('role'));

  const email = textOf('email').normalize('NFKC');
  if (email !== '' && !emailSchema.safeParse(email).success) error('value-invalid', 'email', shown('email'));

  const days = (column: 'from' | 'to'): string | null =>
    textOf(column) === '' ? null : (dayOfText(textOf(column)) ?? error('value-invalid', column, shown(column)));
  const validFrom = days('from') ?? around.today;
  const validTo = days('to');
  if (validTo !== null && (validTo < validFrom || validTo < around.today)) error('value-invalid', 'to', shown('to'));

  const placeName = needed('place');
  if (role === null || kinds === undefined || placeName === '') return null;
  const candidates = around.places.filter(({ kind }) => kinds.includes(kind));
  const found = findPlace({ name: placeName, code: textOf('code') }, candidates, around.regionNames);
  if (found.kind === 'unknown') return error('place-unknown', 'place', shown('place'));
  if (found.kind === 'ambiguous') {
    return error('place-ambiguous', 'place', { ...shown('place'), other: found.names.join('、') });
  }
  if (faults > 0) return null;
  if (found.kind === 'variant')
    say('warning', 'place-variant', row.number, 'place', { ...shown('place'), other: found.place.name });
  const { place } = found;
  return {
    row: row.number,
    login,
    displayName,
    role,
    place: { kind: place.kind, id: place.id },
    placeName: place.name,
    email: email === '' ? null : email,
    validFrom,
    validTo,
  };
}

/** The same person or the same role twice, in the sheet or among the people who are there. */
function withoutTwins(
  read: readonly Omit<ImportedRole, 'personId'>[],
  around: PeopleSurroundings,
  say: Say,
): { readonly fresh: readonly ImportedRole[]; readonly known: number } {
  const byLogin = new Map(around.people.map((person) => [person.login, person]));
  const byName = new Map(around.people.map((person) => [person.displayName, person]));
  const logins = new Map<string, (typeof read)[number]>();
  const names = new Map<string, (typeof read)[number]>();
  const rolesSeen = new Map<string, number>();
  const fresh: ImportedRole[] = [];
  let known = 0;
  for (const entry of read) {
    const { row, login, displayName } = entry;
    const twin = logins.get(login);
    if (twin !== undefined && twin.displayName !== displayName) {
      say('error', 'login-twice', row, 'login', { value: login, other: twin.displayName, otherRow: twin.row });
      continue;
    }
    const key = `${login} ${entry.role} ${entry.place.id}`;
    const before = rolesSeen.get(key);
    if (before !== undefined) {
      say('error', 'row-twice', row, 'login', { value: displayName, otherRow: before });
      continue;
    }
    rolesSeen.set(key, row);
    logins.set(login, twin ?? entry);
    const person = byLogin.get(login);
    if (person !== undefined && person.displayName !== displayName) {
      say('error', 'login-of-another', row, 'login', { value: login, other: person.displayName });
      continue;
    }
    if (person !== undefined && holds(person, entry)) {
      known += 1;
      continue;
    }
    const namesake = names.get(displayName);
    if (namesake !== undefined && namesake.login !== login) {
      say('warning', 'name-twice', row, 'name', { value: displayName, other: namesake.login, otherRow: namesake.row });
    }
    names.set(displayName, namesake ?? entry);
    const there = byName.get(displayName);
    if (person === undefined && twin === undefined && there !== undefined) {
      say('warning', 'name-known', row, 'name', { value: displayName, other: there.login });
    }
    fresh.push({ ...entry, personId: person?.id ?? null });
  }
  return { fresh, known };
}

/** Of those who are there, whether or not the row gives them a role; one person has one address. */
function changedAddresses(
  read: readonly Omit<ImportedRole, 'personId'>[],
  around: PeopleSurroundings,
  say: Say,
): readonly ChangedAddress[] {
  const byLogin = new Map(around.people.map((person) => [person.login, person]));
  const given = new Map<string, { readonly row: number; readonly email: string }>();
  return read.flatMap(({ row, login, displayName, email }) => {
    if (email === null) return [];
    const before = given.get(login);
    if (before !== undefined) {
      if (before.email !== email)
        say('error', 'email-twice', row, 'email', { value: displayName, otherRow: before.row });
      return [];
    }
    given.set(login, { row, email });
    const person = byLogin.get(login);
    if (person === undefined || person.displayName !== displayName || person.email === email) return [];
    if (!person.manageable) {
      say('error', 'email-not-yours', row, 'email', { value: displayName });
      return [];
    }
    return [{ row, login, displayName, personId: person.id, email }];
  });
}

/** The same role at the same place at some time of the same days. */
function holds(person: KnownPerson, entry: Omit<ImportedRole, 'personId'>): boolean {
  return person.grants.some(
    (grant) =>
      grant.role === entry.role &&
      grant.placeId === entry.place.id &&
      (grant.validTo === null || grant.validTo >= entry.validFrom) &&
      (entry.validTo === null || grant.validFrom <= entry.validTo),
  );
}
