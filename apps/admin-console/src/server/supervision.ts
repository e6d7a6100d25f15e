import type { RecordVisitRequest, RegularVisits, Supervision, VisitRuleRequest } from '@junheng/api-contract';
import { queryOptions } from '@tanstack/react-query';
import { asked, client } from './connection.ts';

/** Everything under `['supervision']`: a visit changes how its school stands. */
export const supervisionKeys = { all: ['supervision'] as const };

export const supervisionQuery = queryOptions({
  queryKey: [...supervisionKeys.all, 'overview'],
  queryFn: async ({ signal }): Promise<Supervision> => asked(client.GET('/api/v1/supervision', { signal })),
});

export const regularVisitsQuery = (schoolId: string) =>
  queryOptions({
    queryKey: [...supervisionKeys.all, 'visits', schoolId],
    queryFn: async ({ signal }): Promise<RegularVisits> =>
      asked(client.GET('/api/v1/supervision/schools/{schoolId}/visits', { params: { path: { schoolId } }, signal })),
  });

export function recordVisit(schoolId: string, body: RecordVisitRequest): Promise<RegularVisits> {
  return asked(client.POST('/api/v1/supervision/schools/{schoolId}/visits', { params: { path: { schoolId } }, body }));
}

export function setVisitRule(countyId: string, body: VisitRuleRequest): Promise<Supervision> {
  return asked(client.PUT('/api/v1/supervision/rules/{countyId}', { params: { path: { countyId } }, body }));
}
