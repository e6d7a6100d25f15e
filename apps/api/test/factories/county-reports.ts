import { randomUUID } from 'node:crypto';
import { countyReportSchema, type CountyReport } from '@junheng/api-contract';
import { countyCells, editionById, type Cells, type CountyItemDefinition } from '@junheng/evaluation-core';
import type { TestBrowser } from '../harness/test-api.ts';

/** The county report of a round as this person sees it. */
export async function countyReportOf(browser: TestBrowser, roundId: string): Promise<CountyReport> {
  const answer = await browser.get(`/rounds/${roundId}/county-report`);
  if (answer.status !== 200) throw new Error(`the county report cannot be read: ${JSON.stringify(answer.body)}`);
  return countyReportSchema.parse(answer.body);
}

/** A batch that brings the report to these entries, based on what the report holds. */
export function countyBatch(
  report: CountyReport,
  entries: Readonly<Record<string, string | null>>,
  key: string = randomUUID(),
) {
  return {
    key,
    changes: Object.entries(entries).map(([entry, value]) => ({
      entry,
      value,
      baseRevision: report.entryRevisions[entry] ?? 0,
    })),
  };
}

/** A value for every required cell of these groups of items, with nothing to be checked. */
export function completeCounty(editionId: string, sections: readonly string[] | null = null): Cells {
  const edition = editionById(editionId);
  if (edition === undefined) throw new Error(`no edition ${editionId}`);
  return Object.fromEntries(
    countyCells(edition, {})
      .filter(({ item, required }) => required && (sections === null || sections.includes(item.section)))
      .map(({ key, item }) => [key, sampleValue(item)]),
  );
}

function sampleValue({ id, value, section }: CountyItemDefinition): string {
  switch (value.kind) {
    case 'number':
      return id === 'monitoring-variation' ? '0.1' : '50';
    case 'choice':
      return value.options[0] ?? '';
    case 'flag':
      return section === 'county-veto' ? 'no' : 'yes';
    case 'date':
      return '2018-12-01';
    case 'text':
      return '示例';
    default: {
      const exhaustive: never = value;
      return exhaustive;
    }
  }
}
