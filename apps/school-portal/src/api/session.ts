import { ApiFailure } from './failure.ts';
import { call, rememberCsrfToken } from './http.ts';
import type { OneTimeLink, Session } from './types.ts';

const HINT = 'junheng.signed-in';

/*
 * The session cookie is hidden from scripts. This mark, which means nothing to the server, spares a visitor who never
 * signed in here the question whether they are: the sign-in page can be painted without waiting for the network.
 */
function mark(signedIn: boolean): void {
  try {
    if (signedIn) globalThis.localStorage.setItem(HINT, '1');
    else globalThis.localStorage.removeItem(HINT);
  } catch {
    // Without storage the question is asked every time.
  }
}

export function maybeSignedIn(): boolean {
  try {
    return globalThis.localStorage.getItem(HINT) !== null;
  } catch {
    return true;
  }
}

function remember(session: Session): Session {
  rememberCsrfToken(session.csrfToken);
  mark(true);
  return session;
}

/** Who is signed in, null if nobody. */
export async function loadSession(): Promise<Session | null> {
  try {
    return remember(await call('get', '/api/v1/session', { expectsSignedOut: true }));
  } catch (error) {
    if (!(error instanceof ApiFailure) || error.status !== 401) throw error;
    mark(false);
    return null;
  }
}

export async function signIn(login: string, password: string): Promise<Session> {
  return remember(await call('post', '/api/v1/session', { body: { login, password }, expectsSignedOut: true }));
}

export async function signOut(): Promise<void> {
  mark(false);
  await call('delete', '/api/v1/session', { expectsSignedOut: true });
  rememberCsrfToken(null);
}

export async function changePassword(currentPassword: string, newPassword: string): Promise<void> {
  await call('post', '/api/v1/session/password', { body: { currentPassword, newPassword } });
}

export function loadOneTimeLink(token: string): Promise<OneTimeLink> {
  return call('get', '/api/v1/one-time-links/{token}', { path: { token }, expectsSignedOut: true });
}

export async function redeemOneTimeLink(token: string, newPassword: string): Promise<void> {
  const options = { path: { token }, body: { newPassword }, expectsSignedOut: true };
  await call('post', '/api/v1/one-time-links/{token}', options);
}
