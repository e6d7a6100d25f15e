import { expect } from '@jest/globals';
import { rectificationSummarySchema, type RectificationSummary } from '@junheng/api-contract';
import type { TestBrowser } from '../harness/test-api.ts';
import { countsOf, type LedgerModel } from './ledger-model.ts';

const COUNTS = ['raised', 'open', 'closed', 'overdue', 'reopened'] as const;

/** The summary of the ledger beside its model: as a whole, by kind and by unit; its trend ends there, and its past never changes. */
export class SummaryComparison {
  /** What the trend said of months that were over. */
  private readonly past = new Map<string, RectificationSummary['trend'][number]>();

  begin(): void {
    this.past.clear();
  }

  /** @returns how many calls it took */
  async compare(bureau: TestBrowser, { rows, today }: LedgerModel): Promise<number> {
    const asked = async (query: string) =>
      rectificationSummarySchema.parse((await bureau.get(`/rectification-summary${query}`)).body);
    const whole = await asked('');
    const parts = [
      [whole, rows],
      [await asked('?kind=indicator'), rows.filter(({ key }) => key?.startsWith('indicator/') === true)],
      [await asked('?unitId=none'), rows.filter(({ assigned }) => !assigned)],
    ] as const;
    for (const [summary, own] of parts) {
      const counts = countsOf({ rows: own, today });
      expect(summary.total).toEqual(counts);
      const end = summary.trend.at(-1);
      expect([end?.standing ?? 0, end?.overdue ?? 0]).toEqual([counts.open + counts.toVerify, counts.overdue]);
      for (const table of [summary.kinds, summary.units, summary.counties]) {
        for (const id of COUNTS) {
          expect(table.reduce((sum, row) => sum + row.counts[id], 0)).toBe(counts[id]);
        }
      }
    }
    for (const month of whole.trend.slice(0, -1)) {
      expect(month).toEqual(this.past.get(month.month) ?? month);
      this.past.set(month.month, month);
    }
    return parts.length;
  }
}
