import type {
  CompleteConsolidationRequest,
  Consolidation,
  ResolveDifferenceRequest,
  SetDifferenceLimitRequest,
} from '@junheng/api-contract';
import { queryOptions } from '@tanstack/react-query';
import { asked, client } from './connection.ts';
import { named } from './named.ts';

const at = (inspectionId: string) => ({ path: { inspectionId } });

export const consolidationQuery = (inspectionId: string) =>
  queryOptions({
    queryKey: ['inspections', inspectionId, 'consolidation'] as const,
    queryFn: ({ signal }) =>
      named<Consolidation>(
        asked(client.GET('/api/v1/inspections/{inspectionId}/consolidation', { params: at(inspectionId), signal })),
      ),
  });

export function setDifferenceLimit(inspectionId: string, body: SetDifferenceLimitRequest): Promise<Consolidation> {
  return named<Consolidation>(
    asked(client.PUT('/api/v1/inspections/{inspectionId}/consolidation/limit', { params: at(inspectionId), body })),
  );
}

export function resolveDifference(inspectionId: string, body: ResolveDifferenceRequest): Promise<Consolidation> {
  return named<Consolidation>(
    asked(
      client.PUT('/api/v1/inspections/{inspectionId}/consolidation/resolutions', { params: at(inspectionId), body }),
    ),
  );
}

export function completeConsolidation(
  inspectionId: string,
  body: CompleteConsolidationRequest,
): Promise<Consolidation> {
  return named<Consolidation>(
    asked(
      client.POST('/api/v1/inspections/{inspectionId}/consolidation/completion', { params: at(inspectionId), body }),
    ),
  );
}

export function evaluateVerified(inspectionId: string, countyId: string): Promise<Consolidation> {
  return named<Consolidation>(
    asked(
      client.POST('/api/v1/inspections/{inspectionId}/consolidation/evaluations', {
        params: at(inspectionId),
        body: { countyId },
      }),
    ),
  );
}
