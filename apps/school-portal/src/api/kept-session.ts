import type { Session } from './types.ts';

const SIGNED_IN = 'junheng.signed-in';
const SIGN_OUT_OWED = 'junheng.sign-out-owed';

interface KeptSession {
  readonly session: Omit<Session, 'csrfToken'>;
  /** By the clock of this device, in epoch milliseconds. */
  readonly from: number;
  readonly until: number;
}

function storage(): Storage | null {
  try {
    return globalThis.localStorage;
  } catch {
    return null;
  }
}

function write(key: string, value: string | null): void {
  try {
    if (value === null) storage()?.removeItem(key);
    else storage()?.setItem(key, value);
  } catch {
    // Without storage the server is asked every time, and nothing opens without a network.
  }
}

/*
 * The session cookie is hidden from scripts. What is kept here means nothing to the server. It spares a visitor who never signed
 * in the question whether they are, and lets the page open without a network for whoever was signed in, until that session ends.
 */
export function keepSession({ csrfToken: _, ...session }: Session): void {
  const from = Date.now();
  // The clock of an old computer may be wrong; only how long the session lasts is taken from the server.
  const until = from + Date.parse(session.endsAt) - Date.parse(session.serverTime);
  write(SIGNED_IN, JSON.stringify({ session, from, until } satisfies KeptSession));
}

export function forgetSession(): void {
  write(SIGNED_IN, null);
}

/** Whether anybody may be signed in on this device; true where nothing can be kept. */
export function maybeSignedIn(): boolean {
  const kept = storage();
  return kept === null || kept.getItem(SIGNED_IN) !== null;
}

/** Who was signed in when the server was last asked, while that session lasts. Its token is empty: the server gives a new one. */
export function keptSession(): Session | null {
  const kept = readKept(storage()?.getItem(SIGNED_IN) ?? null);
  if (kept === null) return null;
  const now = Date.now();
  return kept.from <= now && now < kept.until ? { ...kept.session, csrfToken: '' } : null;
}

/**
 * Tells when another window of this browser signs out or signs somebody else in. A session that merely ended is nobody's
 * leaving: each window asks for itself.
 */
export function onOtherPerson(personId: string, listener: () => void): () => void {
  const changed = ({ key, newValue }: StorageEvent): void => {
    const signedOut = key === SIGN_OUT_OWED && newValue !== null;
    const other = key === SIGNED_IN && newValue !== null && readKept(newValue)?.session.personId !== personId;
    if (signedOut || other) listener();
  };
  window.addEventListener('storage', changed);
  return () => window.removeEventListener('storage', changed);
}

/** Signed out without a network: the server does not know yet. */
export function oweSignOut(owed: boolean): void {
  write(SIGN_OUT_OWED, owed ? '1' : null);
}

export function isSignOutOwed(): boolean {
  return storage()?.getItem(SIGN_OUT_OWED) === '1';
}

function readKept(text: string | null): KeptSession | null {
  if (text === null) return null;
  try {
    const kept: unknown = JSON.parse(text);
    return isKept(kept) ? kept : null;
  } catch {
    return null;
  }
}

function isKept(value: unknown): value is KeptSession {
  return typeof value === 'object' && value !== null && 'session' in value && 'from' in value && 'until' in value;
}
