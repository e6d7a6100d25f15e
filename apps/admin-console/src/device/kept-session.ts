import type { KnownSession } from '../server/session.ts';

const SIGNED_IN = 'junheng.console.signed-in';

interface KeptSession {
  readonly known: KnownSession;
  /** By the clock of this device, in epoch milliseconds. */
  readonly from: number;
  readonly until: number;
}

/*
 * Who was signed in, without the token: enough to open a visit without a network, nothing that the server would take. It lasts as long
 * as the session does by the server's count.
 */
export function keepSession({ session, readAt }: KnownSession): void {
  const until = Date.now() + Date.parse(session.endsAt) - Date.parse(session.serverTime);
  const known = { session: { ...session, csrfToken: '' }, readAt };
  try {
    localStorage.setItem(SIGNED_IN, JSON.stringify({ known, from: Date.now(), until } satisfies KeptSession));
  } catch {
    // Without storage nothing opens without a network.
  }
}

export function forgetSession(): void {
  try {
    localStorage.removeItem(SIGNED_IN);
  } catch {
    // Nothing was kept.
  }
}

export function keptSession(): KnownSession | null {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(SIGNED_IN) ?? 'null');
    if (!isKept(kept)) return null;
    const now = Date.now();
    return kept.from <= now && now < kept.until ? kept.known : null;
  } catch {
    return null;
  }
}

function isKept(value: unknown): value is KeptSession {
  return typeof value === 'object' && value !== null && 'known' in value && 'from' in value && 'until' in value;
}
