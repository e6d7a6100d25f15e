import type { DueSelfReport } from '../../../api/types.ts';

export interface NextStep {
  readonly action: 'start' | 'goOn' | 'correct' | 'review' | 'handIn' | 'view';
  /** The step is this person's to take now. */
  readonly urgent: boolean;
  /** Leads to the page where the report is handed in. */
  readonly handIn: boolean;
}

/** What the one button of a report says and where it leads. */
export function nextStepOf(report: DueSelfReport, maySubmit: boolean): NextStep {
  if (report.status === 'handed-over' && maySubmit) return { action: 'review', urgent: true, handIn: true };
  if (report.status === 'submitted' || report.status === 'handed-over') {
    return { action: 'view', urgent: false, handIn: true };
  }
  if (report.lock !== null) return { action: 'view', urgent: false, handIn: false };
  if (report.status === 'not-started') return { action: 'start', urgent: true, handIn: false };
  if (blockersOf(report).length === 0) return { action: 'handIn', urgent: true, handIn: true };
  return { action: report.status === 'returned' ? 'correct' : 'goOn', urgent: true, handIn: false };
}

export interface Blocker {
  readonly kind: 'returns' | 'hard' | 'soft' | 'missing';
  readonly count: number;
}

/** What stands in the way of submission, the heaviest first. */
export function blockersOf(report: DueSelfReport): Blocker[] {
  const all: Blocker[] = [
    { kind: 'returns', count: report.openReturns },
    { kind: 'hard', count: report.hardFindings },
    { kind: 'soft', count: report.softWithoutReason },
    { kind: 'missing', count: report.required - report.filled },
  ];
  return all.filter((blocker) => blocker.count > 0);
}
