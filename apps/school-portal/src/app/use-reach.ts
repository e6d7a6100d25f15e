import { useEffect, useSyncExternalStore } from 'react';
import { isReachable, onReachChange } from '../api/reach.ts';
import { loadSession } from '../api/session.ts';

const ASK_EVERY_MS = 10_000;

/** Whether the server answers. While it does not it is asked again and again: nothing else on a quiet page would find out. */
export function useReach(): boolean {
  const reachable = useSyncExternalStore(onReachChange, isReachable);
  useEffect(() => {
    if (reachable) return;
    const ask = (): void => void loadSession().catch(() => undefined);
    const timer = setInterval(ask, ASK_EVERY_MS);
    window.addEventListener('online', ask);
    return () => {
      clearInterval(timer);
      window.removeEventListener('online', ask);
    };
  }, [reachable]);
  return reachable;
}
