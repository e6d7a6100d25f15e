import { selfReportStatuses, type Round } from '@junheng/api-contract';
import { closesAt, stateAt } from './round-calendar.rules.ts';
import type { RoundRecord, StatusCounts } from './rounds.types.ts';

export function noCounts(): StatusCounts {
  return { 'not-started': 0, filling: 0, 'handed-over': 0, submitted: 0, returned: 0, approved: 0 };
}

/** @param leftOut schools that are open still */
export function presentRound(
  round: RoundRecord,
  { counts, leftOut, now }: { readonly counts: StatusCounts; readonly leftOut: number; readonly now: Date },
): Round {
  return {
    id: round.id,
    regionId: round.regionId,
    regionName: round.regionName,
    kind: round.kind,
    year: round.year,
    editionId: round.editionId,
    opensOn: round.opensOn,
    deadline: round.deadline,
    closesAt: closesAt(round.deadline, round.timeZone).toISOString(),
    state: stateAt(round, now),
    onePersonMaySubmit: round.onePersonMaySubmit,
    reviewLevels: [...round.reviewLevels],
    returnsTo: round.returnsTo,
    twoPersonReview: round.twoPersonReview,
    schoolCount: selfReportStatuses.reduce((sum, status) => sum + counts[status], 0),
    leftOut,
    counts,
  };
}
