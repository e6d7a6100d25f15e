import type { ReportComments, ReportReview, SelfReport, WriteCommentRequest } from '@junheng/api-contract';
import { queryOptions } from '@tanstack/react-query';
import { asked, client } from './connection.ts';
import type {
  ApproveSelfReportRequest,
  CorrectSelfReportRequest,
  EvidenceList,
  ReturnSelfReportRequest,
} from './contract-shapes.ts';

export const selfReportKeys = {
  all: ['self-reports'] as const,
  one: (id: string) => ['self-reports', id] as const,
  history: (id: string, cell: string) => ['self-reports', id, 'history', cell] as const,
};

export const selfReportQuery = (id: string) =>
  queryOptions({
    queryKey: selfReportKeys.one(id),
    queryFn: async ({ signal }) =>
      (await asked(
        client.GET('/api/v1/self-reports/{selfReportId}', { params: { path: { selfReportId: id } }, signal }),
      )) as SelfReport,
  });

/** With which level it lies and what that level has to read again. */
export const reportReviewQuery = (id: string) =>
  queryOptions({
    queryKey: [...selfReportKeys.one(id), 'review'],
    queryFn: ({ signal }): Promise<ReportReview> =>
      asked(
        client.GET('/api/v1/self-reports/{selfReportId}/review', { params: { path: { selfReportId: id } }, signal }),
      ),
  });

export const cellHistoryQuery = (id: string, cell: string) =>
  queryOptions({
    queryKey: selfReportKeys.history(id, cell),
    queryFn: ({ signal }) =>
      asked(
        client.GET('/api/v1/self-reports/{selfReportId}/history', {
          params: { path: { selfReportId: id }, query: { cell } },
          signal,
        }),
      ),
  });

export type ReportEvidence = EvidenceList;

/** The files of a report, with those taken out again. */
export const reportEvidenceQuery = (id: string) =>
  queryOptions({
    queryKey: [...selfReportKeys.one(id), 'evidence'],
    queryFn: async ({ signal }): Promise<ReportEvidence> =>
      asked(
        client.GET('/api/v1/self-reports/{selfReportId}/evidence', { params: { path: { selfReportId: id } }, signal }),
      ),
  });

/** Where the browser gets the bytes of a file: to look at, or to save. */
export const evidenceContentUrl = (id: string, evidenceId: string, as: 'preview' | 'download'): string =>
  `/api/v1/self-reports/${id}/evidence/${evidenceId}/content?as=${as}`;

/** From here on the school cannot withdraw it; asking again is harmless. */
export function beginReview(id: string, revision: number): Promise<unknown> {
  return asked(
    client.POST('/api/v1/self-reports/{selfReportId}/review', {
      params: { path: { selfReportId: id } },
      body: { revision },
    }),
  );
}

/** A level answers a reason instead of handing it on to the school. */
export function replyToReturn(id: string, reasonId: string, answer: string): Promise<ReportReview> {
  return asked(
    client.PUT('/api/v1/self-reports/{selfReportId}/return-reasons/{reasonId}/reply', {
      params: { path: { selfReportId: id, reasonId } },
      body: { answer },
    }),
  );
}

export function returnReport(id: string, request: ReturnSelfReportRequest): Promise<unknown> {
  return asked(
    client.POST('/api/v1/self-reports/{selfReportId}/return', {
      params: { path: { selfReportId: id } },
      body: request,
    }),
  );
}

export function approveReport(id: string, request: ApproveSelfReportRequest): Promise<unknown> {
  return asked(
    client.POST('/api/v1/self-reports/{selfReportId}/approve', {
      params: { path: { selfReportId: id } },
      body: request,
    }),
  );
}

/** The bureau corrects approved data; what comes of it is frozen as the next version. */
export function correctReport(id: string, request: CorrectSelfReportRequest): Promise<unknown> {
  return asked(
    client.POST('/api/v1/self-reports/{selfReportId}/corrections', {
      params: { path: { selfReportId: id } },
      body: request,
    }),
  );
}

/** Words at its cells. */
export const commentsQuery = (id: string) =>
  queryOptions({
    queryKey: [...selfReportKeys.one(id), 'comments'],
    queryFn: ({ signal }): Promise<ReportComments> =>
      asked(
        client.GET('/api/v1/self-reports/{selfReportId}/comments', { params: { path: { selfReportId: id } }, signal }),
      ),
  });

export function writeComment(id: string, request: WriteCommentRequest): Promise<ReportComments> {
  return asked(
    client.POST('/api/v1/self-reports/{selfReportId}/comments', {
      params: { path: { selfReportId: id } },
      body: request,
    }),
  );
}
