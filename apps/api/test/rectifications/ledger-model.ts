/** The ledger as plain data: what must be true of every row after any history of data, days and people. */

export const people = ['countyAdministrator', 'inspector', 'cityReviewer'] as const;
export type ModelPerson = (typeof people)[number];
export type ModelStanding = 'failing' | 'passing' | 'undecided' | 'none';

export interface ModelRow {
  readonly id: string;
  /** Null: somebody worded it, no data speak of it. */
  readonly key: string | null;
  status: 'open' | 'to-verify' | 'closed' | 'excepted';
  standing: ModelStanding;
  /** Day number of the last day the exception holds. */
  exceptedUntil: number | null;
  responsible: ModelPerson | null;
  /** Has a responsible unit. */
  assigned: boolean;
  reportedBy: ModelPerson | null;
  deadline: number | null;
  reopened: number;
}

export interface LedgerModel {
  readonly rows: ModelRow[];
  /** Days since the clock began. */
  today: number;
  /** Does the followed round have frozen data that nobody has evaluated? */
  newerData: boolean;
}

export const newLedger = (today: number): LedgerModel => ({ rows: [], today, newerData: false });

/** A row that was just raised. */
export const rowOf = (id: string, key: string | null, standing: ModelStanding): ModelRow => ({
  id,
  key,
  status: 'open',
  standing,
  exceptedUntil: null,
  responsible: null,
  assigned: false,
  reportedBy: null,
  deadline: null,
  reopened: 0,
});

export function lapsed(row: ModelRow, today: number): boolean {
  return row.status === 'excepted' && (row.exceptedUntil ?? 0) < today;
}

export const statusNow = (row: ModelRow, today: number): ModelRow['status'] =>
  lapsed(row, today) ? 'open' : row.status;

/** Days count from the deadline, or from the end of a lapsed exception where that came later. */
export function overdue(row: ModelRow, today: number): boolean {
  if (row.deadline === null || statusNow(row, today) !== 'open') return false;
  return Math.max(row.deadline, lapsed(row, today) ? (row.exceptedUntil ?? 0) : row.deadline) < today;
}

/** What the head of the summary says. */
export function countsOf({ rows, today }: Pick<LedgerModel, 'today'> & { readonly rows: readonly ModelRow[] }) {
  const count = (holds: (row: ModelRow) => boolean) => rows.filter(holds).length;
  const having = (status: ModelRow['status']) => count((row) => statusNow(row, today) === status);
  return {
    raised: rows.length,
    open: having('open'),
    toVerify: having('to-verify'),
    closed: having('closed'),
    excepted: having('excepted'),
    overdue: count((row) => overdue(row, today)),
    reopened: count(({ reopened }) => reopened > 0),
    unassigned: count((row) => statusNow(row, today) === 'open' && !row.assigned),
  };
}

/** What newly approved data make of a row that they speak of. */
export function follow(row: ModelRow, standing: ModelStanding, today: number): void {
  const before = statusNow(row, today);
  const wasLapsed = lapsed(row, today);
  row.standing = standing;
  if (standing === 'failing') row.status = before === 'excepted' ? 'excepted' : 'open';
  if (standing === 'passing') row.status = before === 'closed' ? 'closed' : 'to-verify';
  if (standing === 'undecided') row.status = before === 'to-verify' ? 'open' : before;
  const isOpen = row.status === 'open';
  if (isOpen && (before === 'closed' || wasLapsed)) {
    row.reopened += 1;
    row.deadline = null;
  }
  if (isOpen) row.reportedBy = null;
}

export const isOwn = (row: ModelRow, by: ModelPerson): boolean => row.responsible === by || row.reportedBy === by;

/** The code of the refusal, null where it must succeed. */
export function closingRefusal(model: LedgerModel, row: ModelRow, by: ModelPerson): string | null {
  if (row.status === 'closed') return 'rectification.closed';
  if (row.status !== 'to-verify') return row.key === null ? 'rectification.not-reported' : 'rectification.data-fail';
  if (isOwn(row, by)) return 'rectification.own-row';
  return row.key !== null && model.newerData ? 'rectification.data-newer' : null;
}

export function reportingRefusal(model: LedgerModel, row: ModelRow): string | null {
  if (row.status === 'closed') return 'rectification.closed';
  if (row.key !== null) return 'rectification.data-decide';
  return statusNow(row, model.today) === 'open' ? null : 'rectification.not-open';
}

export function returningRefusal(row: ModelRow, by: ModelPerson): string | null {
  if (row.status === 'closed') return 'rectification.closed';
  if (row.key !== null) return 'rectification.data-decide';
  if (row.status !== 'to-verify') return 'rectification.not-reported';
  return isOwn(row, by) ? 'rectification.own-row' : null;
}

export function exceptingRefusal(row: ModelRow, by: ModelPerson, days: number): string | null {
  if (row.status === 'closed') return 'rectification.closed';
  if (row.status === 'to-verify') return 'rectification.not-open';
  if (isOwn(row, by)) return 'rectification.own-row';
  if (days < 0) return 'rectification.expiry-past';
  return days > 3 * 366 ? 'rectification.expiry-too-far' : null;
}

export function assigningRefusal(row: ModelRow, today: number, days: number): string | null {
  if (days < 0) return 'rectification.deadline-past';
  if (row.status === 'closed') return 'rectification.closed';
  return row.deadline !== null && row.deadline < today + days ? 'rectification.extension-needs-reason' : null;
}

/** The law: failing approved data <=> an open row or an exception that still holds. */
export function breaksTheLaw(row: ModelRow, today: number): boolean {
  const status = statusNow(row, today);
  if (row.key === null) return false;
  if (row.standing === 'failing') return status !== 'open' && status !== 'excepted';
  return row.standing === 'passing' && (status === 'open' || status === 'excepted');
}
