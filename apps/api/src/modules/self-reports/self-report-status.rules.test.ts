import { describe, expect, it } from '@jest/globals';
import { selfReportStatuses } from '@junheng/api-contract';
import {
  afterMove,
  afterSave,
  doneByOnePerson,
  lockOf,
  mayOf,
  moves,
  type ReportRights,
  type ReportState,
} from './self-report-status.rules.ts';

describe('status changes', () => {
  it('are exactly those of this table', () => {
    const table = moves.flatMap((move) =>
      selfReportStatuses.flatMap((status) =>
        [false, true].flatMap((underReturn) => {
          const next = afterMove(move, status, underReturn);
          return next === null ? [] : [`${move}: ${status}${underReturn ? ' (under return)' : ''} -> ${next}`];
        }),
      ),
    );
    const both = (move: string, status: string, next: string) => [
      `${move}: ${status} -> ${next}`,
      `${move}: ${status} (under return) -> ${next}`,
    ];
    expect(table).toEqual([
      ...both('hand-over', 'not-started', 'handed-over'),
      ...both('hand-over', 'filling', 'handed-over'),
      ...both('hand-over', 'returned', 'handed-over'),
      'take-back: handed-over -> filling',
      'take-back: handed-over (under return) -> returned',
      ...both('submit', 'not-started', 'submitted'),
      ...both('submit', 'filling', 'submitted'),
      ...both('submit', 'handed-over', 'submitted'),
      ...both('submit', 'returned', 'submitted'),
      'withdraw: submitted -> filling',
      'withdraw: submitted (under return) -> returned',
      ...both('return', 'submitted', 'returned'),
      ...both('return', 'approved', 'returned'),
      ...both('approve', 'submitted', 'approved'),
      ...both('import', 'not-started', 'submitted'),
      ...both('import', 'filling', 'submitted'),
      ...both('import', 'handed-over', 'submitted'),
      ...both('import', 'returned', 'submitted'),
    ]);
  });

  it('a save starts the filling and nothing else', () => {
    expect(selfReportStatuses.map(afterSave)).toEqual([
      'filling',
      'filling',
      'handed-over',
      'submitted',
      'returned',
      'approved',
    ]);
  });
});

describe('locks', () => {
  it('say the most telling reason', () => {
    expect(lockOf('filling', 'open', true)).toBeNull();
    expect(lockOf('returned', 'open', true)).toBeNull();
    expect(lockOf('filling', 'open', false)).toBe('no-right');
    expect(lockOf('filling', 'planned', true)).toBe('not-open-yet');
    expect(lockOf('filling', 'closed', true)).toBe('closed');
    expect(lockOf('approved', 'closed', true)).toBe('approved');
    expect(lockOf('submitted', 'closed', true)).toBe('submitted');
    expect(lockOf('handed-over', 'open', true)).toBe('handed-over');
  });
});

describe('what a person may do', () => {
  const state = (changes: Partial<ReportState>): ReportState => ({
    status: 'filling',
    roundState: 'open',
    underReturn: false,
    reviewBegun: false,
    twoPersons: false,
    level: changes.status === 'submitted' || changes.status === 'approved' ? 'county' : null,
    ...changes,
  });
  const reporter: ReportRights = { fill: true, submit: false, decide: [] };
  const principal: ReportRights = { fill: true, submit: true, decide: [] };
  const bureau: ReportRights = { fill: false, submit: false, decide: ['county'] };
  const may = (changes: Partial<ReportState>, rights: ReportRights) =>
    Object.entries(mayOf(state(changes), rights)).flatMap(([name, yes]) => (yes ? [name] : []));

  it('the reporter fills and hands over, the principal submits, the bureau decides', () => {
    expect(may({}, reporter)).toEqual(['fill', 'handOver']);
    expect(may({}, principal)).toEqual(['fill', 'handOver', 'submit']);
    expect(may({}, bureau)).toEqual([]);
    expect(may({ status: 'handed-over' }, reporter)).toEqual(['takeBack']);
    expect(may({ status: 'handed-over' }, principal)).toEqual(['takeBack', 'submit']);
    expect(may({ status: 'submitted' }, principal)).toEqual(['withdraw']);
    expect(may({ status: 'submitted' }, bureau)).toEqual(['return', 'approve']);
    expect(may({ status: 'approved' }, bureau)).toEqual(['return', 'correct']);
    expect(may({ status: 'approved', twoPersons: true }, bureau)).toEqual(['return']);
    expect(may({ status: 'approved' }, principal)).toEqual([]);
  });

  it('a level decides only on what lies with it', () => {
    const city: ReportRights = { fill: false, submit: false, decide: ['city'] };
    expect(may({ status: 'submitted' }, city)).toEqual([]);
    expect(may({ status: 'submitted', level: 'city' }, city)).toEqual(['return', 'approve']);
    expect(may({ status: 'submitted', level: 'city' }, bureau)).toEqual([]);
  });

  it('nothing of the school after the deadline, and no withdrawal once the review has begun', () => {
    expect(may({ roundState: 'closed' }, principal)).toEqual([]);
    expect(may({ status: 'submitted', roundState: 'closed' }, principal)).toEqual([]);
    expect(may({ status: 'submitted', reviewBegun: true }, principal)).toEqual([]);
    expect(may({ status: 'submitted', roundState: 'closed' }, bureau)).toEqual(['return', 'approve']);
  });
});

describe('four eyes', () => {
  it('asks for a second person only where one did it all', () => {
    expect(doneByOnePerson('principal', { typedBy: ['reporter'], handedOverBy: null })).toBe(false);
    expect(doneByOnePerson('principal', { typedBy: [], handedOverBy: null })).toBe(false);
    expect(doneByOnePerson('principal', { typedBy: ['principal'], handedOverBy: null })).toBe(true);
    expect(doneByOnePerson('principal', { typedBy: ['reporter', 'principal'], handedOverBy: null })).toBe(true);
    expect(doneByOnePerson('principal', { typedBy: ['principal'], handedOverBy: 'principal' })).toBe(true);
    expect(doneByOnePerson('principal', { typedBy: ['principal'], handedOverBy: 'reporter' })).toBe(false);
  });
});
