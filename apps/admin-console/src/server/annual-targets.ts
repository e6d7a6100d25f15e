import type { AnnualTarget, AnnualTargets, SetAnnualTargetRequest, TargetPlaces } from '@junheng/api-contract';
import { queryOptions } from '@tanstack/react-query';
import { asked, client } from './connection.ts';
import { rectificationKeys } from './rectifications.ts';

export const annualTargetsQuery = (countyId: string) =>
  queryOptions({
    queryKey: [...rectificationKeys.all, 'targets', countyId],
    queryFn: async ({ signal }): Promise<AnnualTargets> =>
      asked(client.GET('/api/v1/annual-targets', { params: { query: { countyId } }, signal })),
    enabled: countyId !== '',
  });

/** Numbers that a target may be set for, as the newest evaluations have them. */
/** `schoolId` empty: of the county. */
export const targetPlacesQuery = (countyId: string, schoolId: string) =>
  queryOptions({
    queryKey: [...rectificationKeys.all, 'target-places', countyId, schoolId],
    queryFn: async ({ signal }): Promise<TargetPlaces> =>
      asked(
        client.GET('/api/v1/annual-target-places', {
          params: { query: { countyId, ...(schoolId === '' ? {} : { schoolId }) } },
          signal,
        }),
      ),
  });

export function setTarget(body: SetAnnualTargetRequest): Promise<AnnualTarget> {
  return asked(client.POST('/api/v1/annual-targets', { body }));
}

export function withdrawTarget(annualTargetId: string, reason: string): Promise<AnnualTarget> {
  return asked(
    client.POST('/api/v1/annual-targets/{annualTargetId}/withdrawal', {
      params: { path: { annualTargetId } },
      body: { reason },
    }),
  );
}
