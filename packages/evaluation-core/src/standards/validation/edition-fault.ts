/** What can be wrong with an edition. Text: `edition-fault.<fault>` with { where, what }. */
export const editionFaultKinds = [
  'unknown-item',
  'unknown-stage',
  'unknown-quantity',
  'unknown-type',
  'unknown-section',
  'unknown-indicator',
  'unknown-requirement',
  'unknown-part',
  'unknown-dimension',
  'unknown-option',
  /** A count where a text is expected, an item of schools asked of the county, an item by stage without a stage ... */
  'wrong-level',
  'duplicate',
  'bad-id',
  'not-a-decimal',
  'not-a-date',
  /** A year further back than the item is asked for. */
  'year-not-asked',
  'missing-limit',
  /** No report can ever meet it. */
  'unreachable',
  /** Every report meets it, so that it asks nothing. */
  'always-met',
  'pass-mark-above-total',
  'points-differ-from-total',
  'steps-not-descending',
  'period-never-open',
  /** Two special rules change the same number for the same school. */
  'overlapping-special-rules',
  'no-source',
  'missing-translation',
] as const;

/** A fault of an edition: where, and what it names that does not exist or cannot be. */
export interface EditionFault {
  readonly where: string;
  readonly fault: (typeof editionFaultKinds)[number];
  readonly what: string;
}

export function duplicates(where: string, ids: readonly string[]): readonly EditionFault[] {
  return [...new Set(ids.filter((each, index) => ids.indexOf(each) !== index))].map((what) => ({
    where,
    fault: 'duplicate',
    what,
  }));
}
