import type {
  ChangePersonRequest,
  CreatedPerson,
  CreatePersonRequest,
  GiveGrantRequest,
  Grant,
  LockPersonRequest,
  PasswordResetLink,
  Person,
  PersonDetail,
} from '@junheng/api-contract';
import { queryOptions } from '@tanstack/react-query';
import { asked, client, done } from './connection.ts';

export const peopleQuery = queryOptions({
  queryKey: ['people'],
  queryFn: ({ signal }) => asked(client.GET('/api/v1/people', { signal })),
});

/** Under the key of the list: whatever changes a person makes both stale. */
export const personQuery = (personId: string) =>
  queryOptions({
    queryKey: [...peopleQuery.queryKey, personId],
    queryFn: ({ signal }): Promise<PersonDetail> =>
      asked(client.GET('/api/v1/people/{personId}', { params: { path: { personId } }, signal })),
  });

/** With the one-time link, which is in this answer and nowhere else. */
export function createPerson(body: CreatePersonRequest): Promise<CreatedPerson> {
  return asked(client.POST('/api/v1/people', { body }));
}

export function changePerson(personId: string, body: ChangePersonRequest): Promise<Person> {
  return asked(client.PUT('/api/v1/people/{personId}', { params: { path: { personId } }, body }));
}

export function giveRole(personId: string, body: GiveGrantRequest): Promise<Person> {
  return asked(client.POST('/api/v1/people/{personId}/grants', { params: { path: { personId } }, body }));
}

export function endRole(personId: string, grantId: string): Promise<void> {
  return done(client.DELETE('/api/v1/people/{personId}/grants/{grantId}', { params: { path: { personId, grantId } } }));
}

/** Null: until somebody ends it. */
export function changeRoleEnd(personId: string, grantId: string, validTo: string | null): Promise<Person> {
  return asked(
    client.PUT('/api/v1/people/{personId}/grants/{grantId}', {
      params: { path: { personId, grantId } },
      body: { validTo },
    }),
  );
}

export function endSessions(personId: string): Promise<void> {
  return done(client.DELETE('/api/v1/people/{personId}/sessions', { params: { path: { personId } } }));
}

/** The link is in this answer and nowhere else; it must be handed on at once. */
export function makeResetLink(personId: string): Promise<PasswordResetLink> {
  return asked(client.POST('/api/v1/people/{personId}/password-reset-links', { params: { path: { personId } } }));
}

export function setLocked(personId: string, request: LockPersonRequest): Promise<Person> {
  return asked(client.PUT('/api/v1/people/{personId}/lock', { params: { path: { personId } }, body: request }));
}

/** For whoever lost their authenticator: from then on they sign in with the password alone. */
export function resetSecondFactor(personId: string): Promise<void> {
  return done(client.DELETE('/api/v1/people/{personId}/second-factor', { params: { path: { personId } } }));
}

/** The same role at the same place, from today. */
export function giveAgain(personId: string, { role, place }: Grant): Promise<Person> {
  return giveRole(personId, { role, place: { kind: place.kind, id: placeId(place) } });
}

function placeId(place: Grant['place']): string {
  switch (place.kind) {
    case 'region':
      return place.regionId;
    case 'unit':
      return place.unitId;
    case 'area':
      return place.areaId;
    case 'school':
      return place.schoolId;
    default: {
      const exhaustive: never = place;
      return exhaustive;
    }
  }
}
