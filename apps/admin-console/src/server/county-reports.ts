import type { CountyOverview, CountyReport, SaveCountyEntriesRequest, SavedCountyEntries } from '@junheng/api-contract';
import { queryOptions, replaceEqualDeep } from '@tanstack/react-query';
import { asked, client } from './connection.ts';
import { roundKeys } from './rounds.ts';

/*
 * The document of the API says less of a round than the contract (`counts`). Hence the narrowing.
 */

export const countyReportKeys = {
  one: (roundId: string) => [...roundKeys.one(roundId), 'county-report'] as const,
  overview: (roundId: string) => [...roundKeys.one(roundId), 'county-report', 'overview'] as const,
  /** Of the mutations that add and remove files. */
  evidence: (countyReportId: string) => ['county-evidence', countyReportId] as const,
};

/** An answer that comes late never takes the place of a newer one. */
function newerReport(before: CountyReport | undefined, after: CountyReport): CountyReport {
  return before !== undefined && before.revision > after.revision ? before : replaceEqualDeep(before, after);
}

export const countyReportQuery = (roundId: string) =>
  queryOptions({
    queryKey: countyReportKeys.one(roundId),
    queryFn: async ({ signal }) =>
      (await asked(
        client.GET('/api/v1/rounds/{roundId}/county-report', { params: { path: { roundId } }, signal }),
      )) as CountyReport,
    structuralSharing: (before, after) => newerReport(before as CountyReport | undefined, after as CountyReport),
  });

export const countyOverviewQuery = (roundId: string) =>
  queryOptions({
    queryKey: countyReportKeys.overview(roundId),
    queryFn: async ({ signal }) =>
      (await asked(
        client.GET('/api/v1/rounds/{roundId}/county-report/overview', { params: { path: { roundId } }, signal }),
      )) as CountyOverview,
  });

/** Who entered what in the whole report, newest first, as it is at a revision. */
export const countyHistoryQuery = (countyReportId: string, revision: number) =>
  queryOptions({
    queryKey: ['county-reports', countyReportId, 'history', revision],
    queryFn: ({ signal }) =>
      asked(
        client.GET('/api/v1/county-reports/{countyReportId}/history', { params: { path: { countyReportId } }, signal }),
      ),
  });

/** Where the browser gets the overview as a workbook. */
export const countyOverviewUrl = (roundId: string, language: string): string =>
  `/api/v1/rounds/${roundId}/county-report/overview.xlsx?language=${language}`;

export function saveCountyEntries(
  countyReportId: string,
  request: SaveCountyEntriesRequest,
): Promise<SavedCountyEntries> {
  return asked(
    client.PATCH('/api/v1/county-reports/{countyReportId}/entries', {
      params: { path: { countyReportId } },
      body: request,
    }),
  );
}

export async function assignCountyTopics(
  countyReportId: string,
  assignments: readonly { readonly topic: string; readonly unitId: string | null }[],
): Promise<CountyReport> {
  return (await asked(
    client.PUT('/api/v1/county-reports/{countyReportId}/assignments', {
      params: { path: { countyReportId } },
      body: { assignments: [...assignments] },
    }),
  )) as CountyReport;
}

export async function addCountyEvidence(countyReportId: string, topic: string, file: File): Promise<CountyReport> {
  const form = new FormData();
  form.append('file', file, file.name);
  return (await asked(
    client.POST('/api/v1/county-reports/{countyReportId}/evidence', {
      params: { path: { countyReportId }, query: { topic } },
      body: { file: '' },
      bodySerializer: () => form,
    }),
  )) as CountyReport;
}

/** What proved the county's report before this one. */
export const earlierCountyEvidenceQuery = (countyReportId: string) =>
  queryOptions({
    queryKey: ['county-reports', countyReportId, 'earlier-evidence'],
    queryFn: ({ signal }) =>
      asked(
        client.GET('/api/v1/county-reports/{countyReportId}/evidence/earlier', {
          params: { path: { countyReportId } },
          signal,
        }),
      ),
    staleTime: Number.POSITIVE_INFINITY,
  });

/** Without `topic` each goes to what it proved then. */
export async function reuseCountyEvidence(
  countyReportId: string,
  wanted: { readonly evidenceIds: readonly string[]; readonly topic?: string },
): Promise<CountyReport> {
  return (await asked(
    client.POST('/api/v1/county-reports/{countyReportId}/evidence/reuse', {
      params: { path: { countyReportId } },
      body: { ...wanted, evidenceIds: [...wanted.evidenceIds] },
    }),
  )) as CountyReport;
}

export async function removeCountyEvidence(countyReportId: string, countyEvidenceId: string): Promise<CountyReport> {
  return (await asked(
    client.DELETE('/api/v1/county-reports/{countyReportId}/evidence/{countyEvidenceId}', {
      params: { path: { countyReportId, countyEvidenceId } },
    }),
  )) as CountyReport;
}

/** For a link or a picture: the browser shows images and PDFs, and saves the others. */
export const countyEvidenceUrl = (countyReportId: string, id: string, as: 'preview' | 'download'): string =>
  `/api/v1/county-reports/${countyReportId}/evidence/${id}/content?as=${as}`;

export type CountyMove = 'submit' | 'withdraw' | 'approve';

export async function moveCountyPart(
  part: { readonly countyReportId: string; readonly partId: string },
  move: CountyMove,
  revision: number,
): Promise<CountyReport> {
  const call = { params: { path: part }, body: { revision } };
  switch (move) {
    case 'submit':
      return (await asked(
        client.POST('/api/v1/county-reports/{countyReportId}/parts/{partId}/submit', call),
      )) as CountyReport;
    case 'withdraw':
      return (await asked(
        client.POST('/api/v1/county-reports/{countyReportId}/parts/{partId}/withdraw', call),
      )) as CountyReport;
    case 'approve':
      return (await asked(
        client.POST('/api/v1/county-reports/{countyReportId}/parts/{partId}/approve', call),
      )) as CountyReport;
    default: {
      const exhaustive: never = move;
      return exhaustive;
    }
  }
}

export async function returnCountyPart(
  part: { readonly countyReportId: string; readonly partId: string },
  request: {
    readonly revision: number;
    readonly reasons: { readonly entry: string | null; readonly reason: string }[];
    readonly correctBy?: string;
  },
): Promise<CountyReport> {
  return (await asked(
    client.POST('/api/v1/county-reports/{countyReportId}/parts/{partId}/return', {
      params: { path: part },
      body: request,
    }),
  )) as CountyReport;
}
