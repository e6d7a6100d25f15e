import type { RoundSelfReport, School, SelfReportStatus } from '@junheng/api-contract';

/** In the order a report goes through them; the type check below fails when the contract gains a status. */
const statusOrder: Readonly<Record<SelfReportStatus, number>> = {
  'not-started': 0,
  filling: 1,
  'handed-over': 2,
  returned: 3,
  submitted: 4,
  approved: 5,
};
export const statuses = (Object.keys(statusOrder) as SelfReportStatus[]).sort(
  (a, b) => statusOrder[a] - statusOrder[b],
);

const typeOrder: Readonly<Record<School['type'], number>> = {
  primary: 0,
  junior: 1,
  'nine-year': 2,
  'twelve-year': 3,
  'full-middle': 4,
  'teaching-point': 5,
  'special-education': 6,
  vocational: 7,
};
export const schoolTypes = (Object.keys(typeOrder) as School['type'][]).sort((a, b) => typeOrder[a] - typeOrder[b]);

export const sortKeys = [
  'risk',
  'name',
  'town',
  'type',
  'status',
  'filled',
  'findings',
  'returns',
  'deadline',
  'submitted',
] as const;
export type SortKey = (typeof sortKeys)[number];

/** What the list shows and in which order. It lives in the URL and nowhere else. */
export interface ListView {
  readonly text: string;
  readonly statuses: readonly SelfReportStatus[];
  readonly towns: readonly string[];
  readonly types: readonly School['type'][];
  readonly lateOnly: boolean;
  readonly sort: SortKey;
  readonly descending: boolean;
}

export const initialView: ListView = {
  text: '',
  statuses: [],
  towns: [],
  types: [],
  lateOnly: false,
  sort: 'risk',
  descending: true,
};

/** Reads the view from a query string; what it does not know it ignores, so that an old link still opens. */
export function readView(query: URLSearchParams): ListView {
  const sort = query.get('sort') ?? '';
  const key = sortKeys.find((each) => each === sort.replace(/^-/, ''));
  return {
    text: query.get('q') ?? '',
    statuses: statuses.filter((status) => query.getAll('status').includes(status)),
    towns: query.getAll('town'),
    types: schoolTypes.filter((type) => query.getAll('type').includes(type)),
    lateOnly: query.get('late') === '1',
    sort: key ?? initialView.sort,
    descending: key === undefined ? initialView.descending : sort.startsWith('-'),
  };
}

/** The query string of a view, defaults left out, other parameters kept. */
export function writeView(view: ListView, current: URLSearchParams): URLSearchParams {
  const query = new URLSearchParams(current);
  for (const name of ['q', 'status', 'town', 'type', 'late', 'sort']) query.delete(name);
  if (view.text !== '') query.set('q', view.text);
  for (const status of view.statuses) query.append('status', status);
  for (const town of view.towns) query.append('town', town);
  for (const type of view.types) query.append('type', type);
  if (view.lateOnly) query.set('late', '1');
  if (view.sort !== initialView.sort || view.descending !== initialView.descending) {
    query.set('sort', `${view.descending ? '-' : ''}${view.sort}`);
  }
  return query;
}

export function isFiltered(view: ListView): boolean {
  return (
    view.text.trim() !== '' ||
    view.statuses.length > 0 ||
    view.towns.length > 0 ||
    view.types.length > 0 ||
    view.lateOnly
  );
}

function matches(row: RoundSelfReport, view: ListView, words: readonly string[]): boolean {
  if (view.statuses.length > 0 && !view.statuses.includes(row.status)) return false;
  if (view.towns.length > 0 && !view.towns.includes(row.townName ?? '')) return false;
  if (view.types.length > 0 && !view.types.includes(row.type)) return false;
  if (view.lateOnly && !row.late) return false;
  const haystack = `${row.schoolName} ${row.schoolCode} ${row.townName ?? ''}`.toLowerCase();
  return words.every((word) => haystack.includes(word));
}

// Chinese names sort by pinyin, digits by value: "第2小学" before "第10小学".
const collator = new Intl.Collator('zh-CN', { numeric: true });

const byKey: Readonly<Record<SortKey, (a: RoundSelfReport, b: RoundSelfReport) => number>> = {
  // The queue of the review: what waits comes first, the heaviest of it before the rest; then the others as by status.
  risk: (a, b) => urgency(a.status) - urgency(b.status) || (a.risk?.score ?? -1) - (b.risk?.score ?? -1),
  name: (a, b) => collator.compare(a.schoolName, b.schoolName),
  town: (a, b) => collator.compare(a.townName ?? '', b.townName ?? ''),
  type: (a, b) => typeOrder[a.type] - typeOrder[b.type],
  // What waits for the reviewer comes first when descending: submitted before all others, approved last.
  status: (a, b) => urgency(a.status) - urgency(b.status),
  filled: (a, b) => share(a) - share(b),
  findings: (a, b) => a.hardFindings - b.hardFindings || a.softFindings - b.softFindings,
  returns: (a, b) => a.openReturns - b.openReturns,
  deadline: (a, b) => a.deadline.localeCompare(b.deadline),
  submitted: (a, b) => (a.submittedAt ?? '').localeCompare(b.submittedAt ?? ''),
};

function urgency(status: SelfReportStatus): number {
  return status === 'submitted' ? 10 : status === 'approved' ? -1 : statusOrder[status];
}

function share(row: RoundSelfReport): number {
  return row.required === 0 ? 1 : row.filled / row.required;
}

/** The rows of a view. Equal rows keep the order of their names, whichever way the list is turned. */
export function arrange(rows: readonly RoundSelfReport[], view: ListView): readonly RoundSelfReport[] {
  const words = view.text.trim().toLowerCase().split(/\s+/).filter(Boolean);
  const compare = byKey[view.sort];
  return rows
    .filter((row) => matches(row, view, words))
    .sort((a, b) => (view.descending ? compare(b, a) : compare(a, b)) || collator.compare(a.schoolName, b.schoolName));
}

/** Towns present, in pinyin order. */
export function townsOf(rows: readonly RoundSelfReport[]): readonly string[] {
  const towns = new Set<string>();
  for (const row of rows) if (row.townName !== null) towns.add(row.townName);
  return [...towns].sort((a, b) => collator.compare(a, b));
}
