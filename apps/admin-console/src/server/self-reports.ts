import type { SelfReport } from '@junheng/api-contract';
import { queryOptions } from '@tanstack/react-query';
import { ask } from './connection.ts';
import type { ApproveSelfReportRequest, ReturnSelfReportRequest } from './contract-shapes.ts';

export const selfReportKeys = {
  all: ['self-reports'] as const,
  one: (id: string) => ['self-reports', id] as const,
  history: (id: string, cell: string) => ['self-reports', id, 'history', cell] as const,
};

export const selfReportQuery = (id: string) =>
  queryOptions({
    queryKey: selfReportKeys.one(id),
    queryFn: async ({ signal }) =>
      (await ask('GET', '/api/v1/self-reports/{selfReportId}', { path: { selfReportId: id }, signal })) as SelfReport,
  });

/** Every change of every cell, newest first. */
export const reportHistoryQuery = (id: string) =>
  queryOptions({
    queryKey: selfReportKeys.history(id, ''),
    queryFn: ({ signal }) =>
      ask('GET', '/api/v1/self-reports/{selfReportId}/history', { path: { selfReportId: id }, signal }),
  });

export const cellHistoryQuery = (id: string, cell: string) =>
  queryOptions({
    queryKey: selfReportKeys.history(id, cell),
    queryFn: ({ signal }) =>
      ask('GET', '/api/v1/self-reports/{selfReportId}/history', {
        path: { selfReportId: id },
        query: { cell },
        signal,
      }),
  });

export function beginReview(id: string, revision: number): Promise<unknown> {
  return ask('POST', '/api/v1/self-reports/{selfReportId}/review', { path: { selfReportId: id }, body: { revision } });
}

export function returnReport(id: string, request: ReturnSelfReportRequest): Promise<unknown> {
  return ask('POST', '/api/v1/self-reports/{selfReportId}/return', { path: { selfReportId: id }, body: request });
}

export function approveReport(id: string, request: ApproveSelfReportRequest): Promise<unknown> {
  return ask('POST', '/api/v1/self-reports/{selfReportId}/approve', { path: { selfReportId: id }, body: request });
}
