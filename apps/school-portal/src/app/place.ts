import { ApiProblemError } from '@junheng/api-client';
import { keptSession, maybeSignedIn } from '../api/kept-session.ts';
import { firstSession } from '../api/session.ts';
import type { Session } from '../api/types.ts';
import { oneTimeTokenIn } from '../features/enter/model/password-rules.ts';

/** Why somebody stands before the sign-in page; null when they simply came. */
export type SignInReason = 'signed-out' | 'ended-offline' | null;

/** Where a visitor stands before anything of the portal is shown. */
export type Place =
  | { readonly kind: 'sign-in'; readonly why: SignInReason }
  | { readonly kind: 'one-time-link'; readonly token: string }
  | { readonly kind: 'change-password'; readonly session: Session }
  | { readonly kind: 'set-up-factor'; readonly session: Session }
  | { readonly kind: 'not-a-school'; readonly session: Session }
  | { readonly kind: 'portal'; readonly session: Session }
  | { readonly kind: 'unreachable'; readonly error: unknown };

/** Milliseconds to wait for a server that neither answers nor refuses before the page opens with what this device knows. */
const PATIENCE_MS = 4_000;

/**
 * Asks the server who is here, unless nobody ever signed in on this device. Where it cannot be reached, whoever was signed in
 * last goes on until that session ends. Rejects when that is nobody.
 */
export async function findPlace(): Promise<Place> {
  const kept = keptSession();
  const asked = firstSession();
  try {
    return placeFor(await (kept === null ? asked : Promise.race([asked, after(PATIENCE_MS, kept)])), location.pathname);
  } catch (error) {
    if (!isNoAnswer(error)) throw error;
    if (kept !== null) return placeFor(kept, location.pathname);
    if (maybeSignedIn() && oneTimeTokenIn(location.pathname) === null) return { kind: 'sign-in', why: 'ended-offline' };
    throw error;
  }
}

function after(milliseconds: number, session: Session): Promise<Session> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds, session));
}

/** Nothing answered, or a proxy in the server's place. */
function isNoAnswer(error: unknown): boolean {
  return error instanceof ApiProblemError && (error.status === 0 || error.problem === null);
}

export function placeFor(session: Session | null, path: string): Place {
  const token = oneTimeTokenIn(path);
  if (token !== null) return { kind: 'one-time-link', token };
  if (session === null) return { kind: 'sign-in', why: null };
  if (session.mustChangePassword) return { kind: 'change-password', session };
  if (session.mustSetUpSecondFactor) return { kind: 'set-up-factor', session };
  const ofSchool = session.grants.some((grant) => grant.place.kind === 'school');
  return ofSchool ? { kind: 'portal', session } : { kind: 'not-a-school', session };
}
