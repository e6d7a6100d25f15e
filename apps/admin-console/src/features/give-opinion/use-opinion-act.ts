import type { Opinion } from '@junheng/api-contract';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { opinionKeys } from '../../server/opinions.ts';

/** Does one act and shows what the opinion became; after a refusal it is asked again, because somebody else may have acted. */
export function useOpinionAct(opinion: Opinion) {
  const client = useQueryClient();
  const path = { inspectionId: opinion.inspection.id, countyId: opinion.county.id };
  const acting = useMutation({
    mutationFn: (act: () => Promise<Opinion>) => act(),
    onSuccess: (next) => client.setQueryData(opinionKeys.one(path), next),
    onError: () => client.invalidateQueries({ queryKey: opinionKeys.one(path) }),
  });
  return {
    path,
    error: acting.error,
    busy: acting.isPending,
    /** Null where it was refused. */
    run: (act: () => Promise<Opinion>): Promise<Opinion | null> => acting.mutateAsync(act).catch(() => null),
  };
}
