import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query';
import { isTemporary, needsSignIn } from '../server/refusal.ts';
import { sessionQuery } from '../server/session.ts';

const MOST_RETRIES = 2;

/** One cache for everything the server says. When a session ends anywhere, everybody sees the sign-in page. */
export function makeQueryClient(): QueryClient {
  const leaveIfEnded = (error: Error): void => {
    if (needsSignIn(error)) client.setQueryData(sessionQuery.queryKey, null);
  };
  const client: QueryClient = new QueryClient({
    queryCache: new QueryCache({ onError: leaveIfEnded }),
    mutationCache: new MutationCache({ onError: leaveIfEnded }),
    defaultOptions: {
      queries: {
        staleTime: 15_000,
        // Only what may succeed the next time is tried again.
        retry: (failures, error) => failures < MOST_RETRIES && isTemporary(error),
      },
    },
  });
  return client;
}
