import type { SelfReport } from '../../../api/types.ts';
import type { ReportMove } from '../../../api/self-reports.ts';
import type { WeighedFinding } from './progress.ts';

/** What stands between a report and its submission, by kind. All zero: it can go. */
export interface Obstacles {
  /** Typed but not on the server yet; goes away by itself with a network. */
  readonly unsent: number;
  /** Refused or in conflict: needs the person. */
  readonly refused: number;
  readonly missing: number;
  readonly hard: number;
  readonly soft: number;
  readonly returns: number;
}

export function obstaclesOf(facts: {
  readonly report: Pick<SelfReport, 'returnReasons'>;
  readonly missing: readonly unknown[];
  readonly findings: readonly WeighedFinding[];
  readonly unsent: number;
  readonly refused: number;
}): Obstacles {
  const count = (weight: WeighedFinding['weight']): number =>
    facts.findings.filter((finding) => finding.weight === weight).length;
  return {
    unsent: facts.unsent - facts.refused,
    refused: facts.refused,
    missing: facts.missing.length,
    hard: count('blocks'),
    soft: count('needs-reason'),
    returns: facts.report.returnReasons.filter((reason) => reason.state === 'open').length,
  };
}

export function nothingBlocks(obstacles: Obstacles): boolean {
  return Object.values(obstacles).every((count) => count === 0);
}

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
