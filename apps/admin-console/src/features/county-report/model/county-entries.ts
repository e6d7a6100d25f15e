import type { CountyReport, CountyRemarkField } from '@junheng/api-contract';
import {
  countyCellDefinition,
  countyCells,
  type Cells,
  type CheckFinding,
  type CountyCellDefinition,
  type Edition,
} from '@junheng/evaluation-core';

export const remarkKey = (topic: string, field: CountyRemarkField): string => `${topic}#${field}`;
/** What a return reason about the evidence at a topic is anchored to. */
export const evidenceAnchor = (topic: string): string => `${topic}#evidence`;
export const reasonKey = (ruleId: string, cell: string): string => `reason:${ruleId}/${cell}`;
export const idOfTopic = (topic: string): string => topic.slice(topic.indexOf(':') + 1);
/** What evidence can be at: indicators and requirements. */
export const provableTopics = (edition: Edition): ReadonlySet<string> =>
  new Set([
    ...edition.indicators.map(({ id }) => `indicator:${id}`),
    ...edition.requirements.map(({ id }) => `requirement:${id}`),
  ]);
export const isItems = (topic: string): boolean => topic.startsWith('items:');

/** The figures of a group of items: a line for each item and stage, a cell for each year. */
export interface ItemLine {
  readonly item: CountyCellDefinition['item'];
  readonly stage: string | null;
  /** The year reported on first. */
  readonly cells: readonly CountyCellDefinition[];
}

/** The cells among the entries: what is said of topics is none. */
export function cellsOf(edition: Edition, entries: CountyReport['entries']): Cells {
  return Object.fromEntries(
    Object.entries(entries).filter(([key]) => countyCellDefinition(edition, key) !== undefined),
  );
}

/** Lines of one group of items, in form order. */
export function linesOf(edition: Edition, entries: CountyReport['entries'], section: string): readonly ItemLine[] {
  const lines = new Map<string, { item: ItemLine['item']; stage: string | null; cells: CountyCellDefinition[] }>();
  for (const cell of countyCells(edition, cellsOf(edition, entries))) {
    if (cell.item.section !== section) continue;
    const key = `${cell.item.id}.${cell.stage ?? ''}`;
    const line = lines.get(key) ?? { item: cell.item, stage: cell.stage, cells: [] };
    line.cells.push(cell);
    lines.set(key, line);
  }
  return [...lines.values()];
}

/** What the checks say of a cell; that it is empty is seen without them. */
export function findingsAt(findings: readonly CheckFinding[], cell: string): readonly CheckFinding[] {
  return findings.filter(({ ruleId, cells }) => cells[0] === cell && ruleId !== 'county-required');
}
