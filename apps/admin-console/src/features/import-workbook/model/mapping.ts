import type { ImportPreviewView, ImportPurpose } from '@junheng/api-contract';

export type ImportSchool = ImportPreviewView['schools'][number];

/** The person's choices by workbook key: a school of the register, or null to leave the row out. */
export type Choices = Readonly<Record<string, string | null>>;

export type Destination =
  | {
      readonly kind: 'school';
      readonly schoolId: string;
      readonly name: string;
      readonly how: 'code' | 'name' | 'chosen';
    }
  | { readonly kind: 'left-out' }
  | { readonly kind: 'undecided' };

/** Where a row of the workbook goes: what was chosen wins over what the server matched. */
export function destinationOf(
  school: ImportSchool,
  choices: Choices,
  registered: ReadonlyMap<string, string>,
): Destination {
  if (Object.hasOwn(choices, school.key)) {
    const chosen = choices[school.key] ?? null;
    if (chosen === null) return { kind: 'left-out' };
    const name = registered.get(chosen) ?? school.candidates.find((each) => each.schoolId === chosen)?.name ?? chosen;
    return { kind: 'school', schoolId: chosen, name, how: 'chosen' };
  }
  if (school.schoolId === null || school.match === 'none') return { kind: 'undecided' };
  return {
    kind: 'school',
    schoolId: school.schoolId,
    name: school.schoolName ?? registered.get(school.schoolId) ?? school.name,
    how: school.match,
  };
}

export type Obstacle =
  | { readonly kind: 'errors'; readonly count: number }
  | { readonly kind: 'undecided'; readonly keys: readonly string[] }
  /** Two rows of the workbook would become one school's report. */
  | { readonly kind: 'same-school'; readonly name: string; readonly keys: readonly string[] }
  | { readonly kind: 'nothing-left' }
  | { readonly kind: 'replacing-unconfirmed'; readonly cells: number };

export interface Readiness {
  readonly obstacles: readonly Obstacle[];
  readonly taken: number;
  readonly leftOut: number;
  /** Rows the server will leave out because the report is already submitted, approved or not in the round. */
  readonly blocked: readonly ImportSchool[];
  readonly replaced: number;
  /** Values that prefilling would not take. */
  readonly kept: number;
  readonly mapping: readonly { readonly key: string; readonly schoolId: string | null }[];
}

/** Why the matched report takes nothing for this purpose. */
export function blockOf(school: ImportSchool, purpose: ImportPurpose): ImportSchool['prefill']['blockedBy'] {
  return purpose === 'prefill' ? school.prefill.blockedBy : school.blockedBy;
}

/** A value that the school's form does not ask for stops a handing-in; prefilling leaves it out. */
const leftOutByPrefill = 'cell_not_in_form';

/** What still stands in the way of confirming, and what confirming would do. */
export function readiness(
  preview: Pick<ImportPreviewView, 'schools' | 'problems'>,
  choices: Choices,
  replaceConfirmed: boolean,
  registered: ReadonlyMap<string, string>,
  purpose: ImportPurpose = 'hand-in',
): Readiness {
  const obstacles: Obstacle[] = [];
  const errors = preview.problems.filter(
    ({ severity, code }) => severity === 'error' && !(purpose === 'prefill' && code === leftOutByPrefill),
  ).length;
  if (errors > 0) obstacles.push({ kind: 'errors', count: errors });

  const undecided: string[] = [];
  const bySchool = new Map<string, { name: string; keys: string[] }>();
  const blocked: ImportSchool[] = [];
  let taken = 0;
  let leftOut = 0;
  let replaced = 0;
  let kept = 0;
  for (const school of preview.schools) {
    const destination = destinationOf(school, choices, registered);
    if (destination.kind === 'undecided') undecided.push(school.key);
    else if (destination.kind === 'left-out') leftOut += 1;
    else if (blockOf(school, purpose) !== null && destination.how !== 'chosen') blocked.push(school);
    else {
      taken += 1;
      const matched = destination.how !== 'chosen' || destination.schoolId === school.schoolId;
      if (matched && purpose === 'prefill') kept += school.prefill.keeps.length;
      if (matched && purpose === 'hand-in') replaced += school.replaces.length;
      const same = bySchool.get(destination.schoolId) ?? { name: destination.name, keys: [] };
      same.keys.push(school.key);
      bySchool.set(destination.schoolId, same);
    }
  }
  if (undecided.length > 0) obstacles.push({ kind: 'undecided', keys: undecided });
  for (const { name, keys } of bySchool.values())
    if (keys.length > 1) obstacles.push({ kind: 'same-school', name, keys });
  if (taken === 0) obstacles.push({ kind: 'nothing-left' });
  if (replaced > 0 && !replaceConfirmed) obstacles.push({ kind: 'replacing-unconfirmed', cells: replaced });
  const mapping = preview.schools
    .filter((school) => Object.hasOwn(choices, school.key))
    .map((school) => ({ key: school.key, schoolId: choices[school.key] ?? null }));
  return { obstacles, taken, leftOut, blocked, replaced, kept, mapping };
}
