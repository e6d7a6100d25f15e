import { checkReport } from '@junheng/evaluation-core';
import type { CheckFinding, Edition } from '@junheng/evaluation-core';
import type { ImportedSchool, ImportRow } from './import-preview.types.ts';
import type { MergedSchools } from './merge-schools.ts';
import type { ProblemSink } from './problem-sink.ts';

/** Told already by the reading of rows, or no matter of an import (a workbook need not hold every item). */
const NOT_HERE = new Set([
  'required',
  'readable',
  'applicable',
  'zero-students-with-resources',
  'classes-zero',
  'max-class-above-students',
  'max-class-below-average',
  'implausible',
  'change-from-last-year',
]);

/**
 * The checks of the edition, run on what the rows of a school add up to, and told at the cell where the mending begins: parts
 * that contradict their aggregate, subsets larger than the whole.
 */
export function reportFindings(edition: Edition, { rows, schools }: MergedSchools, sink: ProblemSink): void {
  const byPlace = new Map(rows.map((row) => [placeOf(row), row]));
  for (const school of schools) {
    const own = school.rows.flatMap((at) => byPlace.get(placeOf(at)) ?? []);
    for (const finding of checkReport(edition, school.record.cells)) {
      if (NOT_HERE.has(finding.ruleId) || finding.severity === 'information') continue;
      tell(finding, school, own, sink);
    }
  }
}

function placeOf({ file, sheet, row }: Pick<ImportRow, 'file' | 'sheet' | 'row'>): string {
  return `${file}|${sheet}|${row}`;
}

function tell(finding: CheckFinding, school: ImportedSchool, rows: readonly ImportRow[], sink: ProblemSink): void {
  const first = rows[0];
  if (first === undefined) return;
  const located = finding.cells.flatMap((key) =>
    rows.flatMap((row) => row.figures.filter((figure) => figure.key === key).map((figure) => ({ row, figure }))),
  )[0];
  const { file, sheet, row } = located?.row ?? first;
  const [item = null, stage = null] = (located?.figure.key ?? finding.cells[0] ?? '').split('.');
  const place = { file, sheet, row, column: located?.figure.column ?? null, item: item === '' ? null : item, stage };
  const facts: Record<string, string | number> = { check: finding.messageKey, name: school.record.name };
  for (const [name, value] of Object.entries(finding.facts)) {
    if (value !== null) facts[name] = typeof value === 'boolean' ? String(value) : value;
  }
  sink.add(finding.severity === 'hard' ? 'error' : 'warning', 'check_failed', place, facts);
}
