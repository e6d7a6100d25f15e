import type { CountyPart, CountyPartStatus, Round } from '@junheng/api-contract';

/** What can happen to the part of a section as a whole. */
export type CountyMove = 'submit' | 'withdraw' | 'return' | 'approve';

/** A pair that is not listed is refused. */
const statusAfter: Readonly<Record<CountyMove, Partial<Record<CountyPartStatus, CountyPartStatus>>>> = {
  submit: { filling: 'submitted', returned: 'submitted' },
  withdraw: { submitted: 'filling' },
  // An approved part can be reopened with reasons: what was frozen from it stays as it was.
  return: { submitted: 'returned', approved: 'returned' },
  approve: { submitted: 'approved' },
};

/** @returns the status after the move, or null where it is not possible */
export function afterMove(move: CountyMove, status: CountyPartStatus): CountyPartStatus | null {
  return statusAfter[move][status] ?? null;
}

/** Why the entries of a part cannot be changed now, the most telling reason first. */
export function lockOf(status: CountyPartStatus, roundState: Round['state'], mayFill: boolean): CountyPart['lock'] {
  if (!mayFill) return 'no-right';
  if (status === 'submitted' || status === 'approved') return status;
  return roundState === 'planned' ? 'not-open-yet' : roundState === 'closed' ? 'closed' : null;
}

/** What the person asking may do with a part, before its contents are looked at. */
export function mayOf(
  status: CountyPartStatus,
  roundState: Round['state'],
  rights: { readonly fill: boolean; readonly decide: boolean },
): CountyPart['may'] {
  const can = (move: CountyMove) => afterMove(move, status) !== null;
  const open = roundState === 'open';
  return {
    fill: lockOf(status, roundState, rights.fill) === null,
    submit: rights.fill && open && can('submit'),
    withdraw: rights.fill && open && can('withdraw'),
    return: rights.decide && can('return'),
    approve: rights.decide && can('approve'),
  };
}
