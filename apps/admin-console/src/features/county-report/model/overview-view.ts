import {
  countyPartStatuses,
  expectedAttainments,
  type CountyOverviewRow,
  type CountyPartStatus,
  type ExpectedAttainment,
} from '@junheng/api-contract';

/** What the filters of the overview hold: all of it is in the URL. */
export interface OverviewView {
  /** Unit id, `bureau`, or null for all. */
  readonly unit: string | null;
  readonly status: CountyPartStatus | null;
  readonly expected: ExpectedAttainment | null;
  readonly outcome: CountyOverviewRow['outcome'] | null;
}

export const overviewOutcomes = ['met', 'unmet', 'undetermined', 'not-applicable'] as const;
const keys = ['unit', 'status', 'expected', 'outcome'] as const;
export const BUREAU = 'bureau';

export function readOverviewView(query: URLSearchParams): OverviewView {
  return {
    unit: query.get('unit'),
    status: countyPartStatuses.find((each) => each === query.get('status')) ?? null,
    expected: expectedAttainments.find((each) => each === query.get('expected')) ?? null,
    outcome: overviewOutcomes.find((each) => each === query.get('outcome')) ?? null,
  };
}

export function writeOverviewView(view: OverviewView, before: URLSearchParams): URLSearchParams {
  const query = new URLSearchParams(before);
  for (const key of keys) {
    const value = view[key];
    if (value === null) query.delete(key);
    else query.set(key, value);
  }
  return query;
}

export function matches(view: OverviewView, row: CountyOverviewRow): boolean {
  return (
    (view.unit === null || view.unit === (row.unit?.id ?? BUREAU)) &&
    (view.status === null || view.status === row.status) &&
    (view.expected === null || view.expected === row.expected) &&
    (view.outcome === null || view.outcome === row.outcome)
  );
}

/** The sections that answer for something, each with how many of its lines are met. */
export function unitsOf(
  rows: readonly CountyOverviewRow[],
): readonly { readonly id: string; readonly name: string | null; readonly rows: number; readonly met: number }[] {
  const units = new Map<string, { id: string; name: string | null; rows: number; met: number }>();
  for (const { unit, outcome } of rows) {
    const id = unit?.id ?? BUREAU;
    const known = units.get(id) ?? { id, name: unit?.name ?? null, rows: 0, met: 0 };
    known.rows += 1;
    if (outcome === 'met') known.met += 1;
    units.set(id, known);
  }
  return [...units.values()];
}
