import { useEffect, useState } from 'react';
import { onOtherPerson } from '../api/kept-session.ts';
import { isReachable } from '../api/reach.ts';
import { signOut } from '../api/session.ts';
import type { Session } from '../api/types.ts';
import { isReloading, reloadToNewest } from '../device/installed-page.ts';
import { clearLastSeen } from '../device/last-seen.ts';
import type { SavingWork } from './saving-work.ts';

/** What is on its way is given this long to arrive before anybody is warned of it. */
const SETTLE_MS = 1_500;
/** A server that cannot be reached hears of the sign-out later (api/session.ts). */
const SIGN_OUT_MS = 3_000;

const pause = (milliseconds: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, milliseconds));

export interface Leaving {
  /** Entries that would be lost; 0 while nothing is asked. */
  readonly asking: number;
  readonly ask: () => void;
  readonly stay: () => void;
  readonly leave: () => void;
}

export interface LeavingOptions {
  readonly session: Session;
  readonly pages: () => SavingWork | null;
  readonly load: () => Promise<SavingWork>;
  readonly onSignedOut: () => void;
}

/** Signing out, closing the window, and somebody else coming in another window: nothing unsent goes unnoticed. */
export function useLeaving({ session, pages, load, onSignedOut }: LeavingOptions): Leaving {
  const { personId } = session;
  const [asking, setAsking] = useState(0);

  useEffect(() => {
    const hidden = (): void => {
      if (document.visibilityState === 'hidden') pages()?.flushAll();
    };
    const closing = (event: BeforeUnloadEvent): void => {
      pages()?.flushAll();
      if (!isReloading() && (pages()?.unsentCount() ?? 0) > 0) event.preventDefault();
    };
    document.addEventListener('visibilitychange', hidden);
    window.addEventListener('beforeunload', closing);
    return () => {
      document.removeEventListener('visibilitychange', hidden);
      window.removeEventListener('beforeunload', closing);
    };
  }, [pages]);

  // The window of somebody who is no longer signed in must not go on showing their data.
  useEffect(() => onOtherPerson(personId, () => void reloadToNewest()), [personId]);

  const unsent = async (): Promise<number> => {
    const work = pages() ?? (await load().catch(() => null));
    if (work === null) return 0;
    work.flushAll();
    const until = Date.now() + (isReachable() ? SETTLE_MS : 0);
    for (;;) {
      const left = await work.unsentWork(personId);
      if (left === 0 || Date.now() >= until) return left;
      await pause(100);
    }
  };
  const leave = async (): Promise<void> => {
    setAsking(0);
    const told = signOut().catch(() => undefined);
    await (pages() ?? (await load().catch(() => null)))?.forgetAll(personId);
    await clearLastSeen((owner) => owner === personId);
    await Promise.race([told, pause(SIGN_OUT_MS)]);
    history.replaceState(null, '', '/');
    onSignedOut();
  };
  const ask = async (): Promise<void> => {
    const left = await unsent();
    if (left > 0) setAsking(left);
    else await leave();
  };
  return { asking, ask: () => void ask(), stay: () => setAsking(0), leave: () => void leave() };
}
