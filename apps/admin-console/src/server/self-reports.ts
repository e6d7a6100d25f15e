import type { SelfReport } from '@junheng/api-contract';
import { queryOptions } from '@tanstack/react-query';
import { ask } from './connection.ts';
import type { ApproveSelfReportRequest, CellHistory, ReturnSelfReportRequest } from './contract-shapes.ts';

export const selfReportKeys = {
  all: ['self-reports'] as const,
  one: (id: string) => ['self-reports', id] as const,
  history: (id: string, cell: string) => ['self-reports', id, 'history', cell] as const,
};

export const selfReportQuery = (id: string) =>
  queryOptions({
    queryKey: selfReportKeys.one(id),
    queryFn: ({ signal }) => ask<SelfReport>('GET', `/self-reports/${id}`, { signal }),
  });

export const cellHistoryQuery = (id: string, cell: string) =>
  queryOptions({
    queryKey: selfReportKeys.history(id, cell),
    queryFn: ({ signal }) => ask<CellHistory>('GET', `/self-reports/${id}/history`, { query: { cell }, signal }),
  });

export function beginReview(id: string, revision: number): Promise<unknown> {
  return ask<unknown>('POST', `/self-reports/${id}/review`, { body: { revision } });
}

export function returnReport(id: string, request: ReturnSelfReportRequest): Promise<unknown> {
  return ask<unknown>('POST', `/self-reports/${id}/return`, { body: request });
}

export function approveReport(id: string, request: ApproveSelfReportRequest): Promise<unknown> {
  return ask<unknown>('POST', `/self-reports/${id}/approve`, { body: request });
}
