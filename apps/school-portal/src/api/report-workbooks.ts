import { answerOf } from '@junheng/api-client';
import { queryOptions } from '@tanstack/react-query';
import { client } from './client.ts';
import type { ApplyWorkbookRequest, ReportWorkbook } from './types.ts';

type Language = 'zh-CN' | 'en';

/** What applying an uploaded workbook would do to the report as it is now: asked anew whenever it is shown. */
export function workbookQuery(selfReportId: string, workbookId: string) {
  return queryOptions({
    queryKey: ['report-workbooks', selfReportId, workbookId],
    queryFn: () =>
      answerOf(
        client.GET('/api/v1/self-reports/{selfReportId}/workbooks/{workbookId}', {
          params: { path: { selfReportId, workbookId } },
        }),
      ),
    staleTime: 0,
    retry: false,
  });
}

export function uploadWorkbook(selfReportId: string, file: File): Promise<ReportWorkbook> {
  const form = new FormData();
  form.append('file', file, file.name);
  return answerOf(
    client.POST('/api/v1/self-reports/{selfReportId}/workbooks', {
      params: { path: { selfReportId } },
      body: { file: '' },
      bodySerializer: () => form,
    }),
  );
}

export function applyWorkbook(
  selfReportId: string,
  workbookId: string,
  body: ApplyWorkbookRequest,
): Promise<ReportWorkbook> {
  const options = { params: { path: { selfReportId, workbookId } }, body };
  return answerOf(client.POST('/api/v1/self-reports/{selfReportId}/workbooks/{workbookId}/apply', options));
}

/** The school's own workbook, filled with what is known. */
export function ownWorkbook(selfReportId: string, language: Language): Promise<Blob> {
  return answerOf(
    client.GET('/api/v1/self-reports/{selfReportId}/workbook', {
      params: { path: { selfReportId }, query: { language } },
      parseAs: 'blob',
    }),
  );
}

/** An uploaded workbook with its faults written beside their cells. */
export function markedWorkbook(selfReportId: string, workbookId: string, language: Language): Promise<Blob> {
  return answerOf(
    client.GET('/api/v1/self-reports/{selfReportId}/workbooks/{workbookId}/marked', {
      params: { path: { selfReportId, workbookId }, query: { language } },
      parseAs: 'blob',
    }),
  );
}
