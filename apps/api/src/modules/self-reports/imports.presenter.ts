import type { ImportPreviewView, importListSchema } from '@junheng/api-contract';
import type { Cells, Edition } from '@junheng/evaluation-core';
import type { z } from 'zod';
import type { SchoolEntry } from '../organisations/organisations.types.ts';
import type { ImportedSchool, ImportPreview } from './import/import-preview.types.ts';
import { matchRegister } from './import/match-register.ts';
import { planImport } from './import-plan.rules.ts';
import type { ImportRecord, ListedImport } from './imports.types.ts';
import type { ReportRecord } from './self-reports.types.ts';
import { planStatisticsPrefill } from './statistics-prefill.rules.ts';

type ListedImportView = z.infer<typeof importListSchema>['imports'][number];
type PresentedSchool = ImportPreviewView['schools'][number];

export function presentListedImport(listed: ListedImport): ListedImportView {
  return {
    id: listed.id,
    status: listed.status,
    files: listed.files.map(({ name, size, sha256, format }) => ({ name, size, sha256, format })),
    uploadedBy: listed.uploadedBy,
    uploadedAt: listed.uploadedAt.toISOString(),
    confirmedAt: listed.confirmedAt?.toISOString() ?? null,
  };
}

/** What was read from the files, beside the register and the reports as they are now. */
export function presentImport(
  record: ImportRecord,
  edition: Edition,
  register: readonly SchoolEntry[],
  reports: readonly ReportRecord[],
): ImportPreviewView {
  const { preview } = record;
  const bySchool = new Map(reports.map((report) => [report.school.id, report]));
  const names = new Map(register.map(({ id, name }) => [id, name]));
  const matches = new Map(matchesOf(preview, register).map((match) => [match.key, match]));
  const formProblems: ImportPreviewView['problems'] = [];
  const schools = preview.schools.map((school): PresentedSchool => {
    const match = matches.get(school.key);
    const schoolId = match?.schoolId ?? null;
    const plan = schoolId === null ? null : planImport(edition, bySchool.get(schoolId) ?? null, school.record.cells);
    for (const { at } of plan?.problems ?? []) formProblems.push(formProblem(preview, school, at));
    const { cells } = school.record;
    return {
      key: school.key,
      code: school.record.code,
      name: school.record.name,
      type: cells['school-type'] ?? null,
      cellCount: Object.keys(cells).length,
      cells: { ...cells },
      rows: school.rows.map(({ file, sheet, row }) => ({ file, sheet, row })),
      match: match?.how ?? 'none',
      schoolId,
      schoolName: schoolId === null ? null : (names.get(schoolId) ?? null),
      candidates: (match?.candidates ?? []).map((candidate) => ({
        schoolId: candidate.schoolId,
        name: candidate.name,
      })),
      blockedBy: plan?.blockedBy ?? null,
      replaces: [...(plan?.replaces ?? [])],
      prefill: prefillOf(edition, schoolId === null ? null : (bySchool.get(schoolId) ?? null), cells),
    };
  });
  return {
    ...presentListedImport(record),
    files: [...record.files, ...preview.refusedFiles].map(({ name, size, sha256, format }) => ({
      name,
      size,
      sha256,
      format,
    })),
    roundId: record.roundId,
    columns: preview.columns.map(({ file, sheet, column, header, item, stage, unit }) => ({
      file,
      sheet,
      column,
      header,
      item,
      stage,
      unit,
    })),
    problems: [
      ...[...preview.problems, ...preview.notes].map(({ stage, facts, ...problem }) => ({
        ...problem,
        facts: { ...facts, ...(stage === null ? {} : { stage }) },
      })),
      ...formProblems,
    ],
    schools,
  };
}

function prefillOf(edition: Edition, report: ReportRecord | null, cells: Cells): PresentedSchool['prefill'] {
  const { blockedBy, changes, keeps } = planStatisticsPrefill(edition, report, cells);
  return { blockedBy, fills: changes.length, keeps };
}

export function matchesOf(preview: ImportPreview, register: readonly SchoolEntry[]): ReturnType<typeof matchRegister> {
  return matchRegister(
    preview.schools,
    register.map(({ id, code, name }) => ({ schoolId: id, code, name })),
  );
}

/** Where in the files a cell of a school was read. */
export function placeOfCell(
  preview: ImportPreview,
  school: ImportedSchool,
  cell: string,
): { readonly file: string; readonly sheet: string; readonly row: number; readonly column: string | null } | null {
  const own = new Set(school.rows.map(({ file, sheet, row }) => `${file}|${sheet}|${row}`));
  for (const row of preview.rows) {
    if (!own.has(`${row.file}|${row.sheet}|${row.row}`)) continue;
    const figure = row.figures.find(({ key }) => key === cell);
    if (figure !== undefined) return { file: row.file, sheet: row.sheet, row: row.row, column: figure.column };
  }
  const [first] = school.rows;
  return first === undefined ? null : { file: first.file, sheet: first.sheet, row: first.row, column: null };
}

function formProblem(
  preview: ImportPreview,
  school: ImportedSchool,
  cell: string,
): ImportPreviewView['problems'][number] {
  const place = placeOfCell(preview, school, cell);
  const [item = cell, stage] = cell.split('.');
  return {
    file: place?.file ?? '',
    sheet: place?.sheet ?? null,
    row: place?.row ?? null,
    column: place?.column ?? null,
    item,
    code: 'cell_not_in_form',
    severity: 'error',
    facts: {
      name: school.record.name,
      value: school.record.cells[cell] ?? '',
      ...(stage === undefined ? {} : { stage }),
    },
  };
}
