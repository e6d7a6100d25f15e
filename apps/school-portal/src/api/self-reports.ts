import { answerOf } from '@junheng/api-client';
import { queryOptions } from '@tanstack/react-query';
import { client } from './client.ts';
import type { SaveCellsRequest, SavedCells, SelfReport } from './types.ts';

export const dueQuery = queryOptions({
  queryKey: ['self-reports', 'due'],
  queryFn: () => answerOf(client.GET('/api/v1/self-reports/due')),
});

/** Published standards; one that is published never changes. */
export const editionsQuery = queryOptions({
  queryKey: ['editions'],
  queryFn: () => answerOf(client.GET('/api/v1/editions')),
  staleTime: Number.POSITIVE_INFINITY,
});

export function selfReportQuery(id: string) {
  return queryOptions({
    queryKey: ['self-reports', 'one', id],
    queryFn: () =>
      answerOf(client.GET('/api/v1/self-reports/{selfReportId}', { params: { path: { selfReportId: id } } })),
  });
}

/** Who entered what. A revision never changes, so an answer for it stays true. */
export function historyQuery(id: string, revision: number) {
  return queryOptions({
    queryKey: ['self-reports', 'history', id, revision],
    queryFn: () =>
      answerOf(
        client.GET('/api/v1/self-reports/{selfReportId}/history', {
          params: { path: { selfReportId: id }, query: {} },
        }),
      ),
    staleTime: Number.POSITIVE_INFINITY,
  });
}

/** The submission in the audit chain, with the signed head that vouches for it. A submission of its own for each revision. */
export function receiptProofQuery(id: string, revision: number) {
  return queryOptions({
    queryKey: ['self-reports', 'receipt-proof', id, revision],
    queryFn: () =>
      answerOf(
        client.GET('/api/v1/self-reports/{selfReportId}/receipt-proof', { params: { path: { selfReportId: id } } }),
      ),
    staleTime: Number.POSITIVE_INFINITY,
  });
}

/** Outlives the page, so that the last cell typed before closing still goes out. */
export function saveCells(id: string, request: SaveCellsRequest): Promise<SavedCells> {
  const options = { params: { path: { selfReportId: id } }, body: request, keepalive: true };
  return answerOf(client.PATCH('/api/v1/self-reports/{selfReportId}/cells', options));
}

/** The three below answer with the whole report as it is afterwards. An empty reason removes it. */
export function giveCheckReason(id: string, ruleKey: string, reason: string): Promise<SelfReport> {
  const options = { params: { path: { selfReportId: id, ruleKey } }, body: { reason } };
  return answerOf(client.PUT('/api/v1/self-reports/{selfReportId}/check-reasons/{ruleKey}', options));
}

export function answerReturn(id: string, reasonId: string, answer: string): Promise<SelfReport> {
  const options = { params: { path: { selfReportId: id, reasonId } }, body: { answer } };
  return answerOf(client.PUT('/api/v1/self-reports/{selfReportId}/return-reasons/{reasonId}/answer', options));
}

export const reportMoves = ['hand-over', 'take-back', 'submit', 'withdraw'] as const;
export type ReportMove = (typeof reportMoves)[number];

/** `revision` is the one the person looked at; the server refuses if it has moved on. */
export function moveSelfReport(id: string, move: ReportMove, revision: number): Promise<SelfReport> {
  const options = { params: { path: { selfReportId: id } }, body: { revision } };
  return answerOf(client.POST(`/api/v1/self-reports/{selfReportId}/${move}`, options));
}
