import type {
  DrawPublication,
  Inspection,
  Inspections,
  TeamCandidates,
  WriteInspectionRequest,
} from '@junheng/api-contract';
import { queryOptions } from '@tanstack/react-query';
import { asked, client } from './connection.ts';

/** Everything under `['inspections']`: a change of one makes the list stale, too. */
export const inspectionKeys = {
  all: ['inspections'] as const,
  one: (inspectionId: string) => ['inspections', inspectionId] as const,
};

export const inspectionsQuery = queryOptions({
  queryKey: [...inspectionKeys.all, 'list'],
  queryFn: async ({ signal }): Promise<Inspections> => asked(client.GET('/api/v1/inspections', { signal })),
});

export const inspectionQuery = (inspectionId: string) =>
  queryOptions({
    queryKey: inspectionKeys.one(inspectionId),
    queryFn: async ({ signal }): Promise<Inspection> =>
      asked(client.GET('/api/v1/inspections/{inspectionId}', { params: { path: { inspectionId } }, signal })),
  });

export const teamCandidatesQuery = queryOptions({
  queryKey: ['inspection-team-candidates'],
  queryFn: async ({ signal }): Promise<TeamCandidates> =>
    asked(client.GET('/api/v1/inspection-team-candidates', { signal })),
});

export function planInspection(body: WriteInspectionRequest): Promise<Inspection> {
  return asked(client.POST('/api/v1/inspections', { body }));
}

export function changeInspection(inspectionId: string, body: WriteInspectionRequest): Promise<Inspection> {
  return asked(client.PUT('/api/v1/inspections/{inspectionId}', { params: { path: { inspectionId } }, body }));
}

export function confirmSchools(inspectionId: string): Promise<Inspection> {
  return asked(client.POST('/api/v1/inspections/{inspectionId}/confirmation', { params: { path: { inspectionId } } }));
}

export function commitDraw(inspectionId: string, reason: string | null): Promise<Inspection> {
  return asked(
    client.POST('/api/v1/inspections/{inspectionId}/draws', { params: { path: { inspectionId } }, body: { reason } }),
  );
}

interface DrawPlace {
  readonly inspectionId: string;
  readonly drawId: string;
}

export function freezeList(path: DrawPlace, headsAt: string): Promise<Inspection> {
  return asked(
    client.POST('/api/v1/inspections/{inspectionId}/draws/{drawId}/list', { params: { path }, body: { headsAt } }),
  );
}

export function drawSample(path: DrawPlace): Promise<Inspection> {
  return asked(client.POST('/api/v1/inspections/{inspectionId}/draws/{drawId}/drawing', { params: { path } }));
}

export function publicationOf(path: DrawPlace): Promise<DrawPublication> {
  return asked(client.GET('/api/v1/inspections/{inspectionId}/draws/{drawId}/publication', { params: { path } }));
}
