import { answerOf, ApiProblemError } from '@junheng/api-client';
import { client } from './client.ts';
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
  mark(true);
  return session;
}

/** Who is signed in, null if nobody. */
export async function loadSession(): Promise<Session | null> {
  try {
    return remember(await answerOf(client.GET('/api/v1/session')));
  } catch (error) {
    if (!(error instanceof ApiProblemError) || error.status !== 401) throw error;
    mark(false);
    return null;
  }
}

export async function signIn(login: string, password: string): Promise<Session> {
  return remember(await answerOf(client.POST('/api/v1/session', { body: { login, password } })));
}

export async function signOut(): Promise<void> {
  mark(false);
  await client.DELETE('/api/v1/session');
}

export async function changePassword(currentPassword: string, newPassword: string): Promise<void> {
  await client.POST('/api/v1/session/password', { body: { currentPassword, newPassword } });
}

export function loadOneTimeLink(token: string): Promise<OneTimeLink> {
  return answerOf(client.GET('/api/v1/one-time-links/{token}', { params: { path: { token } } }));
}

export async function redeemOneTimeLink(token: string, newPassword: string): Promise<void> {
  await client.POST('/api/v1/one-time-links/{token}', { params: { path: { token } }, body: { newPassword } });
}
