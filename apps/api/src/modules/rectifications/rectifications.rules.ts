import type { RoundRecord } from '../rounds/rounds.types.ts';
import type {
  EscalationLevel,
  FollowedBase,
  RectificationEventKind,
  RectificationStanding,
  RectificationStatus,
  RowState,
} from './rectifications.types.ts';

/** An exception may be signed for so long: after that somebody looks at it again. */
export const LONGEST_EXCEPTION_DAYS = 3 * 366;
const WEEK_DAYS = 7;
const LADDER: readonly EscalationLevel[] = ['unit', 'county', 'city', 'province'];

type Excusable = Pick<RowState, 'status' | 'exceptionExpiresOn'>;

/** An exception holds to the end of its last day; nobody has to do anything for it to lapse. */
export function hasLapsed({ status, exceptionExpiresOn }: Excusable, today: string): boolean {
  return status === 'excepted' && exceptionExpiresOn !== null && exceptionExpiresOn < today;
}

export function statusOn(row: Excusable, today: string): RectificationStatus {
  return hasLapsed(row, today) ? 'open' : row.status;
}

/** Days since the deadline; since the end of a lapsed exception, where that came later. 0 unless the row is open. */
export function overdueDays(row: Excusable & Pick<RowState, 'deadline'>, today: string): number {
  if (row.deadline === null || statusOn(row, today) !== 'open') return 0;
  const excusedUntil = hasLapsed(row, today) ? (row.exceptionExpiresOn ?? '') : '';
  const since = excusedUntil > row.deadline ? excusedUntil : row.deadline;
  return Math.max(0, daysBetween(since, today));
}

/** With whom an overdue row lies: the unit in the first week, then one level further up each week; the last keeps it. */
export function escalationOf(days: number): EscalationLevel | null {
  if (days <= 0) return null;
  return LADDER[Math.min(LADDER.length - 1, Math.floor((days - 1) / WEEK_DAYS))] ?? null;
}

/**
 * What was carried out before the data were approved stands in them, and is not counted on a second time. Later, or not yet, it is
 * still to come. In doubt (the very day) it is taken to stand in them: then the coverage rather says too little.
 */
export function standsInData(doneOn: string | null, frozenOn: string): boolean {
  return doneOn !== null && doneOn <= frozenOn;
}

export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000);
}

export interface Move {
  readonly status: RectificationStatus;
  readonly event: RectificationEventKind | null;
}

/** What newly approved data make of a row: failing data never leave it closed, passing data never leave it open. */
export function moveBy(standing: RectificationStanding, status: RectificationStatus): Move {
  switch (standing) {
    case 'failing':
      if (status === 'closed') return { status: 'open', event: 'reopened' };
      return status === 'to-verify' ? { status: 'open', event: 'failed-again' } : { status, event: null };
    case 'passing':
      return status === 'open' || status === 'excepted'
        ? { status: 'to-verify', event: 'passed' }
        : { status, event: null };
    case 'undecided':
      return status === 'to-verify' ? { status: 'open', event: 'failed-again' } : { status, event: null };
    case 'none':
      return { status, event: null };
    default: {
      const exhaustive: never = standing;
      return exhaustive;
    }
  }
}

/**
 * Rounds of a part of the schools say nothing of the county, and an older round says nothing new.
 * @param isOfAPart what `RoundsService.isOfAPart` says of the round
 */
export function followsFrom(
  base: Pick<FollowedBase, 'roundId' | 'year' | 'opensOn'> | null,
  round: Pick<RoundRecord, 'id' | 'year' | 'opensOn'>,
  isOfAPart: boolean,
): boolean {
  if (isOfAPart) return false;
  if (base === null || base.roundId === round.id) return true;
  return round.year > base.year || (round.year === base.year && round.opensOn > base.opensOn);
}

/** Nobody vouches for their own work: who is responsible, by account or by name, or who reported it done. */
export function isOwnRow(
  row: Pick<RowState, 'personId' | 'personName' | 'reportedBy'>,
  person: { readonly id: string | null; readonly name: string },
): boolean {
  if (person.id !== null && (person.id === row.personId || person.id === row.reportedBy)) return true;
  return row.personId === null && row.personName !== null && row.personName === person.name;
}
