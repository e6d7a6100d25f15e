import { queryOptions } from '@tanstack/react-query';
import { call } from './http.ts';
import type { DueSelfReports, SaveCellsRequest, SavedCells, SelfReport } from './types.ts';

const pathOf = (id: string): string => `/self-reports/${encodeURIComponent(id)}`;

export const dueQuery = queryOptions({
  queryKey: ['self-reports', 'due'],
  queryFn: () => call<DueSelfReports>('/self-reports/due'),
});

export function selfReportQuery(id: string) {
  return queryOptions({
    queryKey: ['self-reports', 'one', id],
    queryFn: () => call<SelfReport>(pathOf(id)),
  });
}

/** Outlives the page, so that the last cell typed before closing still goes out. */
export function saveCells(id: string, request: SaveCellsRequest): Promise<SavedCells> {
  return call(`${pathOf(id)}/cells`, { method: 'PATCH', body: request, keepalive: true });
}

/** The three below answer with the whole report as it is afterwards. An empty reason removes it. */
export function giveCheckReason(id: string, ruleKey: string, reason: string): Promise<SelfReport> {
  return call(`${pathOf(id)}/check-reasons/${encodeURIComponent(ruleKey)}`, { method: 'PUT', body: { reason } });
}

export function answerReturn(id: string, reasonId: string, answer: string): Promise<SelfReport> {
  return call(`${pathOf(id)}/return-reasons/${encodeURIComponent(reasonId)}/answer`, {
    method: 'PUT',
    body: { answer },
  });
}

export const reportMoves = ['hand-over', 'take-back', 'submit', 'withdraw'] as const;
export type ReportMove = (typeof reportMoves)[number];

/** `revision` is the one the person looked at; the server refuses if it has moved on. */
export function moveSelfReport(id: string, move: ReportMove, revision: number): Promise<SelfReport> {
  return call(`${pathOf(id)}/${move}`, { method: 'POST', body: { revision } });
}
