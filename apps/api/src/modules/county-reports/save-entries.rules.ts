import { expectedAttainments } from '@junheng/api-contract';
import {
  countyCellDefinition,
  countyCells,
  countyCheckRules,
  parseCell,
  type CountyCheckRule,
  type Edition,
} from '@junheng/evaluation-core';
import type { LocatedProblem } from '../../platform/errors/domain-error.ts';
import { cellsAmong, meaningOf, type EntryMeaning } from './county-topics.rules.ts';
import type { CountyReportRecord, Entries, EntryKey, Topic } from './county-reports.types.ts';

export interface WantedEntry {
  readonly entry: EntryKey;
  /** null clears it. */
  readonly value: string | null;
  /** The entry's revision the client last saw. */
  readonly baseRevision: number;
}

export interface EntryChange {
  readonly entry: EntryKey;
  readonly before: string | null;
  readonly after: string | null;
}

export interface ConflictingEntry {
  readonly entry: EntryKey;
  readonly mine: string | null;
  readonly theirs: string | null;
  readonly revision: number;
}

/** What a batch comes to. Nothing of a refused or conflicting batch is applied. */
export type EntriesDecision =
  | {
      readonly kind: 'refused';
      readonly code: 'county-report.entry-invalid' | 'county-report.entry-unknown';
      readonly problems: readonly LocatedProblem[];
    }
  | { readonly kind: 'conflict'; readonly entries: readonly ConflictingEntry[] }
  | {
      readonly kind: 'accepted';
      readonly changes: readonly EntryChange[];
      readonly saved: Readonly<Record<EntryKey, string | null>>;
      /** What the batch is about: whoever saves must answer for all of it. */
      readonly topics: readonly Topic[];
    };

const LONGEST_TEXT = 1000;

export function valueOf(entries: Entries, entry: EntryKey): string | null {
  return Object.hasOwn(entries, entry) ? (entries[entry] ?? null) : null;
}

/**
 * Decides a batch as a save of a self-report is decided: values are read by the core's own parser, what the edition does not ask is
 * refused, and what somebody else has changed to another value since is a conflict.
 */
export function decideEntries(
  edition: Edition,
  report: Pick<CountyReportRecord, 'entries' | 'entryStates' | 'revision'>,
  wanted: readonly WantedEntry[],
): EntriesDecision {
  const problems: LocatedProblem[] = [];
  const saved = new Map<EntryKey, string | null>();
  const topics = new Set<Topic>();
  let invalid = false;
  for (const { entry, value } of wanted) {
    const meaning = meaningOf(edition, entry);
    if (meaning === null) {
      problems.push({ at: entry, code: 'unknown-item' });
      continue;
    }
    topics.add(meaning.topic);
    const read: ReadEntry = value === null ? { ok: true, value: null } : readEntry(edition, meaning, value);
    if (read.ok) saved.set(entry, read.value);
    else {
      invalid = true;
      problems.push({ at: entry, code: read.problem, facts: { typed: (value ?? '').slice(0, 100) } });
    }
  }
  const after = new Map(Object.entries(report.entries));
  for (const [entry, value] of saved) {
    if (value === null) after.delete(entry);
    else after.set(entry, value);
  }
  const asked = new Set(countyCells(edition, cellsAmong(edition, Object.fromEntries(after))).map(({ key }) => key));
  for (const [entry, value] of saved) {
    const meaning = meaningOf(edition, entry);
    if (meaning?.kind === 'cell' && value !== null && !asked.has(entry)) {
      problems.push({ at: entry, code: 'not-applicable' });
    }
  }
  if (problems.length > 0) {
    return {
      kind: 'refused',
      code: invalid ? 'county-report.entry-invalid' : 'county-report.entry-unknown',
      problems,
    };
  }
  const conflicts = wanted.flatMap(({ entry, baseRevision }): ConflictingEntry[] => {
    const revision = Object.hasOwn(report.entryStates, entry) ? (report.entryStates[entry]?.revision ?? 0) : 0;
    const mine = saved.get(entry) ?? null;
    const theirs = valueOf(report.entries, entry);
    const sawCurrent = revision <= baseRevision && baseRevision <= report.revision;
    return sawCurrent || mine === theirs ? [] : [{ entry, mine, theirs, revision }];
  });
  if (conflicts.length > 0) return { kind: 'conflict', entries: conflicts };
  const changes = [...saved].flatMap(([entry, value]): EntryChange[] => {
    const before = valueOf(report.entries, entry);
    return before === value ? [] : [{ entry, before, after: value }];
  });
  return { kind: 'accepted', changes, saved: Object.fromEntries(saved), topics: [...topics] };
}

type ReadEntry =
  { readonly ok: true; readonly value: string | null } | { readonly ok: false; readonly problem: string };

function readEntry(edition: Edition, meaning: EntryMeaning, value: string): ReadEntry {
  switch (meaning.kind) {
    case 'cell': {
      const item = countyCellDefinition(edition, meaning.cell)?.item;
      if (item === undefined) return { ok: false, problem: 'unknown-item' };
      return parseCell(item, value);
    }
    case 'remark':
      if (meaning.field !== 'expected') return readText(value);
      return expectedAttainments.some((each) => each === value)
        ? { ok: true, value }
        : { ok: false, problem: 'not-an-option' };
    case 'reason':
      return isSoftRule(meaning.ruleId) ? readText(value) : { ok: false, problem: 'not-an-option' };
    default: {
      const exhaustive: never = meaning;
      return exhaustive;
    }
  }
}

function readText(value: string): ReadEntry {
  const text = value.trim();
  if (text === '') return { ok: true, value: null };
  return text.length <= LONGEST_TEXT ? { ok: true, value: text } : { ok: false, problem: 'too-long' };
}

function isSoftRule(ruleId: string): ruleId is CountyCheckRule {
  return Object.entries(countyCheckRules).some(([id, severity]) => id === ruleId && severity === 'soft');
}
