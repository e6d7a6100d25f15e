import {
  countyCellDefinition,
  requirementItems,
  splitCellKey,
  type CellKey,
  type Edition,
  type Requirement,
} from '@junheng/evaluation-core';
import { countyRemarkFields, type CountyRemarkField } from '@junheng/api-contract';
import type { CountyReportRecord, EntryKey, PartRecord, Topic } from './county-reports.types.ts';

/** What an entry is about. */
export type EntryMeaning =
  | { readonly kind: 'cell'; readonly cell: CellKey; readonly topic: Topic }
  | { readonly kind: 'remark'; readonly field: CountyRemarkField; readonly topic: Topic }
  | { readonly kind: 'reason'; readonly ruleId: string; readonly cell: CellKey; readonly topic: Topic };

export const itemsTopic = (section: string): Topic => `items:${section}`;
export const remarkKey = (topic: Topic, field: CountyRemarkField): EntryKey => `${topic}#${field}`;
/** What a return reason about the evidence at a topic is anchored to; nothing is entered under it. */
export const evidenceAnchor = (topic: Topic): EntryKey => `${topic}#evidence`;
export const reasonKey = (ruleId: string, cell: CellKey): EntryKey => `reason:${ruleId}/${cell}`;

/** Everything a section can be made responsible for, in the order of the edition: groups of items, indicators, requirements. */
export function topicsOf(edition: Edition): readonly Topic[] {
  return [
    ...edition.countySections.map(itemsTopic),
    ...edition.indicators.map(({ id }): Topic => `indicator:${id}`),
    ...edition.requirements.map(({ id }): Topic => `requirement:${id}`),
  ];
}

/** null for what the edition does not know. */
export function meaningOf(edition: Edition, entry: EntryKey): EntryMeaning | null {
  if (entry.startsWith('reason:')) {
    const [ruleId = '', cell = ''] = entry.slice('reason:'.length).split('/');
    const topic = topicOfCell(edition, cell);
    return topic === null ? null : { kind: 'reason', ruleId, cell, topic };
  }
  const hash = entry.indexOf('#');
  if (hash >= 0) {
    const topic = entry.slice(0, hash);
    const field = countyRemarkFields.find((each) => each === entry.slice(hash + 1));
    return field === undefined || !topicsOf(edition).includes(topic) ? null : { kind: 'remark', field, topic };
  }
  const topic = topicOfCell(edition, entry);
  return topic === null ? null : { kind: 'cell', cell: entry, topic };
}

/** The topic that a return reason is about; null for what the edition does not know. */
export function topicOfAnchor(edition: Edition, anchor: EntryKey): Topic | null {
  const proved = topicsOf(edition).find((topic) => evidenceAnchor(topic) === anchor);
  return proved ?? meaningOf(edition, anchor)?.topic ?? null;
}

export function topicOfCell(edition: Edition, cell: CellKey): Topic | null {
  const definition = countyCellDefinition(edition, cell);
  return definition === undefined ? null : itemsTopic(definition.item.section);
}

/** The items of the county report that a requirement reads, in form order. */
export function countyItemsOf(edition: Edition, requirement: Requirement): readonly string[] {
  const read = requirementItems(edition, requirement)?.items ?? new Set<string>();
  return edition.countyItems.flatMap(({ id }) => (read.has(id) ? [id] : []));
}

/**
 * Who answers for a topic (责任科室): whom it was given to; a requirement follows the group of the first county item it reads, so
 * that only exceptions need an assignment of their own. null: the bureau itself.
 */
export function unitOfTopic(edition: Edition, assigned: CountyReportRecord['assigned'], topic: Topic): string | null {
  if (Object.hasOwn(assigned, topic)) return assigned[topic] ?? null;
  if (!topic.startsWith('requirement:')) return null;
  const requirement = edition.requirements.find(({ id }) => topic === `requirement:${id}`);
  const [first] = requirement === undefined ? [] : countyItemsOf(edition, requirement);
  const item = edition.countyItems.find(({ id }) => id === first);
  return item === undefined ? null : unitOfTopic(edition, assigned, itemsTopic(item.section));
}

/** The part a topic belongs to; the bureau's where its section has none yet. */
export function partOfTopic(edition: Edition, report: CountyReportRecord, topic: Topic): PartRecord | null {
  const unitId = unitOfTopic(edition, report.assigned, topic);
  const own = report.parts.find(({ unit }) => (unit?.id ?? null) === unitId);
  return own ?? report.parts.find(({ unit }) => unit === null) ?? null;
}

/** Topics by part id, in the order of the edition. */
export function topicsByPart(edition: Edition, report: CountyReportRecord): ReadonlyMap<string, readonly Topic[]> {
  const byPart = new Map<string, Topic[]>();
  for (const topic of topicsOf(edition)) {
    const part = partOfTopic(edition, report, topic);
    if (part === null) continue;
    const own = byPart.get(part.id);
    if (own === undefined) byPart.set(part.id, [topic]);
    else own.push(topic);
  }
  return byPart;
}

/** The last revision in which something of these topics changed: what somebody who decides about a part must have seen. */
export function revisionOfTopics(edition: Edition, report: CountyReportRecord, topics: readonly Topic[]): number {
  const own = new Set(topics);
  const entered = Object.entries(report.entryStates).flatMap(([entry, { revision }]) =>
    own.has(meaningOf(edition, entry)?.topic ?? '') ? [revision] : [],
  );
  const proved = Object.entries(report.evidenceRevisions).flatMap(([topic, revision]) =>
    own.has(topic) ? [revision] : [],
  );
  return [...entered, ...proved].reduce((latest, revision) => Math.max(latest, revision), 0);
}

/** The cells of the county report among the entries. */
export function cellsAmong(edition: Edition, entries: Readonly<Record<EntryKey, string>>): Record<CellKey, string> {
  return Object.fromEntries(
    Object.entries(entries).filter(
      ([key]) => splitCellKey(key).itemId !== '' && countyCellDefinition(edition, key) !== undefined,
    ),
  );
}
