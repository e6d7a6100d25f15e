import type { LockPersonRequest, PasswordResetLink, People, Person } from '@junheng/api-contract';
import { queryOptions } from '@tanstack/react-query';
import { ask } from './connection.ts';

export const peopleQuery = queryOptions({
  queryKey: ['people'],
  queryFn: ({ signal }) => ask<People>('GET', '/people', { signal }),
});

/** The link is in this answer and nowhere else; it must be handed on at once. */
export function makeResetLink(personId: string): Promise<PasswordResetLink> {
  return ask<PasswordResetLink>('POST', `/people/${personId}/password-reset-links`);
}

export function setLocked(personId: string, request: LockPersonRequest): Promise<Person> {
  return ask<Person>('PUT', `/people/${personId}/lock`, { body: request });
}
