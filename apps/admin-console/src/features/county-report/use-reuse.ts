import type { CountyReport } from '@junheng/api-contract';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { countyReportKeys, reuseCountyEvidence } from '../../server/county-reports.ts';

/** Taking files of the report before over. Answers are the report as it then is; after a refusal it is read again. */
export function useReuse(report: CountyReport) {
  const client = useQueryClient();
  return useMutation({
    mutationKey: countyReportKeys.evidence(report.id),
    mutationFn: (wanted: { readonly evidenceIds: readonly string[]; readonly topic?: string }) =>
      reuseCountyEvidence(report.id, wanted),
    onSuccess: (after) => client.setQueryData(countyReportKeys.one(report.round.id), after),
    onSettled: (_after, error) => {
      const { one, overview } = countyReportKeys;
      void client.invalidateQueries({ queryKey: (error === null ? overview : one)(report.round.id) });
    },
  });
}
