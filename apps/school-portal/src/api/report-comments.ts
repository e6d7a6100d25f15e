import { answerOf } from '@junheng/api-client';
import { queryOptions } from '@tanstack/react-query';
import { client } from './client.ts';
import type { ReportComments } from './types.ts';

/** Words at the cells of a report, between the school and its reviewers. */
export function commentsQuery(reportId: string) {
  return queryOptions({
    queryKey: ['self-reports', 'comments', reportId],
    queryFn: () =>
      answerOf(
        client.GET('/api/v1/self-reports/{selfReportId}/comments', { params: { path: { selfReportId: reportId } } }),
      ),
  });
}

export function writeComment(reportId: string, cell: string, text: string): Promise<ReportComments> {
  return answerOf(
    client.POST('/api/v1/self-reports/{selfReportId}/comments', {
      params: { path: { selfReportId: reportId } },
      body: { cell, text, audience: 'school' },
    }),
  );
}
