import type { Role } from '@junheng/api-contract';
import type { KnownSession } from '../../server/session.ts';

export type Place = 'outside' | 'new-password' | 'portal' | 'second-factor' | 'inside';

const schoolRoles: ReadonlySet<Role> = new Set<Role>(['school-reporter', 'school-principal']);

/** Where a session may be: people who only hold roles at schools work in the portal. */
export function placeOf(known: KnownSession | null | undefined): Place {
  if (known === null || known === undefined) return 'outside';
  const { session } = known;
  if (session.mustChangePassword) return 'new-password';
  const { grants } = session;
  if (grants.length > 0 && grants.every((grant) => schoolRoles.has(grant.role))) return 'portal';
  return session.mustSetUpSecondFactor ? 'second-factor' : 'inside';
}

/** The token of `/admin/one-time-link/<token>`, else null. */
export function oneTimeToken(path: string): string | null {
  return /\/one-time-link\/([A-Za-z0-9_-]+)\/?$/.exec(path)?.[1] ?? null;
}
