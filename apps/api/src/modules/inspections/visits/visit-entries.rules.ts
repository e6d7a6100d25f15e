import { interviewGroups, siteJudgements, vetoAnswers, type VisitChecklist } from '@junheng/api-contract';
import { cellDefinition, parseCell, type Edition, type ItemDefinition } from '@junheng/evaluation-core';
import type { LocatedProblem } from '../../../platform/errors/domain-error.ts';
import type {
  FoundValue,
  JudgedPoint,
  VisitEntry,
  VisitEntryChange,
  VisitEntryKey,
  VisitState,
} from './visits.types.ts';

export interface WantedVisitEntry {
  readonly entry: VisitEntryKey;
  /** null clears it. */
  readonly value: string | null;
  readonly baseRevision: number;
  readonly typedAt: Date;
}

export interface ConflictingVisitEntry {
  readonly entry: VisitEntryKey;
  readonly mine: string | null;
  readonly theirs: string | null;
  readonly revision: number;
  readonly by: string | null;
  readonly at: Date | null;
}

/** What a batch comes to. Nothing of a refused or conflicting batch is applied. */
export type VisitEntriesDecision =
  | { readonly kind: 'refused'; readonly problems: readonly LocatedProblem[] }
  | { readonly kind: 'not-yours'; readonly entries: readonly VisitEntryKey[] }
  | { readonly kind: 'conflict'; readonly entries: readonly ConflictingVisitEntry[] }
  | {
      readonly kind: 'accepted';
      readonly changes: readonly VisitEntryChange[];
      readonly saved: Readonly<Record<VisitEntryKey, string | null>>;
    };

/** What an entry is, by its key: see `visitEntryKeySchema`. */
export type VisitEntryMeaning =
  | { readonly kind: 'verified' | 'reason' | 'note'; readonly cell: string }
  | { readonly kind: 'score' | 'score-note'; readonly personId: string; readonly point: string }
  | { readonly kind: 'deduction'; readonly personId: string; readonly point: string; readonly deduction: string }
  | { readonly kind: 'veto' | 'veto-facts'; readonly requirementId: string }
  | { readonly kind: 'interview'; readonly id: string; readonly part: 'group' | 'people' | 'record' }
  | { readonly kind: 'finding'; readonly id: string; readonly part: 'text' | 'about' | 'advice' }
  | { readonly kind: 'remark' };

const LONGEST_TEXT = 4000;
const UUID = '[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}';
const OWN = new RegExp(`^(score|score-note|deduction):(${UUID})/(.+)$`);
const RECORD = new RegExp(`^(interview|finding):(${UUID})/([a-z]+)$`);
const CELL = /^(verified|reason|note):([a-z0-9.-]+)$/;
const VETO = /^(veto|veto-facts):([A-Za-z0-9-]+)$/;

const interviewParts = ['group', 'people', 'record'] as const;
const findingParts = ['text', 'about', 'advice'] as const;

/** Null where no entry is called so. */
export function meaningOfEntry(entry: VisitEntryKey): VisitEntryMeaning | null {
  if (entry === 'remark:visit') return { kind: 'remark' };
  const [, ofCell, cell = ''] = CELL.exec(entry) ?? [];
  if (ofCell === 'verified' || ofCell === 'reason' || ofCell === 'note') return { kind: ofCell, cell };
  const [, ofVeto, requirementId = ''] = VETO.exec(entry) ?? [];
  if (ofVeto === 'veto' || ofVeto === 'veto-facts') return { kind: ofVeto, requirementId };
  const [, own, personId = '', rest = ''] = OWN.exec(entry) ?? [];
  if (own === 'score' || own === 'score-note') return { kind: own, personId, point: rest };
  if (own === 'deduction') {
    const end = rest.lastIndexOf('/');
    return { kind: 'deduction', personId, point: rest.slice(0, end), deduction: rest.slice(end + 1) };
  }
  const [, record, id = '', named] = RECORD.exec(entry) ?? [];
  const ofInterview = interviewParts.find((part) => part === named);
  if (record === 'interview' && ofInterview !== undefined) return { kind: 'interview', id, part: ofInterview };
  const ofFinding = findingParts.find((part) => part === named);
  if (record === 'finding' && ofFinding !== undefined) return { kind: 'finding', id, part: ofFinding };
  return null;
}

/** Whose own an entry is; null for what the team shares. */
export function ownerOfEntry(entry: VisitEntryKey): string | null {
  const meaning = meaningOfEntry(entry);
  return meaning !== null && 'personId' in meaning ? meaning.personId : null;
}

/**
 * Decides a batch as a save of a self-report is decided: values are read by the core's own parser, what the checklist does not have is
 * refused by name, and what somebody else has changed to another value since is a conflict. A verified value that a colleague found
 * already is a change of its own, once: each inspector finds independently, and consolidation counts two who agree as two.
 *
 * @param personId who saves: scores are each inspector's own
 */
export function decideVisitEntries(
  edition: Edition,
  checklist: VisitChecklist,
  state: {
    readonly revision: number;
    readonly entries: readonly VisitEntry[];
    readonly revisions: ReadonlyMap<string, number>;
    readonly found: readonly FoundValue[];
  },
  personId: string,
  wanted: readonly WantedVisitEntry[],
): VisitEntriesDecision {
  const foreign = wanted.filter(({ entry }) => (ownerOfEntry(entry) ?? personId) !== personId);
  if (foreign.length > 0) return { kind: 'not-yours', entries: foreign.map(({ entry }) => entry) };
  const problems: LocatedProblem[] = [];
  const saved = new Map<VisitEntryKey, string | null>();
  for (const { entry, value } of wanted) {
    const read = readEntry(edition, checklist, entry, value);
    if (read.ok) saved.set(entry, read.value);
    else problems.push({ at: entry, code: read.problem, facts: { typed: (value ?? '').slice(0, 100), ...read.facts } });
  }
  if (problems.length > 0) return { kind: 'refused', problems };
  const present = new Map(state.entries.map((each) => [each.entry, each]));
  const conflicts = wanted.flatMap(({ entry, baseRevision }): ConflictingVisitEntry[] => {
    const revision = state.revisions.get(entry) ?? 0;
    const theirs = present.get(entry) ?? null;
    const mine = saved.get(entry) ?? null;
    const sawCurrent = revision <= baseRevision && baseRevision <= state.revision;
    if (sawCurrent || mine === (theirs?.value ?? null)) return [];
    return [{ entry, mine, theirs: theirs?.value ?? null, revision, by: theirs?.by ?? null, at: theirs?.at ?? null }];
  });
  if (conflicts.length > 0) return { kind: 'conflict', entries: conflicts };
  const changes = wanted.flatMap(({ entry, typedAt }): VisitEntryChange[] => {
    const before = present.get(entry)?.value ?? null;
    const after = saved.get(entry) ?? null;
    const says = before !== after || isNewFinding(state.found, personId, entry, after);
    return says ? [{ entry, before, after, personId: ownerOfEntry(entry), typedAt }] : [];
  });
  return { kind: 'accepted', changes, saved: Object.fromEntries(saved) };
}

/** Has this inspector not yet said so of a value that others found? */
function isNewFinding(
  found: readonly FoundValue[],
  personId: string,
  entry: VisitEntryKey,
  value: string | null,
): boolean {
  if (value === null || meaningOfEntry(entry)?.kind !== 'verified') return false;
  return !found.some((each) => each.entry === entry && each.personId === personId && each.value === value);
}

/** Who found what of a verified value. */
export function foundOf({ found }: Pick<VisitState, 'found'>, entry: VisitEntryKey): readonly FoundValue[] {
  return found.filter((each) => each.entry === entry).sort((a, b) => compare(a.personId ?? '', b.personId ?? ''));
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

type ReadEntry =
  | { readonly ok: true; readonly value: string | null }
  | { readonly ok: false; readonly problem: string; readonly facts?: Readonly<Record<string, unknown>> };
const refused = (problem: string, facts: Readonly<Record<string, unknown>> = {}): ReadEntry => ({
  ok: false,
  problem,
  facts,
});

/** Reads one entry by the checklist; what is cleared, or only blank, reads as null. */
export function readEntry(
  edition: Edition,
  checklist: VisitChecklist,
  entry: VisitEntryKey,
  value: string | null,
): ReadEntry {
  const meaning = meaningOfEntry(entry);
  if (meaning === null) return refused('unknown-entry');
  switch (meaning.kind) {
    case 'verified':
    case 'reason':
    case 'note': {
      const definition = cellDefinition(edition, meaning.cell);
      if (definition === undefined) return refused('unknown-item');
      if (!checklist.cells.some(({ cell }) => cell === meaning.cell)) return refused('not-on-checklist');
      return value !== null && meaning.kind === 'verified' ? parseCell(definition.item, value) : readText(value);
    }
    case 'score':
    case 'score-note':
    case 'deduction': {
      const point = checklist.points.find((each) => each.point === meaning.point);
      if (point === undefined) return refused('not-on-checklist');
      if (meaning.kind === 'deduction') {
        const { deduction } = meaning;
        return point.deductions.some(({ id }) => id === deduction) ? readCount(value) : refused('not-on-checklist');
      }
      if (meaning.kind === 'score-note') return readText(value);
      return value === null ? { ok: true, value } : readScore(point, value);
    }
    case 'veto':
      return checklist.vetoes.some(({ requirementId }) => requirementId === meaning.requirementId)
        ? readOption(vetoAnswers, value)
        : refused('not-on-checklist');
    case 'veto-facts':
      return checklist.vetoes.some(({ requirementId }) => requirementId === meaning.requirementId)
        ? readText(value)
        : refused('not-on-checklist');
    case 'interview':
      if (meaning.part === 'group') return readOption(interviewGroups, value);
      return meaning.part === 'people' ? readCount(value) : readText(value);
    case 'finding':
      return meaning.part === 'about' ? readSubject(edition, value) : readText(value);
    case 'remark':
      return readText(value);
    default: {
      const exhaustive: never = meaning;
      return exhaustive;
    }
  }
}

function readText(value: string | null): ReadEntry {
  const text = (value ?? '').trim();
  if (text === '') return { ok: true, value: null };
  return text.length <= LONGEST_TEXT ? { ok: true, value: text } : refused('too-long');
}

function readOption(options: readonly string[], value: string | null): ReadEntry {
  return value === null || options.includes(value) ? { ok: true, value } : refused('not-an-option');
}

/** Numbers that no edition defines are read as its items are. */
const numberOf = (scale: number): ItemDefinition => ({
  id: 'on-site',
  section: 'on-site',
  value: { kind: 'number', scale },
  unit: null,
  stages: null,
  alsoByStage: [],
  condition: null,
  required: false,
  entry: 'form',
  plausible: null,
  source: { document: 'on-site', clause: null, confidence: 'A', note: null },
});
const SCORE = numberOf(2);
const COUNT = numberOf(0);

function readCount(value: string | null): ReadEntry {
  return value === null ? { ok: true, value } : parseCell(COUNT, value);
}

/** Points with at most two decimals, compared as hundredths; or a judgement where the edition names no maximum. */
function readScore({ maximum }: JudgedPoint, value: string): ReadEntry {
  if (maximum === null) return readOption(siteJudgements, value);
  const read = parseCell(SCORE, value);
  if (!read.ok) return read;
  return hundredths(read.value) <= hundredths(maximum) ? read : refused('above-maximum', { maximum });
}

const hundredths = (decimal: string): number => Math.round(Number(decimal) * 100);

/** `item:<id>`, `indicator:<id>` or `requirement:<id>` of the edition. */
function readSubject(edition: Edition, value: string | null): ReadEntry {
  if (value === null || value === '') return { ok: true, value: null };
  const [kind = '', id = ''] = value.split(':');
  const known: Readonly<Record<string, readonly { readonly id: string }[]>> = {
    item: edition.items,
    indicator: edition.indicators,
    requirement: edition.requirements,
  };
  return Object.hasOwn(known, kind) && known[kind]?.some((each) => each.id === id) === true
    ? { ok: true, value }
    : refused('not-an-option');
}
