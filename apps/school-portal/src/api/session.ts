import { answerOf, ApiProblemError } from '@junheng/api-client';
import { client, sessionEnded } from './client.ts';
import { forgetSession, isSignOutOwed, keepSession, maybeSignedIn, oweSignOut } from './kept-session.ts';
import type { OneTimeLink, Session, SignInRequest } from './types.ts';

/** Whose token the client holds; null before the server was asked, and when nobody is signed in. */
let confirmedPerson: string | null = null;

function remember(session: Session): Session {
  confirmedPerson = session.personId;
  keepSession(session);
  return session;
}

/**
 * Writes in the name of this person or not at all. A page opened without a network has no token yet and asks for it first; where
 * somebody else has signed in since, what waits is not sent.
 * @throws ApiProblemError 401
 */
export async function asPerson<Answer>(personId: string, call: () => Promise<Answer>): Promise<Answer> {
  if (confirmedPerson === null) await loadSession();
  if (confirmedPerson !== personId) {
    sessionEnded();
    throw new ApiProblemError(401, null);
  }
  return call();
}

/** Who is signed in, null if nobody. */
export async function loadSession(): Promise<Session | null> {
  try {
    return remember(await askForSession());
  } catch (error) {
    if (!(error instanceof ApiProblemError) || error.status !== 401) throw error;
    confirmedPerson = null;
    forgetSession();
    return null;
  }
}

const askForSession = (): Promise<Session> => answerOf(client.GET('/api/v1/session'));

/** The first question of a page. Somebody who signed out without a network is signed out first. */
export async function firstSession(): Promise<Session | null> {
  if (isSignOutOwed()) {
    try {
      await askForSession();
      await client.DELETE('/api/v1/session');
    } catch (error) {
      if (!(error instanceof ApiProblemError) || error.status !== 401) return null;
    }
    oweSignOut(false);
    return null;
  }
  return maybeSignedIn() ? loadSession() : null;
}

export async function signIn(body: SignInRequest): Promise<Session> {
  const session = remember(await answerOf(client.POST('/api/v1/session', { body })));
  oweSignOut(false);
  return session;
}

/** Kept with the account; without a network the choice holds on this device only. */
export async function rememberLanguageOfAccount(
  personId: string,
  language: NonNullable<Session['language']>,
): Promise<void> {
  // Whoever chooses and goes on at once has chosen all the same.
  const tell = () => client.PUT('/api/v1/profile/language', { body: { language }, keepalive: true });
  await asPerson(personId, tell).catch(() => undefined);
}

/** Rejects when the server does not hear of it; the next page that reaches the server then tells it. */
export async function signOut(): Promise<void> {
  confirmedPerson = null;
  forgetSession();
  oweSignOut(true);
  await client.DELETE('/api/v1/session');
  oweSignOut(false);
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
