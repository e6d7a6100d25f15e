import type {
  ChangeSchoolRequest,
  RegisterSchoolRequest,
  SchoolDetail,
  SplitSchoolRequest,
} from '@junheng/api-contract';
import { queryOptions } from '@tanstack/react-query';
import { asked, client, done } from './connection.ts';

export const regionsQuery = queryOptions({
  queryKey: ['regions'],
  queryFn: ({ signal }) => asked(client.GET('/api/v1/regions', { signal })),
  staleTime: 10 * 60_000,
});

/** Everything under it is stale after a change of the register. */
export const schoolKeys = ['schools'] as const;

export const schoolsQuery = (regionId?: string) =>
  queryOptions({
    queryKey: [...schoolKeys, regionId ?? 'all'],
    queryFn: ({ signal }) =>
      asked(client.GET('/api/v1/schools', { params: { query: regionId === undefined ? {} : { regionId } }, signal })),
  });

export const schoolQuery = (schoolId: string) =>
  queryOptions({
    queryKey: [...schoolKeys, 'one', schoolId],
    queryFn: ({ signal }): Promise<SchoolDetail> =>
      asked(client.GET('/api/v1/schools/{schoolId}', { params: { path: { schoolId } }, signal })),
  });

export function registerSchool(body: RegisterSchoolRequest): Promise<SchoolDetail> {
  return asked(client.POST('/api/v1/schools', { body }));
}

export function changeSchool(schoolId: string, body: ChangeSchoolRequest): Promise<SchoolDetail> {
  return asked(client.POST('/api/v1/schools/{schoolId}/changes', { params: { path: { schoolId } }, body }));
}

export function splitSchool(schoolId: string, body: SplitSchoolRequest): Promise<SchoolDetail> {
  return asked(client.POST('/api/v1/schools/{schoolId}/splits', { params: { path: { schoolId } }, body }));
}

export function deleteSchool(schoolId: string): Promise<void> {
  return done(client.DELETE('/api/v1/schools/{schoolId}', { params: { path: { schoolId } } }));
}

/** A school that was registered after the round was opened. */
export function joinRound(roundId: string, schoolId: string): Promise<void> {
  return done(client.POST('/api/v1/rounds/{roundId}/schools', { params: { path: { roundId } }, body: { schoolId } }));
}
