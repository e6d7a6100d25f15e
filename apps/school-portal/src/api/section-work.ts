import { answerOf } from '@junheng/api-client';
import { queryOptions } from '@tanstack/react-query';
import { client } from './client.ts';
import type { AssignSectionsRequest, SectionWorkList } from './types.ts';

export function sectionWorkQuery(reportId: string) {
  return queryOptions({
    queryKey: ['self-reports', 'sections', reportId],
    queryFn: () =>
      answerOf(
        client.GET('/api/v1/self-reports/{selfReportId}/sections', { params: { path: { selfReportId: reportId } } }),
      ),
  });
}

export function assignSections(reportId: string, body: AssignSectionsRequest): Promise<SectionWorkList> {
  const params = { path: { selfReportId: reportId } };
  return answerOf(client.PUT('/api/v1/self-reports/{selfReportId}/sections', { params, body }));
}

export function finishSection(reportId: string, section: string, finished: boolean): Promise<SectionWorkList> {
  const params = { path: { selfReportId: reportId, section } };
  return answerOf(
    client.PUT('/api/v1/self-reports/{selfReportId}/sections/{section}/finished', { params, body: { finished } }),
  );
}
