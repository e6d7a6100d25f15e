import type { ReviewLevel, Round } from '@junheng/api-contract';
import type { CalendarDate } from './round-calendar.rules.ts';

/** A round (填报批次) as stored: what is asked, of which county, by which edition, from when until when. */
export interface RoundRecord {
  readonly id: string;
  readonly regionId: string;
  readonly regionName: string;
  readonly timeZone: string;
  readonly kind: Round['kind'];
  readonly year: number;
  readonly editionId: string;
  readonly editionHash: string;
  readonly opensOn: CalendarDate;
  readonly deadline: CalendarDate;
  readonly onePersonMaySubmit: boolean;
  readonly reviewLevels: readonly ReviewLevel[];
  readonly returnsTo: Round['returnsTo'];
  readonly twoPersonReview: boolean;
  readonly previousRoundId: string | null;
  /** Closed by hand before its deadline. */
  readonly closed: boolean;
  /** Schools of the county left out when it was opened and not joined since, closed ones with them: at most so many lack. */
  readonly leftOut: number;
}

export interface NewRound {
  readonly regionId: string;
  readonly kind: Round['kind'];
  readonly year: number;
  readonly editionId: string;
  readonly editionHash: string;
  readonly opensOn: CalendarDate;
  readonly deadline: CalendarDate;
  readonly onePersonMaySubmit: boolean;
  /** The county alone where it is left out. */
  readonly reviewLevels?: readonly ReviewLevel[] | undefined;
  /** The school where it is left out. */
  readonly returnsTo?: Round['returnsTo'] | undefined;
  readonly twoPersonReview?: boolean | undefined;
  readonly previousRoundId: string | null;
}

/** How many of a round's reports, of those the person asking may see, are in which state. */
export type StatusCounts = Round['counts'];
