import type { RegisteredDemoSchool } from './demo-register.ts';

/** How far a school's report of this year has come. */
export type DemoState =
  | 'not-started'
  | 'half-filled'
  | 'filling-with-findings'
  | 'handed-over'
  | 'submitted'
  | 'resubmitted'
  | 'returned'
  | 'approved';

/** The schools of the demonstration by their part in it. */
export interface DemoCast {
  /** Nine-year school whose reporter is filling in and has findings to mend. */
  readonly schoolA: RegisteredDemoSchool;
  /** Primary school whose report came back with reasons. */
  readonly schoolB: RegisteredDemoSchool;
  readonly stateOf: ReadonlyMap<string, DemoState>;
}

export class DemoCastError extends Error {
  constructor(part: string) {
    super(`the demonstration county has no school for the part of ${part}`);
    this.name = 'DemoCastError';
  }
}

/** In turn over the schools that are free: every state is there several times, most reports are on their way. */
const turns: readonly DemoState[] = [
  'approved',
  'submitted',
  'half-filled',
  'approved',
  'submitted',
  'handed-over',
  'approved',
  'submitted',
  'not-started',
  'approved',
  'submitted',
];

/** @param exampleCodes schools left untouched, for whoever imports the example workbooks */
export function castSchools(schools: readonly RegisteredDemoSchool[], exampleCodes: ReadonlySet<string>): DemoCast {
  const free = schools.filter(({ school }) => !exampleCodes.has(school.code));
  const schoolA = free.find(
    ({ school: { type, cells } }) => type === 'nine-year' && cells['this-year']['pupils.junior'] !== '0',
  );
  const schoolB = free.findLast(({ school: { type, locale } }) => type === 'primary' && locale === 'town');
  if (schoolA === undefined) throw new DemoCastError('school A');
  if (schoolB === undefined) throw new DemoCastError('school B');
  const stateOf = new Map<string, DemoState>(schools.map(({ id }) => [id, 'not-started']));
  const rest = free.filter((each) => each !== schoolA && each !== schoolB);
  for (const [index, { id }] of rest.entries()) stateOf.set(id, turns[index % turns.length] ?? 'not-started');
  const [first, second] = rest.filter(({ id, school }) => stateOf.get(id) === 'submitted' && school.type === 'junior');
  if (first !== undefined) stateOf.set(first.id, 'resubmitted');
  if (second !== undefined) stateOf.set(second.id, 'returned');
  stateOf.set(schoolA.id, 'filling-with-findings');
  stateOf.set(schoolB.id, 'returned');
  return { schoolA, schoolB, stateOf };
}
