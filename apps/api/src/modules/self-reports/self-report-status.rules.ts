import type { ReviewLevel, Round, SelfReport, SelfReportStatus } from '@junheng/api-contract';

/** What can happen to a report as a whole (保存 is no move: it changes cells and only starts the filling). */
export const moves = ['hand-over', 'take-back', 'submit', 'withdraw', 'return', 'approve', 'import'] as const;
export type Move = (typeof moves)[number];

export type Lock = NonNullable<SelfReport['lock']>;

/**
 * The table of status changes. `corrected` stands for the state a report goes back to: `returned` while the reasons of a
 * return are being worked off, otherwise `filling`. A pair that is not listed is refused.
 */
const statusAfter: Readonly<Record<Move, Partial<Record<SelfReportStatus, SelfReportStatus | 'corrected'>>>> = {
  'hand-over': { 'not-started': 'handed-over', filling: 'handed-over', returned: 'handed-over' },
  'take-back': { 'handed-over': 'corrected' },
  submit: { 'not-started': 'submitted', filling: 'submitted', returned: 'submitted', 'handed-over': 'submitted' },
  withdraw: { submitted: 'corrected' },
  // An approved report can be reopened with reasons: what was frozen from it stays as it was, the next version will differ.
  return: { submitted: 'returned', approved: 'returned' },
  approve: { submitted: 'approved' },
  import: { 'not-started': 'submitted', filling: 'submitted', returned: 'submitted', 'handed-over': 'submitted' },
};

/**
 * @param underReturn whether reasons of a return are being worked off (the report came back and was not approved since)
 * @returns the status after the move, or null where the move is not possible
 */
export function afterMove(move: Move, status: SelfReportStatus, underReturn: boolean): SelfReportStatus | null {
  const next = statusAfter[move][status] ?? null;
  return next === 'corrected' ? (underReturn ? 'returned' : 'filling') : next;
}

/** Saving a cell starts a report; it changes no other status. */
export function afterSave(status: SelfReportStatus): SelfReportStatus {
  return status === 'not-started' ? 'filling' : status;
}

/**
 * Why cells cannot be changed now, the most telling reason first: that a report is approved says more than that its round is
 * over.
 */
export function lockOf(status: SelfReportStatus, roundState: Round['state'], mayFill: boolean): SelfReport['lock'] {
  if (!mayFill) return 'no-right';
  switch (status) {
    case 'approved':
    case 'submitted':
    case 'handed-over':
      return status;
    case 'not-started':
    case 'filling':
    case 'returned':
      return roundState === 'planned' ? 'not-open-yet' : roundState === 'closed' ? 'closed' : null;
    default: {
      const exhaustive: never = status;
      return exhaustive;
    }
  }
}

/** What the permissions of the person asking allow at this school, before the report's state is looked at. */
export interface ReportRights {
  readonly fill: boolean;
  readonly submit: boolean;
  /** The levels of review the person decides for. */
  readonly decide: readonly ReviewLevel[];
}

export interface ReportState {
  readonly status: SelfReportStatus;
  readonly roundState: Round['state'];
  readonly underReturn: boolean;
  /** A reviewer has opened it for review since it was submitted. */
  readonly reviewBegun: boolean;
  /** The level it lies with. */
  readonly level: ReviewLevel | null;
  /** Two people must approve. */
  readonly twoPersons: boolean;
}

/** What the person may do now. Whether a submission would be blocked by its contents is a matter of its own. */
export function mayOf(state: ReportState, rights: ReportRights): SelfReport['may'] {
  const can = (move: Move) => afterMove(move, state.status, state.underReturn) !== null;
  const open = state.roundState === 'open';
  const decides = state.level !== null && rights.decide.includes(state.level);
  return {
    fill: lockOf(state.status, state.roundState, rights.fill) === null,
    handOver: rights.fill && open && can('hand-over'),
    takeBack: (rights.fill || rights.submit) && open && can('take-back'),
    submit: rights.submit && open && can('submit'),
    // After the deadline a withdrawn report could not be corrected any more, so withdrawing ends with it.
    withdraw: rights.submit && open && can('withdraw') && !state.reviewBegun,
    return: decides && can('return'),
    approve: decides && can('approve'),
    correct: decides && state.status === 'approved' && !state.twoPersons,
  };
}

/**
 * Four eyes (双人复核): the person who submits must not be the only one who worked on it, unless the round allows one person.
 * Another person has seen it when the values are theirs, or when they handed exactly this state over.
 */
export function doneByOnePerson(
  submitterId: string,
  facts: { readonly typedBy: readonly string[]; readonly handedOverBy: string | null },
): boolean {
  const handedOverByAnother = facts.handedOverBy !== null && facts.handedOverBy !== submitterId;
  return !handedOverByAnother && facts.typedBy.includes(submitterId);
}
