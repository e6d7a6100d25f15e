import { useQueryClient } from '@tanstack/react-query';
import { useMemo } from 'react';
import { evidenceQuery } from '../../api/evidence.ts';
import {
  answerReturn,
  dueQuery,
  giveCheckReason,
  moveSelfReport,
  selfReportQuery,
  type ReportMove,
} from '../../api/self-reports.ts';
import type { SelfReport } from '../../api/types.ts';

/** What a person does to a report besides filling cells. Each rejects with `ApiProblemError`; the cache then is fetched anew. */
export function useReportActions(reportId: string) {
  const queryClient = useQueryClient();
  return useMemo(() => {
    const { queryKey } = selfReportQuery(reportId);
    const keep = async (answer: Promise<SelfReport>): Promise<void> => {
      try {
        queryClient.setQueryData(queryKey, await answer);
      } catch (error) {
        void queryClient.invalidateQueries({ queryKey });
        throw error;
      } finally {
        void queryClient.invalidateQueries({ queryKey: dueQuery.queryKey });
        // Whether files may be added goes with the state of the report.
        void queryClient.invalidateQueries({ queryKey: evidenceQuery(reportId).queryKey });
      }
    };
    return {
      giveReason: (ruleKey: string, reason: string) => keep(giveCheckReason(reportId, ruleKey, reason)),
      answerReason: (reasonId: string, answer: string) => keep(answerReturn(reportId, reasonId, answer)),
      move: (move: ReportMove, revision: number) => keep(moveSelfReport(reportId, move, revision)),
    };
  }, [queryClient, reportId]);
}
