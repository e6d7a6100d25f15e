import type {
  Retention,
  RetentionRequest,
  RoleOfCounty,
  SecondFactorRulesOfCounty,
  SignInsQuery,
} from '@junheng/api-contract';
import { queryOptions } from '@tanstack/react-query';
import { asked, client, done } from './connection.ts';

export const signInsQuery = (query: SignInsQuery) =>
  queryOptions({
    queryKey: ['sign-ins', query],
    queryFn: ({ signal }) => asked(client.GET('/api/v1/sign-ins', { params: { query }, signal })),
  });

export const liveSessionsQuery = queryOptions({
  queryKey: ['live-sessions'],
  queryFn: ({ signal }) => asked(client.GET('/api/v1/sessions', { signal })),
});

export const retentionQuery = queryOptions({
  queryKey: ['retention'],
  queryFn: ({ signal }) => asked(client.GET('/api/v1/retention', { signal })),
});

export function changeRetention(body: RetentionRequest): Promise<Retention> {
  return asked(client.PUT('/api/v1/retention', { body }));
}

export const secondFactorRulesQuery = queryOptions({
  queryKey: ['second-factor-rules'],
  queryFn: ({ signal }) => asked(client.GET('/api/v1/second-factor-rules', { signal })),
});

export function changeSecondFactorRules(
  countyId: string,
  roles: readonly RoleOfCounty[],
): Promise<SecondFactorRulesOfCounty> {
  const options = { params: { path: { countyId } }, body: { roles: [...roles] } };
  return asked(client.PUT('/api/v1/counties/{countyId}/second-factor-rules', options));
}

/** Of all devices of this person. */
export function endSessionsOf(personId: string): Promise<void> {
  return done(client.DELETE('/api/v1/people/{personId}/sessions', { params: { path: { personId } } }));
}
