import { LETTER_PROBLEMS, type LetterFinding, type LetterFindingCode } from '@junheng/api-contract';
import { columnLetters } from '../../../platform/workbooks/cell-position.ts';
import type { Sheet, SheetRow } from '../../../platform/workbooks/workbook.types.ts';
import {
  columnNames,
  columnOfHeader,
  COLUMNS,
  dayOfText,
  headerOf,
  kindOfText,
  labelOfText,
  moneyOfText,
  numbersOfText,
  type LetterColumn,
} from './letter-sheet.ts';
import { documentKey, sameWords, wordsKey } from './letters.rules.ts';
import type { CheckedLetter, KnownRow, ReadMeasure } from './letters.types.ts';

export interface LetterSurroundings {
  readonly ledger: readonly KnownRow[];
  /** 文号 of the county's letters. */
  readonly documents: readonly string[];
  readonly today: string;
}

type Say = (
  severity: LetterFinding['severity'],
  code: LetterFindingCode,
  row: number,
  column: LetterColumn,
  facts?: LetterFinding['facts'],
) => void;

interface Table {
  readonly sheet: Sheet;
  readonly above: readonly SheetRow[];
  readonly rows: readonly SheetRow[];
  readonly columns: ReadonlyMap<LetterColumn, number>;
}

/** One line of the sheet, everything in it readable. */
interface Line {
  readonly row: number;
  readonly text: string;
  readonly deadline: string | null;
  readonly rowIds: readonly string[];
  readonly measure: Omit<ReadMeasure, 'rowIds'> | null;
}

const MOST_MEASURES = 20;
const NOTHING = { document: null, issuer: null, addressee: null, datedOn: null, dueOn: null } as const;

/**
 * Reads the first sheet that has a list of problems. Lines of the same problem are one problem with several measures. Everything wrong
 * is said at its row and cell, and then nothing of the sheet is taken over.
 */
export function checkLetter(sheets: readonly Sheet[], around: LetterSurroundings): CheckedLetter {
  const table = findTable(sheets);
  if (table === null) {
    return whole(0, 'header-missing', { columns: headerOf('problem', 'zh-CN') });
  }
  if (table.rows.length === 0) return whole(0, 'no-rows', {});
  const findings: LetterFinding[] = [];
  const say: Say = (severity, code, row, column, facts = {}) => {
    const at = table.columns.get(column);
    findings.push({ severity, code, row, column: at === undefined ? null : columnLetters(at), facts });
  };
  const particulars = readParticulars(table.above, around, findings);
  const lines = table.rows.flatMap((row) => readLine(row, table, around, say) ?? []);
  const problems = joined(lines, around, say);
  if (problems.length > LETTER_PROBLEMS) {
    findings.push({
      severity: 'error',
      code: 'too-many-problems',
      row: null,
      column: null,
      facts: { most: LETTER_PROBLEMS },
    });
  }
  const order = (a: LetterFinding, b: LetterFinding): number =>
    a.severity === b.severity ? (a.row ?? 0) - (b.row ?? 0) : a.severity === 'error' ? -1 : 1;
  return { rows: table.rows.length, particulars, problems, findings: findings.toSorted(order) };
}

function whole(rows: number, code: LetterFindingCode, facts: LetterFinding['facts']): CheckedLetter {
  const finding: LetterFinding = { severity: 'error', code, row: null, column: null, facts };
  return { rows, particulars: NOTHING, problems: [], findings: [finding] };
}

/** The header may stand below a title and the letter's particulars. */
function findTable(sheets: readonly Sheet[]): Table | null {
  for (const sheet of sheets) {
    for (const [index, row] of sheet.rows.slice(0, 20).entries()) {
      const columns = new Map<LetterColumn, number>();
      for (const cell of row.cells) {
        const column = columnOfHeader(cell.text);
        if (column !== null && !columns.has(column)) columns.set(column, cell.column);
      }
      const required = columnNames.filter((column) => COLUMNS[column].required);
      if (required.every((column) => columns.has(column))) {
        return { sheet, above: sheet.rows.slice(0, index), rows: sheet.rows.slice(index + 1), columns };
      }
    }
  }
  return null;
}

/** `文号 | 某办通〔2024〕1号` above the table. A day that is none is an error; what is missing is typed in later. */
function readParticulars(
  rows: readonly SheetRow[],
  around: LetterSurroundings,
  findings: LetterFinding[],
): CheckedLetter['particulars'] {
  const found: { -readonly [Name in keyof CheckedLetter['particulars']]: string | null } = { ...NOTHING };
  for (const row of rows) {
    for (const [index, cell] of row.cells.entries()) {
      const label = labelOfText(cell.text);
      const value = row.cells[index + 1];
      if (label === null || value === undefined || found[label] !== null) continue;
      const said = value.text.trim();
      const isDay = label === 'datedOn' || label === 'dueOn';
      const read = isDay ? dayOfText(said) : said.slice(0, 100);
      const say = (code: LetterFindingCode) =>
        findings.push({
          severity: 'error',
          code,
          row: row.number,
          column: columnLetters(value.column),
          facts: { value: said.slice(0, 60) },
        });
      if (read === null) say('value-invalid');
      if (label === 'document' && around.documents.some((each) => documentKey(each) === documentKey(said))) {
        say('letter-known');
      }
      found[label] = read;
    }
  }
  return found;
}

/** What a cell shows; of a merged one, what its first cell does: one problem beside several measures. */
function textAt({ sheet, rows }: Table, row: SheetRow, column: number | undefined): string {
  if (column === undefined) return '';
  const covering = sheet.merges.find(
    ({ top, bottom, left, right }) => row.number > top && row.number <= bottom && column >= left && column <= right,
  );
  const shown = covering === undefined ? row : rows.find(({ number }) => number === covering.top);
  const at = covering?.left ?? column;
  const cell = shown?.cells.find((each) => each.column === at);
  // What goes out with an apostrophe against formulas comes in without it.
  return (cell?.shownText ?? cell?.text ?? '').trim().replace(/^'(?=[=+\-@])/, '');
}

/** Null where something of the line is wrong; every fault of it is said. */
function readLine(row: SheetRow, table: Table, around: LetterSurroundings, say: Say): Line | null {
  let faults = 0;
  const error = (code: LetterFindingCode, column: LetterColumn, facts?: LetterFinding['facts']): null => {
    faults += 1;
    say('error', code, row.number, column, facts);
    return null;
  };
  const said = (column: LetterColumn): string => textAt(table, row, table.columns.get(column));
  const shown = (column: LetterColumn) => ({ value: said(column).slice(0, 60) });
  const read = <Value>(column: LetterColumn, parse: (value: string) => Value | null, code: LetterFindingCode) =>
    said(column) === '' ? null : (parse(said(column)) ?? error(code, column, shown(column)));

  const text = said('problem').replaceAll(/\s+/g, ' ');
  if (text === '') error('value-missing', 'problem');
  else if (text.length < 4 || text.length > 500) error('value-invalid', 'problem', shown('problem'));
  const deadline = read('deadline', dayOfText, 'value-invalid');
  if (deadline !== null && deadline < around.today)
    say('warning', 'deadline-past', row.number, 'deadline', { value: deadline });
  const money = read('money', moneyOfText, 'value-invalid');
  const kind = read('kind', kindOfText, 'kind-unknown') ?? 'organisation';
  const numbers = read('rows', numbersOfText, 'value-invalid') ?? [];
  const rowIds = numbers.flatMap((number) => {
    const known = around.ledger.find((each) => each.number === number);
    if (known === undefined) return error('row-unknown', 'rows', { number }) ?? [];
    if (known.status === 'closed') return error('row-closed', 'rows', { number }) ?? [];
    return [known.id];
  });
  const description = said('measure');
  if (description === '' && (said('money') !== '' || said('kind') !== '')) error('value-missing', 'measure');
  else if (description !== '' && (description.length < 2 || description.length > 1000)) {
    error('value-invalid', 'measure', shown('measure'));
  }
  if (faults > 0) return null;
  const measure = description === '' ? null : { kind, description, money };
  return { row: row.number, text, deadline, rowIds, measure };
}

interface Gathered {
  readonly first: Line;
  readonly rowIds: Set<string>;
  readonly measures: ReadMeasure[];
  deadline: string | null;
}

/** Lines of the same words are one problem; what stands there twice is said and taken once. */
function joined(lines: readonly Line[], around: LetterSurroundings, say: Say): CheckedLetter['problems'] {
  const problems = new Map<string, Gathered>();
  for (const line of lines) {
    const key = wordsKey(line.text);
    const known = problems.get(key);
    const { measure, row, deadline } = line;
    if (known === undefined) {
      const same = line.rowIds.length > 0 ? null : sameWords(around.ledger, line.text);
      if (same !== null) say('warning', 'problem-known', row, 'problem', { number: same.number });
      problems.set(key, {
        first: line,
        rowIds: new Set(line.rowIds),
        measures: measure === null ? [] : [{ ...measure, rowIds: line.rowIds }],
        deadline,
      });
      continue;
    }
    const twin =
      measure === null ? -1 : known.measures.findIndex(({ description }) => description === measure.description);
    const brings = line.rowIds.some((id) => !known.rowIds.has(id));
    if ((measure === null || twin >= 0) && !brings) {
      say('warning', 'problem-twice', row, 'problem', { otherRow: known.first.row });
    }
    if (deadline !== null && known.deadline !== null && deadline !== known.deadline) {
      say('error', 'deadline-differs', row, 'deadline', { value: deadline, other: known.deadline });
    }
    known.deadline ??= deadline;
    for (const id of line.rowIds) known.rowIds.add(id);
    if (measure !== null)
      addMeasure(known, twin, { ...measure, rowIds: line.rowIds }, (facts) => {
        say('error', 'too-many-measures', row, 'measure', facts);
      });
  }
  return [...problems.values()].map(({ first, deadline, rowIds, measures }) => ({
    text: first.text,
    deadline,
    rowIds: [...rowIds],
    measures,
  }));
}

/** The same measure again is for the rows of both lines; for all of the problem's where one of them names none. */
function addMeasure(
  { measures }: Gathered,
  twin: number,
  measure: ReadMeasure,
  tooMany: (facts: { readonly most: number }) => void,
): void {
  const same = measures[twin];
  if (same === undefined) {
    if (measures.length >= MOST_MEASURES) tooMany({ most: MOST_MEASURES });
    else measures.push(measure);
    return;
  }
  const all = same.rowIds.length === 0 || measure.rowIds.length === 0;
  measures[twin] = { ...same, rowIds: all ? [] : [...new Set([...same.rowIds, ...measure.rowIds])] };
}
