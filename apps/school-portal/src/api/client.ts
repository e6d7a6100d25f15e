import { createApiClient } from '@junheng/api-client';
import { watchedFetch } from './reach.ts';

/** A call that has not answered by then counts as lost; saves are idempotent, so they are simply sent again. */
const TIMEOUT_MS = 20_000;

const sessionEndListeners = new Set<() => void>();

/** Called when a call is refused because nobody is signed in any more. */
export function onSessionEnd(listener: () => void): () => void {
  sessionEndListeners.add(listener);
  return () => sessionEndListeners.delete(listener);
}

export function sessionEnded(): void {
  for (const listener of sessionEndListeners) listener();
}

/** One for the page: it holds the token of the session. */
export const client = createApiClient({
  baseUrl: location.origin,
  fetch: watchedFetch,
  timeoutMilliseconds: TIMEOUT_MS,
  onSessionEnded: sessionEnded,
});
