/*
 * Whether the server answers, by the last call: `navigator.onLine` only knows of cables. A call that was given up says nothing.
 */
let reachable = true;
const listeners = new Set<() => void>();

const GATEWAY_STATUSES = new Set([502, 504]);

function learn(answered: boolean): void {
  if (answered === reachable) return;
  reachable = answered;
  for (const listener of listeners) listener();
}

export const isReachable = (): boolean => reachable && navigator.onLine;

export function onReachChange(listener: () => void): () => void {
  listeners.add(listener);
  window.addEventListener('online', listener);
  window.addEventListener('offline', listener);
  return () => {
    listeners.delete(listener);
    window.removeEventListener('online', listener);
    window.removeEventListener('offline', listener);
  };
}

/** `fetch`, noting whether there was an answer. */
export async function watchedFetch(request: Request): Promise<Response> {
  try {
    const answer = await globalThis.fetch(request);
    learn(!GATEWAY_STATUSES.has(answer.status));
    return answer;
  } catch (error) {
    if (!request.signal.aborted) learn(false);
    throw error;
  }
}
