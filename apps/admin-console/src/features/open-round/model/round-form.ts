import type { ReviewLevel, Round } from '@junheng/api-contract';

export const roundKinds: readonly Round['kind'][] = [
  'self-evaluation',
  'city-review',
  'province-evaluation',
  'annual-monitoring',
  're-check',
  'special',
];

/** What is in the form; dates are `YYYY-MM-DD`, empty while not chosen. */
export interface RoundForm {
  readonly regionId: string;
  readonly kind: Round['kind'];
  readonly year: string;
  readonly editionId: string;
  readonly opensOn: string;
  readonly deadline: string;
  readonly onePersonMaySubmit: boolean;
  /** The level that approves last; those below it come before. */
  readonly lastLevel: ReviewLevel;
  readonly returnsTo: Round['returnsTo'];
  readonly twoPersonReview: boolean;
  /** Null: every school that the standard asks anything of. */
  readonly schools: ReadonlySet<string> | null;
  readonly announces: boolean;
  /** Null: the words proposed, which follow the form. */
  readonly announcement: string | null;
}

const levelsInOrder: readonly ReviewLevel[] = ['county', 'city', 'province'];

/** From the county up to the level that approves last. */
export function levelsUpTo(last: ReviewLevel): ReviewLevel[] {
  return levelsInOrder.slice(0, levelsInOrder.indexOf(last) + 1);
}

export type RoundFault = 'county' | 'year' | 'edition' | 'opensOn' | 'deadline' | 'past' | 'schools' | 'announcement';
export type RoundFaults = Readonly<Partial<Record<keyof RoundForm, RoundFault>>>;

/** What must be mended before it is sent; `today` is the day in the region's zone. */
export function roundFaults(form: RoundForm, today: string): RoundFaults {
  const faults: Partial<Record<keyof RoundForm, RoundFault>> = {};
  const year = Number(form.year);
  if (form.regionId === '') faults.regionId = 'county';
  if (!/^\d{4}$/.test(form.year) || year < 2000 || year > 2100) faults.year = 'year';
  if (form.editionId === '') faults.editionId = 'edition';
  if (form.opensOn === '') faults.opensOn = 'opensOn';
  if (form.deadline === '' || form.deadline <= form.opensOn) faults.deadline = 'deadline';
  else if (form.deadline < today) faults.deadline = 'past';
  if (form.schools?.size === 0) faults.schools = 'schools';
  if (form.announces && form.announcement !== null && form.announcement.trim().length < 2) {
    faults.announcement = 'announcement';
  }
  return faults;
}
