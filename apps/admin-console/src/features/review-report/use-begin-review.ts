import type { SelfReport } from '@junheng/api-contract';
import { useMutation } from '@tanstack/react-query';
import { beginReview } from '../../server/self-reports.ts';

/** Moves of one report follow each other: a review begun late must not arrive after the decision. */
export const moveScope = (reportId: string): { readonly id: string } => ({ id: `self-report-${reportId}` });

/** Tells the server, once a visit, that somebody reviews: from then on the school cannot withdraw the report. */
export function useBeginReview(report: SelfReport) {
  const { mutate, isIdle, isError, error, reset } = useMutation({
    mutationFn: () => beginReview(report.id, report.revision),
    scope: moveScope(report.id),
  });
  return {
    /** Tried again when it failed. What does not wait for a decision (an approved report) has no review to begin. */
    begin: (): void => {
      if (report.may.approve && (isIdle || isError)) mutate();
    },
    error,
    /** The decision was taken: what comes back later is a review of its own. */
    ended: reset,
  };
}
