import {
  applicableCells,
  checkReport,
  type CellKey,
  type Cells,
  type Edition,
  type PeerStatistics,
} from '@junheng/evaluation-core';
import { checkContext } from '../report-checks.rules.ts';
import { decideSave, valueOf, type CellRevisions } from '../save-cells.rules.ts';
import type { Place, ReadEntry, ReadFault, ReadReportWorkbook } from './read-report-workbook.ts';

export interface ReportNow {
  readonly cells: Cells;
  readonly cellRevisions: CellRevisions;
  readonly revision: number;
  readonly lastYear: Cells | null;
  readonly peers: PeerStatistics | null;
}

export interface PlannedChange extends Place {
  readonly cell: CellKey;
  readonly before: string | null;
  readonly after: string;
  readonly lastYear: string | null;
}

export interface WorkbookConflict extends Place {
  readonly cell: CellKey;
  readonly base: string | null;
  readonly mine: string;
  readonly theirs: string | null;
  readonly lastYear: string | null;
}

/** What applying a workbook would do to a report as it is now. */
export interface WorkbookPreview {
  readonly faults: readonly ReadFault[];
  readonly changes: readonly PlannedChange[];
  readonly conflicts: readonly WorkbookConflict[];
  readonly blanks: readonly (Place & { readonly cell: CellKey; readonly before: string })[];
  readonly newerOnline: readonly {
    readonly cell: CellKey;
    readonly downloaded: string | null;
    readonly now: string | null;
  }[];
  readonly unchanged: number;
  readonly empty: number;
  readonly absent: number;
}

/**
 * Compares three states of each cell: as downloaded, as it stands in the workbook, as it stands in the report. Only what the person
 * changed in the workbook becomes a change; where the report was changed too, and to something else, it is a conflict.
 *
 * @param changedSince the values at the download of all cells that have been changed on line since then
 */
export function previewWorkbook(
  edition: Edition,
  report: ReportNow,
  read: ReadReportWorkbook,
  changedSince: ReadonlyMap<CellKey, string | null>,
): WorkbookPreview {
  const changes: PlannedChange[] = [];
  const conflicts: WorkbookConflict[] = [];
  const blanks: WorkbookPreview['blanks'][number][] = [];
  const newerOnline: WorkbookPreview['newerOnline'][number][] = [];
  let unchanged = 0;
  let empty = 0;
  for (const entry of read.entries) {
    const { cell, reading } = entry;
    const place = { sheet: entry.sheet, row: entry.row, column: entry.column };
    const now = valueOf(report.cells, cell);
    const base = changedSince.has(cell) ? (changedSince.get(cell) ?? null) : now;
    const wanted = reading.kind === 'value' ? reading.value : null;
    const lastYear = report.lastYear === null ? null : valueOf(report.lastYear, cell);
    if (wanted === now) {
      if (now === null) empty += 1;
      else unchanged += 1;
    } else if (wanted === base) newerOnline.push({ cell, downloaded: base, now });
    else if (wanted === null) {
      if (now === null) empty += 1;
      else blanks.push({ ...place, cell, before: now });
    } else if (base === now) changes.push({ ...place, cell, before: now, after: wanted, lastYear });
    else conflicts.push({ ...place, cell, base, mine: wanted, theirs: now, lastYear });
  }
  const sheets = read.sheets.map(({ name }) => name);
  const faults = [...read.faults, ...faultsOfForm(edition, report, read.entries, changes, conflicts)].toSorted(
    (a, b) => sheets.indexOf(a.sheet) - sheets.indexOf(b.sheet) || (a.row ?? 0) - (b.row ?? 0),
  );
  const inFile = new Set([
    ...read.entries.map(({ cell }) => cell),
    ...read.faults.flatMap(({ cell }) => (cell === null ? [] : [cell])),
  ]);
  const absent = applicableCells(edition, report.cells).filter(({ key }) => !inFile.has(key)).length;
  return { faults, changes, conflicts, blanks, newerOnline, unchanged, empty, absent };
}

/** Cells that applying it would change, or would ask about. */
export function cellsToChange({ changes, conflicts, blanks }: WorkbookPreview): readonly CellKey[] {
  return [...changes, ...conflicts, ...blanks].map(({ cell }) => cell);
}

/**
 * What this person may not change, because the principal gave the section to a colleague, told at its cell before anybody confirms. A
 * blank changes nothing unasked: it is no fault, and is not offered.
 */
export function withHeld(preview: WorkbookPreview, held: ReadonlySet<CellKey>): WorkbookPreview {
  const faults = [...preview.changes, ...preview.conflicts]
    .filter(({ cell }) => held.has(cell))
    .map(({ sheet, row, column, cell }): ReadFault => ({
      sheet,
      row,
      column,
      cell,
      code: 'self-report.cell-held',
      severity: 'error',
      facts: {},
    }));
  const open = <Of extends { readonly cell: CellKey }>(some: readonly Of[]): readonly Of[] =>
    some.filter(({ cell }) => !held.has(cell));
  return {
    ...preview,
    faults: [...preview.faults.filter(({ cell }) => cell === null || !held.has(cell)), ...faults],
    changes: open(preview.changes),
    conflicts: open(preview.conflicts),
    blanks: open(preview.blanks),
  };
}

/** What the form itself would refuse, at its cell; then the hard checks that the report would fail, as warnings. */
function faultsOfForm(
  edition: Edition,
  report: ReportNow,
  entries: readonly ReadEntry[],
  changes: readonly PlannedChange[],
  conflicts: readonly WorkbookConflict[],
): readonly ReadFault[] {
  const places = new Map(entries.map((entry) => [entry.cell, entry]));
  const placed = (cell: CellKey): Place | null => {
    const entry = places.get(cell);
    return entry === undefined ? null : { sheet: entry.sheet, row: entry.row, column: entry.column };
  };
  const wanted = [
    ...changes.map(({ cell, after }) => ({ cell, value: after })),
    ...conflicts.map(({ cell, mine }) => ({ cell, value: mine })),
  ].map((change) => ({ ...change, baseRevision: report.revision }));
  const decision = decideSave(edition, report, wanted);
  if (decision.kind === 'refused') {
    return decision.problems.flatMap(({ at, code }): ReadFault[] => {
      const place = placed(at);
      return place === null ? [] : [{ ...place, cell: at, code, severity: 'error', facts: {} }];
    });
  }
  if (decision.kind === 'conflict') return [];
  const touched = new Set(wanted.map(({ cell }) => cell));
  const required = new Set(edition.checks.flatMap((rule) => (rule.kind === 'required' ? [rule.id] : [])));
  return checkReport(edition, decision.cells, checkContext(report)).flatMap((finding): ReadFault[] => {
    if (finding.severity !== 'hard' || required.has(finding.ruleId)) return [];
    const cell = finding.cells.find((each) => touched.has(each) && places.has(each));
    const place = cell === undefined ? null : placed(cell);
    if (cell === undefined || place === null) return [];
    const facts = { ...factsOfCheck(finding.facts), check: finding.messageKey };
    return [{ ...place, cell, code: 'check', severity: 'warning', facts }];
  });
}

function factsOfCheck(facts: Readonly<Record<string, string | number | boolean | null>>): ReadFault['facts'] {
  return Object.fromEntries(
    Object.entries(facts).map(([name, value]) => [name, typeof value === 'boolean' ? String(value) : value]),
  );
}
