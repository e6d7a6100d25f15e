import type { Consolidation } from '@junheng/api-contract';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { consolidationQuery } from '../../server/consolidation.ts';
import { asRefusal } from '../../server/refusal.ts';

/** One act on the consolidation: its answer is the page from now on; where somebody was faster, the page is read again. */
export function useConsolidationAct<Wanted>(
  inspectionId: string,
  act: (wanted: Wanted) => Promise<Consolidation>,
  done: () => void = () => undefined,
) {
  const client = useQueryClient();
  const { queryKey } = consolidationQuery(inspectionId);
  return useMutation({
    mutationFn: act,
    onSuccess: (answer) => {
      client.setQueryData(queryKey, answer);
      done();
    },
    onError: (error) => {
      const { code } = asRefusal(error);
      if (code.startsWith('consolidation.')) void client.invalidateQueries({ queryKey });
    },
  });
}
