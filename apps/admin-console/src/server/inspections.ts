import type {
  DrawPublication,
  Inspection,
  InspectionFindings,
  InspectionResults,
  Inspections,
  TeamCandidates,
  WriteInspectionRequest,
} from '@junheng/api-contract';
import { queryOptions } from '@tanstack/react-query';
import { asked, client } from './connection.ts';
import { named } from './named.ts';

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
    queryFn: ({ signal }) =>
      named<Inspection>(
        asked(client.GET('/api/v1/inspections/{inspectionId}', { params: { path: { inspectionId } }, signal })),
      ),
  });

/** Below the project's key: what is signed or decided changes them. */
export const inspectionResultsQuery = (inspectionId: string) =>
  queryOptions({
    queryKey: [...inspectionKeys.one(inspectionId), 'results'],
    queryFn: ({ signal }) =>
      named<InspectionResults>(
        asked(client.GET('/api/v1/inspections/{inspectionId}/results', { params: { path: { inspectionId } }, signal })),
      ),
  });

export const inspectionFindingsQuery = (inspectionId: string) =>
  queryOptions({
    queryKey: [...inspectionKeys.one(inspectionId), 'findings'],
    queryFn: async ({ signal }): Promise<InspectionFindings> =>
      asked(client.GET('/api/v1/inspections/{inspectionId}/findings', { params: { path: { inspectionId } }, signal })),
  });

export function handOverFindings(inspectionId: string, deadline: string | null): Promise<InspectionFindings> {
  return asked(
    client.POST('/api/v1/inspections/{inspectionId}/findings', {
      params: { path: { inspectionId } },
      body: { deadline },
    }),
  );
}

/** What was found in one's own counties, into the ledger that one keeps. */
export function takeOverFindings(inspectionId: string, deadline: string | null): Promise<InspectionFindings> {
  return asked(
    client.POST('/api/v1/inspections/{inspectionId}/findings/takeover', {
      params: { path: { inspectionId } },
      body: { deadline },
    }),
  );
}

export const teamCandidatesQuery = queryOptions({
  queryKey: ['inspection-team-candidates'],
  queryFn: async ({ signal }): Promise<TeamCandidates> =>
    asked(client.GET('/api/v1/inspection-team-candidates', { signal })),
});

export function planInspection(body: WriteInspectionRequest): Promise<Inspection> {
  return named(asked(client.POST('/api/v1/inspections', { body })));
}

export function changeInspection(inspectionId: string, body: WriteInspectionRequest): Promise<Inspection> {
  return named(asked(client.PUT('/api/v1/inspections/{inspectionId}', { params: { path: { inspectionId } }, body })));
}

export function confirmSchools(inspectionId: string): Promise<Inspection> {
  return named(
    asked(client.POST('/api/v1/inspections/{inspectionId}/confirmation', { params: { path: { inspectionId } } })),
  );
}

export function commitDraw(inspectionId: string, reason: string | null): Promise<Inspection> {
  return named(
    asked(
      client.POST('/api/v1/inspections/{inspectionId}/draws', { params: { path: { inspectionId } }, body: { reason } }),
    ),
  );
}

interface DrawPlace {
  readonly inspectionId: string;
  readonly drawId: string;
}

export function freezeList(path: DrawPlace, headsAt: string): Promise<Inspection> {
  return named(
    asked(
      client.POST('/api/v1/inspections/{inspectionId}/draws/{drawId}/list', { params: { path }, body: { headsAt } }),
    ),
  );
}

export function drawSample(path: DrawPlace): Promise<Inspection> {
  return named(asked(client.POST('/api/v1/inspections/{inspectionId}/draws/{drawId}/drawing', { params: { path } })));
}

export function publicationOf(path: DrawPlace): Promise<DrawPublication> {
  return asked(client.GET('/api/v1/inspections/{inspectionId}/draws/{drawId}/publication', { params: { path } }));
}
