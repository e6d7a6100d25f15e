import type { IndicatorEvaluation, SchoolStageEvaluation } from '@junheng/evaluation-core';
import { toneOfIndicator, type Tone } from './tone.ts';

/** One line of the school x indicator table, with what the register knows of the school. */
export interface SchoolRow {
  readonly evaluation: SchoolStageEvaluation;
  readonly townName: string | null;
  readonly type: string | null;
}

/** `name`, `pupils`, `met`, or an indicator id. */
export type SchoolSort = string;

export interface SchoolRowsView {
  readonly text: string;
  readonly stage: string | null;
  readonly town: string | null;
  /** `open` = everything that is not met. */
  readonly show: 'all' | 'open' | 'unmet' | 'undetermined';
  /** Only school-stages where this indicator is not met. */
  readonly indicator: string | null;
  readonly sort: SchoolSort;
  readonly descending: boolean;
}

const collator = new Intl.Collator('zh-CN', { numeric: true });

function indicatorOf(row: SchoolRow, id: string): IndicatorEvaluation | undefined {
  return row.evaluation.indicators.find((each) => each.indicatorId === id);
}

function matches(row: SchoolRow, view: SchoolRowsView, words: readonly string[]): boolean {
  const { evaluation } = row;
  if (view.stage !== null && evaluation.stage !== view.stage) return false;
  if (view.town !== null && row.townName !== view.town) return false;
  if (view.show === 'open' && evaluation.outcome === 'met') return false;
  if (view.show === 'unmet' && evaluation.outcome !== 'unmet') return false;
  if (view.show === 'undetermined' && evaluation.outcome !== 'undetermined') return false;
  if (view.indicator !== null) {
    const indicator = indicatorOf(row, view.indicator);
    if (indicator === undefined || indicator.outcome === 'met' || indicator.outcome === 'not-applicable') return false;
  }
  const haystack = `${evaluation.name} ${evaluation.code} ${row.townName ?? ''}`.toLowerCase();
  return words.every((word) => haystack.includes(word));
}

/** What has no number sorts to the end, whichever way the table is turned. */
function sortValue(row: SchoolRow, sort: SchoolSort): number | null {
  if (sort === 'pupils') return row.evaluation.pupils;
  if (sort === 'met') return row.evaluation.metCount;
  return indicatorOf(row, sort)?.value ?? null;
}

export function arrangeSchoolRows(rows: readonly SchoolRow[], view: SchoolRowsView): readonly SchoolRow[] {
  const words = view.text.trim().toLowerCase().split(/\s+/).filter(Boolean);
  const turn = view.descending ? -1 : 1;
  const byName = (a: SchoolRow, b: SchoolRow) => collator.compare(a.evaluation.name, b.evaluation.name);
  return rows
    .filter((row) => matches(row, view, words))
    .sort((a, b) => {
      if (view.sort === 'name') return byName(a, b) * turn;
      const left = sortValue(a, view.sort);
      const right = sortValue(b, view.sort);
      if (left === null || right === null) return left === right ? byName(a, b) : left === null ? 1 : -1;
      return (left - right) * turn || byName(a, b);
    });
}

export type ToneCounts = Readonly<Record<Tone, number>>;

/** How many school-stages stand on which side, for one indicator. */
export function countTones(rows: readonly SchoolRow[], indicatorId: string): ToneCounts {
  const counts: Record<Tone, number> = {
    met: 0,
    'above-floor': 0,
    'below-floor': 0,
    unmet: 0,
    undetermined: 0,
    'not-applicable': 0,
  };
  for (const row of rows) {
    const indicator = indicatorOf(row, indicatorId);
    if (indicator !== undefined) counts[toneOfIndicator(indicator)] += 1;
  }
  return counts;
}
