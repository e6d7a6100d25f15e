import type {
  activeSessionSchema,
  Grant,
  OneTimeLink,
  Person,
  PersonDetail,
  Session,
  SignInHistory,
} from '@junheng/api-contract';
import type { z } from 'zod';
import { permissionsOf } from './access.rules.ts';
import type { HeldGrant, LiveSession, PersonRecord, PersonWithGrants, Place, RecordedGrant } from './access.types.ts';
import type { OneTimeLinkRow } from './persistence/one-time-links.repository.ts';
import type { SessionRow } from './persistence/sessions.repository.ts';
import type { SignInRow } from './persistence/sign-ins.repository.ts';

export function presentSession(session: LiveSession, idleUntil: Date, now: Date): Session {
  return {
    personId: session.person.id,
    login: session.person.login,
    displayName: session.person.displayName,
    grants: session.grants.map(presentGrant),
    permissions: [...permissionsOf(session.grants)],
    mustChangePassword: session.person.mustChangePassword,
    mustSetUpSecondFactor: session.mustSetUpSecondFactor,
    language: session.person.language,
    signedInBy: session.signedInBy,
    csrfToken: session.csrfToken,
    idleUntil: (idleUntil < session.endsAt ? idleUntil : session.endsAt).toISOString(),
    endsAt: session.endsAt.toISOString(),
    serverTime: now.toISOString(),
  };
}

export function presentPerson({ person, grants, formerGrant, secondFactor }: PersonWithGrants): Person {
  return {
    id: person.id,
    login: person.login,
    displayName: person.displayName,
    initials: person.initials,
    email: person.email,
    grants: grants.map(presentGrant),
    formerGrant: formerGrant && presentGrant(formerGrant),
    locked: person.lockedAt !== null,
    secondFactor,
    lastSignInAt: person.lastSignInAt?.toISOString() ?? null,
  };
}

export function presentPersonRecord(record: PersonRecord, byMail: boolean): PersonDetail {
  const { today } = record;
  return {
    ...presentPerson(record),
    byMail,
    lockReason: record.lockReason,
    manageable: record.manageable,
    roles: record.roles.map((grant) => ({
      ...presentGrant(grant),
      state: stateOf(grant, today),
      givenAt: grant.givenAt.toISOString(),
      givenBy: grant.givenBy,
      revokedAt: grant.revokedAt?.toISOString() ?? null,
      revokedBy: grant.revokedBy,
    })),
    history: record.history.map((event) => ({ ...event })),
  };
}

function stateOf(grant: RecordedGrant, today: string): PersonDetail['roles'][number]['state'] {
  if (grant.revokedAt !== null || (grant.validTo !== null && grant.validTo < today)) return 'ended';
  return grant.validFrom > today ? 'to-come' : 'in-force';
}

export function presentActiveSession(session: SessionRow, currentId: string): z.infer<typeof activeSessionSchema> {
  return {
    id: session.id,
    current: session.id === currentId,
    startedAt: session.startedAt.toISOString(),
    lastSeenAt: session.lastSeenAt.toISOString(),
    address: session.address,
    userAgent: session.userAgent,
  };
}

export function presentSignIn(row: SignInRow): SignInHistory['signIns'][number] {
  return { ...row, lastAt: row.lastAt.toISOString() };
}

export function presentOneTimeLink(link: OneTimeLinkRow): OneTimeLink {
  return {
    purpose: link.purpose,
    login: link.login,
    displayName: link.displayName,
    expiresAt: link.expiresAt.toISOString(),
  };
}

function presentGrant(grant: HeldGrant): Grant {
  return {
    id: grant.id,
    role: grant.role,
    place: presentPlace(grant.place),
    validFrom: grant.validFrom,
    validTo: grant.validTo,
  };
}

function presentPlace(place: Place): Grant['place'] {
  switch (place.kind) {
    case 'region':
      return { kind: 'region', regionId: place.regionId, name: place.name };
    case 'unit':
      return { kind: 'unit', unitId: place.unitId, regionId: place.regionId, name: place.name };
    case 'area':
      return { kind: 'area', areaId: place.areaId, name: place.name };
    case 'school':
      return { kind: 'school', schoolId: place.schoolId, name: place.name };
    default: {
      const exhaustive: never = place;
      return exhaustive;
    }
  }
}
