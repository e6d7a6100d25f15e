import type { LockPersonRequest, PasswordResetLink, Person } from '@junheng/api-contract';
import { queryOptions } from '@tanstack/react-query';
import { asked, client } from './connection.ts';

export const peopleQuery = queryOptions({
  queryKey: ['people'],
  queryFn: ({ signal }) => asked(client.GET('/api/v1/people', { signal })),
});

/** The link is in this answer and nowhere else; it must be handed on at once. */
export function makeResetLink(personId: string): Promise<PasswordResetLink> {
  return asked(client.POST('/api/v1/people/{personId}/password-reset-links', { params: { path: { personId } } }));
}

export function setLocked(personId: string, request: LockPersonRequest): Promise<Person> {
  return asked(client.PUT('/api/v1/people/{personId}/lock', { params: { path: { personId } }, body: request }));
}
