import { loadSession, maybeSignedIn } from '../api/session.ts';
import type { Session } from '../api/types.ts';
import { oneTimeTokenIn } from '../features/enter/model/password-rules.ts';

/** Where a visitor stands before anything of the portal is shown. */
export type Place =
  | { readonly kind: 'sign-in'; readonly signedOut: boolean }
  | { readonly kind: 'one-time-link'; readonly token: string }
  | { readonly kind: 'change-password'; readonly session: Session }
  | { readonly kind: 'not-a-school'; readonly session: Session }
  | { readonly kind: 'portal'; readonly session: Session }
  | { readonly kind: 'unreachable'; readonly error: unknown };

/** Asks the server who is here, unless nobody ever signed in on this device. Rejects when it cannot be reached. */
export async function findPlace(): Promise<Place> {
  return placeFor(maybeSignedIn() ? await loadSession() : null, location.pathname);
}

export function placeFor(session: Session | null, path: string): Place {
  const token = oneTimeTokenIn(path);
  if (token !== null) return { kind: 'one-time-link', token };
  if (session === null) return { kind: 'sign-in', signedOut: false };
  if (session.mustChangePassword) return { kind: 'change-password', session };
  const ofSchool = session.grants.some((grant) => grant.place.kind === 'school');
  return ofSchool ? { kind: 'portal', session } : { kind: 'not-a-school', session };
}
