import type {
  AddMeasureRequest,
  AssignRectificationsRequest,
  CompleteMeasureRequest,
  RaiseProblemRequest,
  Rectification,
  RectificationCoverage,
  RectificationSummary,
  RectificationSummaryFilter,
  Rectifications,
} from '@junheng/api-contract';
import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { asked, client, done } from './connection.ts';

/** Everything under `['rectifications']`: a change of one row makes list, coverage and summary stale, too. */
export const rectificationKeys = {
  all: ['rectifications'] as const,
  one: (id: string) => ['rectifications', 'one', id] as const,
};

export const rectificationsQuery = queryOptions({
  queryKey: [...rectificationKeys.all, 'list'],
  queryFn: async ({ signal }): Promise<Rectifications> => asked(client.GET('/api/v1/rectifications', { signal })),
});

export const rectificationQuery = (rectificationId: string) =>
  queryOptions({
    queryKey: rectificationKeys.one(rectificationId),
    queryFn: async ({ signal }): Promise<Rectification> =>
      asked(client.GET('/api/v1/rectifications/{rectificationId}', { params: { path: { rectificationId } }, signal })),
  });

export const coverageQuery = (countyId: string, editionId: string) =>
  queryOptions({
    queryKey: [...rectificationKeys.all, 'coverage', countyId, editionId],
    queryFn: async ({ signal }): Promise<RectificationCoverage> =>
      asked(client.GET('/api/v1/rectification-coverage', { params: { query: { countyId, editionId } }, signal })),
  });

/** Empty: everything within reach. */
export const rectificationSummaryQuery = (filter: RectificationSummaryFilter) =>
  queryOptions({
    queryKey: [...rectificationKeys.all, 'summary', filter],
    queryFn: async ({ signal }): Promise<RectificationSummary> =>
      asked(client.GET('/api/v1/rectification-summary', { params: { query: filter }, signal })),
    placeholderData: keepPreviousData,
  });

/** The ledger in its official form, as a file. */
export const ledgerWorkbookUrl = (language: string, countyId: string | null): string =>
  `/api/v1/rectification-workbook?${new URLSearchParams({ language, ...(countyId === null ? {} : { countyId }) }).toString()}`;

export function raiseProblem(body: RaiseProblemRequest): Promise<Rectification> {
  return asked(client.POST('/api/v1/rectifications', { body }));
}

export function assignRectifications(body: AssignRectificationsRequest): Promise<void> {
  return done(client.PUT('/api/v1/rectification-assignments', { body }));
}

export function addMeasure(rectificationId: string, body: AddMeasureRequest): Promise<Rectification> {
  return asked(
    client.POST('/api/v1/rectifications/{rectificationId}/measures', { params: { path: { rectificationId } }, body }),
  );
}

export function removeMeasure(rectificationId: string, measureId: string): Promise<void> {
  return done(
    client.DELETE('/api/v1/rectifications/{rectificationId}/measures/{measureId}', {
      params: { path: { rectificationId, measureId } },
    }),
  );
}

export function completeMeasure(
  rectificationId: string,
  measureId: string,
  body: CompleteMeasureRequest,
): Promise<Rectification> {
  return asked(
    client.PUT('/api/v1/rectifications/{rectificationId}/measures/{measureId}/completion', {
      params: { path: { rectificationId, measureId } },
      body,
    }),
  );
}

/** Progress, done, not done: acts whose whole content is a text. */
export type WordedAct = 'notes' | 'completion' | 'return';

export function sayOf(rectificationId: string, act: WordedAct, text: string): Promise<Rectification> {
  const init = { params: { path: { rectificationId } }, body: { text } };
  switch (act) {
    case 'notes':
      return asked(client.POST('/api/v1/rectifications/{rectificationId}/notes', init));
    case 'completion':
      return asked(client.POST('/api/v1/rectifications/{rectificationId}/completion', init));
    case 'return':
      return asked(client.POST('/api/v1/rectifications/{rectificationId}/return', init));
    default: {
      const exhaustive: never = act;
      return exhaustive;
    }
  }
}

export function closeRectification(rectificationId: string, note: string | null): Promise<Rectification> {
  return asked(
    client.POST('/api/v1/rectifications/{rectificationId}/closing', {
      params: { path: { rectificationId } },
      body: { note },
    }),
  );
}

export function exceptRectification(
  rectificationId: string,
  body: { readonly reason: string; readonly expiresOn: string },
): Promise<Rectification> {
  return asked(
    client.POST('/api/v1/rectifications/{rectificationId}/exception', { params: { path: { rectificationId } }, body }),
  );
}

export function addFile(rectificationId: string, file: File): Promise<void> {
  const form = new FormData();
  form.append('file', file, file.name);
  return done(
    client.POST('/api/v1/rectifications/{rectificationId}/files', {
      params: { path: { rectificationId } },
      body: { file: '' },
      bodySerializer: () => form,
    }),
  );
}

export function removeFile(rectificationId: string, fileId: string): Promise<void> {
  return done(
    client.DELETE('/api/v1/rectifications/{rectificationId}/files/{fileId}', {
      params: { path: { rectificationId, fileId } },
    }),
  );
}

/** For a link: the browser shows images and PDFs, and saves the others. */
export const fileUrl = (rectificationId: string, fileId: string): string =>
  `/api/v1/rectifications/${rectificationId}/files/${fileId}/content?as=preview`;
