import type { OneTimeLink, Permission, RedeemOneTimeLinkRequest, Session, SignInRequest } from '@junheng/api-contract';
import { queryOptions } from '@tanstack/react-query';
import { asked, client, done } from './connection.ts';
import { needsSignIn } from './refusal.ts';

/** The session as it was read, and when by this device's clock: the server's time is counted on from there. */
export interface KnownSession {
  readonly session: Session;
  readonly readAt: number;
}

function known(session: Session): KnownSession {
  return { session, readAt: Date.now() };
}

/** Null when nobody is signed in. */
export async function readSession(signal?: AbortSignal): Promise<KnownSession | null> {
  try {
    return known(await asked(client.GET('/api/v1/session', signal === undefined ? {} : { signal })));
  } catch (error) {
    if (needsSignIn(error)) return null;
    throw error;
  }
}

export const sessionQuery = queryOptions({
  queryKey: ['session'],
  queryFn: ({ signal }) => readSession(signal),
  staleTime: Infinity,
});

export async function signIn(body: SignInRequest): Promise<KnownSession> {
  return known(await asked(client.POST('/api/v1/session', { body })));
}

/** Kept with the account; without a network the choice holds on this device only. */
export async function rememberLanguageOfAccount(language: NonNullable<Session['language']>): Promise<void> {
  // Whoever chooses and goes on at once has chosen all the same.
  await client.PUT('/api/v1/profile/language', { body: { language }, keepalive: true }).catch(() => undefined);
}

export async function signOut(): Promise<void> {
  await done(client.DELETE('/api/v1/session'));
}

export function changePassword(currentPassword: string, newPassword: string): Promise<void> {
  return done(client.POST('/api/v1/session/password', { body: { currentPassword, newPassword } }));
}

export function readOneTimeLink(token: string): Promise<OneTimeLink> {
  return asked(client.GET('/api/v1/one-time-links/{token}', { params: { path: { token } } }));
}

export function redeemOneTimeLink(token: string, request: RedeemOneTimeLinkRequest): Promise<void> {
  return done(client.POST('/api/v1/one-time-links/{token}', { params: { path: { token } }, body: request }));
}

export function isAllowed(session: Session, permission: Permission): boolean {
  return session.permissions.includes(permission);
}

/** Milliseconds of the server's clock now: only it decides about deadlines. */
export function serverNow({ session, readAt }: KnownSession, deviceNow: number): number {
  return Date.parse(session.serverTime) + (deviceNow - readAt);
}
