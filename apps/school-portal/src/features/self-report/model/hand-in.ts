import type { SelfReport } from '../../../api/types.ts';
import type { ReportMove } from '../../../api/self-reports.ts';

export interface OfferedMove {
  readonly move: ReportMove;
  /** Needs a report without obstacles. */
  readonly guarded: boolean;
  readonly primary: boolean;
}

/** The moves a person may make now, the most likely first. Who may also submit need not hand over to themselves. */
export function offeredMoves(may: SelfReport['may']): OfferedMove[] {
  const moves: OfferedMove[] = [];
  if (may.submit) moves.push({ move: 'submit', guarded: true, primary: true });
  if (may.handOver && !may.submit) moves.push({ move: 'hand-over', guarded: true, primary: true });
  if (may.takeBack) moves.push({ move: 'take-back', guarded: false, primary: false });
  if (may.withdraw) moves.push({ move: 'withdraw', guarded: false, primary: false });
  return moves;
}

/** The step that is to be taken: 0 fill, 1 hand over (never stands still there), 2 principal submits, 3 bureau reviews, 4 none. */
export function stepOf(status: SelfReport['status']): number {
  switch (status) {
    case 'not-started':
    case 'filling':
    case 'returned':
      return 0;
    case 'handed-over':
      return 2;
    case 'submitted':
      return 3;
    case 'approved':
      return 4;
    default: {
      const exhaustive: never = status;
      return exhaustive;
    }
  }
}
