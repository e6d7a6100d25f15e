import type { OneTimeLink, Session } from './types.ts';
import { ApiFailure } from './failure.ts';
import { call, rememberCsrfToken } from './http.ts';

function remember(session: Session): Session {
  rememberCsrfToken(session.csrfToken);
  return session;
}

/** Who is signed in, null if nobody. */
export async function loadSession(): Promise<Session | null> {
  try {
    return remember(await call<Session>('/session', { expectsSignedOut: true }));
  } catch (error) {
    if (error instanceof ApiFailure && error.status === 401) return null;
    throw error;
  }
}

export async function signIn(login: string, password: string): Promise<Session> {
  const session = await call<Session>('/session', {
    method: 'POST',
    body: { login, password },
    expectsSignedOut: true,
  });
  return remember(session);
}

export async function signOut(): Promise<void> {
  await call('/session', { method: 'DELETE', expectsSignedOut: true });
  rememberCsrfToken(null);
}

export async function changePassword(currentPassword: string, newPassword: string): Promise<void> {
  await call('/session/password', { method: 'POST', body: { currentPassword, newPassword } });
}

export function loadOneTimeLink(token: string): Promise<OneTimeLink> {
  return call(`/one-time-links/${encodeURIComponent(token)}`, { expectsSignedOut: true });
}

export async function redeemOneTimeLink(token: string, newPassword: string): Promise<void> {
  await call(`/one-time-links/${encodeURIComponent(token)}`, {
    method: 'POST',
    body: { newPassword },
    expectsSignedOut: true,
  });
}
