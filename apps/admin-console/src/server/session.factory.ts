import { permissionsByRole, type Role } from '@junheng/api-contract';
import type { KnownSession } from './session.ts';

/** A session for tests: a fictional officer of a fictional county. */
export function knownSession(
  options: { readonly roles?: readonly Role[]; readonly mustChangePassword?: boolean } = {},
): KnownSession {
  const roles = options.roles ?? ['county-administrator'];
  return {
    readAt: Date.now(),
    session: {
      personId: '20000000-0000-4000-8000-000000000001',
      login: 'county',
      displayName: '示例管理员',
      grants: roles.map((role) => ({
        id: '20000000-0000-4000-8000-000000000009',
        role,
        place: { kind: 'region', regionId: '30000000-0000-4000-8000-000000000001', name: '示例县' },
        validFrom: '2026-01-01',
        validTo: null,
      })),
      permissions: [...new Set(roles.flatMap((role) => permissionsByRole[role]))],
      mustChangePassword: options.mustChangePassword ?? false,
      mustSetUpSecondFactor: false,
      language: null,
      signedInBy: 'password',
      csrfToken: 'token',
      idleUntil: '2026-11-21T12:00:00.000Z',
      endsAt: '2026-11-21T20:00:00.000Z',
      serverTime: '2026-11-21T02:00:00.000Z',
    },
  };
}
