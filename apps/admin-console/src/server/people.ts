import type { LockPersonRequest, PasswordResetLink, Person } from '@junheng/api-contract';
import { queryOptions } from '@tanstack/react-query';
import { ask } from './connection.ts';

export const peopleQuery = queryOptions({
  queryKey: ['people'],
  queryFn: ({ signal }) => ask('GET', '/api/v1/people', { signal }),
});

/** The link is in this answer and nowhere else; it must be handed on at once. */
export function makeResetLink(personId: string): Promise<PasswordResetLink> {
  return ask('POST', '/api/v1/people/{personId}/password-reset-links', { path: { personId } });
}

export function setLocked(personId: string, request: LockPersonRequest): Promise<Person> {
  return ask('PUT', '/api/v1/people/{personId}/lock', { path: { personId }, body: request });
}
