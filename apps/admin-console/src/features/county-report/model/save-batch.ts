import type { CountyReport, SaveCountyEntriesRequest, SavedCountyEntries } from '@junheng/api-contract';

/** What was typed and is not stored yet. */
export interface Draft {
  readonly value: string | null;
  readonly state: 'waiting' | 'saving' | 'refused' | 'conflict';
  /** Code of the refusal at this entry. */
  readonly problem?: string;
  readonly theirs?: { readonly value: string | null; readonly by: string | null; readonly revision: number };
}
export type Drafts = Readonly<Record<string, Draft>>;

/** What can be sent now, as one batch; null where nothing waits. */
export function nextBatch(
  report: Pick<CountyReport, 'entryRevisions'>,
  drafts: Drafts,
  bases: Readonly<Record<string, number>>,
  key: string,
): SaveCountyEntriesRequest | null {
  const changes = Object.entries(drafts).flatMap(([entry, { value, state }]) =>
    state === 'waiting' ? [{ entry, value, baseRevision: bases[entry] ?? report.entryRevisions[entry] ?? 0 }] : [],
  );
  return changes.length === 0 ? null : { key, changes: changes.slice(0, 200) };
}

/** The report as it is after a save: nobody waits for it to be read again. */
export function withSaved(
  report: CountyReport,
  request: SaveCountyEntriesRequest,
  answer: SavedCountyEntries,
): CountyReport {
  const entries = { ...report.entries };
  const entryRevisions = { ...report.entryRevisions };
  const entrySources = { ...report.entrySources };
  for (const { entry } of request.changes) {
    const value = answer.saved[entry] ?? null;
    if (value === null) delete entries[entry];
    else entries[entry] = value;
    entryRevisions[entry] = answer.revision;
    entrySources[entry] = 'typed';
  }
  return { ...report, entries, entryRevisions, entrySources, revision: Math.max(report.revision, answer.revision) };
}

/** Drafts after their save: what was typed on meanwhile waits for the next one. */
export function withoutSent(drafts: Drafts, request: SaveCountyEntriesRequest): Drafts {
  const sent = new Map(request.changes.map(({ entry, value }) => [entry, value]));
  return Object.fromEntries(
    Object.entries(drafts).filter(
      ([entry, draft]) => !(draft.state === 'saving' && sent.has(entry) && sent.get(entry) === draft.value),
    ),
  );
}

/** Drafts after a refusal that names some entries: those stand aside, the others are sent again without them. */
export function afterRefusal(
  drafts: Drafts,
  request: SaveCountyEntriesRequest,
  refusal: {
    readonly code: string;
    readonly problems: readonly {
      readonly at: string;
      readonly code: string;
      readonly facts?: Record<string, unknown>;
    }[];
  },
): Drafts {
  const named = new Map(refusal.problems.map((problem) => [problem.at, problem]));
  const sent = new Set(request.changes.map(({ entry }) => entry));
  return Object.fromEntries(
    Object.entries(drafts).map(([entry, draft]): [string, Draft] => {
      if (draft.state !== 'saving' || !sent.has(entry)) return [entry, draft];
      const problem = named.get(entry);
      if (problem === undefined && named.size > 0) return [entry, { ...draft, state: 'waiting' }];
      if (refusal.code !== 'county-report.conflict')
        return [entry, { ...draft, state: 'refused', problem: problem?.code ?? refusal.code }];
      const { theirs, by, revision } = problem?.facts ?? {};
      return [
        entry,
        {
          ...draft,
          state: 'conflict',
          theirs: {
            value: typeof theirs === 'string' ? theirs : null,
            by: typeof by === 'string' ? by : null,
            revision: typeof revision === 'number' ? revision : 0,
          },
        },
      ];
    }),
  );
}
