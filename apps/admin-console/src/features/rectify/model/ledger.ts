import type { RectificationRow } from '@junheng/api-contract';
import type { Language } from '@junheng/evaluation-messages';
import { rectificationProblemText } from '@junheng/evaluation-messages/ledger';

export const RECTIFICATION_KINDS = ['indicator', 'cv', 'composite-cv', 'requirement', 'other'] as const;
export const ledgerParameters = ['status', 'source', 'kind', 'unit', 'school', 'county'] as const;
export type LedgerParameter = (typeof ledgerParameters)[number];

/** `overdue` and `unassigned` are states of an open row that one looks for. */
export const statusFilters = ['open', 'overdue', 'unassigned', 'to-verify', 'excepted', 'closed', 'reopened'] as const;
export type StatusFilter = (typeof statusFilters)[number];

export function isAssigned({ responsible }: Pick<RectificationRow, 'responsible'>): boolean {
  return responsible.unit !== null || responsible.school !== null;
}

export function hasStatus(row: RectificationRow, wanted: StatusFilter): boolean {
  switch (wanted) {
    case 'overdue':
      return row.overdueDays > 0;
    case 'unassigned':
      return row.status === 'open' && !isAssigned(row);
    case 'reopened':
      return row.reopened > 0;
    case 'open':
    case 'to-verify':
    case 'excepted':
    case 'closed':
      return row.status === wanted;
    default: {
      const exhaustive: never = wanted;
      return exhaustive;
    }
  }
}

/** The rows that the address asks for. */
export function filtered(
  rows: readonly RectificationRow[],
  address: { get(name: string): string | null },
): readonly RectificationRow[] {
  const value = (name: LedgerParameter) => address.get(name) ?? '';
  const status = statusFilters.find((each) => each === value('status'));
  return rows.filter(
    (row) =>
      (status === undefined || hasStatus(row, status)) &&
      (value('source') === '' || row.sources.some(({ kind }) => kind === value('source'))) &&
      (value('kind') === '' || row.kind === value('kind')) &&
      (value('county') === '' || row.county.id === value('county')) &&
      (value('school') === '' || row.school?.id === value('school')) &&
      (value('unit') === '' || (row.responsible.unit ?? row.responsible.school)?.id === value('unit')),
  );
}

/** What somebody worded, else what the standard calls it. */
export function problemOf(language: Language, row: Pick<RectificationRow, 'title' | 'place'>): string {
  if (row.title !== null) return row.title;
  return row.place === null ? '—' : rectificationProblemText(language, row.place);
}

export interface Choice {
  readonly id: string;
  readonly name: string;
}

/** What there is to choose from, each once, by name. */
export function choicesOf(
  rows: readonly RectificationRow[],
  of: (row: RectificationRow) => Choice | null,
): readonly Choice[] {
  const found = new Map(rows.flatMap((row) => of(row) ?? []).map(({ id, name }) => [id, name]));
  return [...found].map(([id, name]) => ({ id, name })).sort((a, b) => a.name.localeCompare(b.name, 'zh-CN'));
}
