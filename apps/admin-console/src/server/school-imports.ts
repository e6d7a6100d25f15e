import type { SchoolImport } from '@junheng/api-contract';
import { queryOptions } from '@tanstack/react-query';
import { asked, client, done } from './connection.ts';

export const schoolImportsQuery = (countyId: string) =>
  queryOptions({
    queryKey: ['school-imports', countyId],
    queryFn: ({ signal }) =>
      asked(client.GET('/api/v1/counties/{countyId}/school-imports', { params: { path: { countyId } }, signal })),
    enabled: countyId !== '',
  });

/** One workbook; nothing is registered by reading it. */
export function uploadSchools(countyId: string, file: File): Promise<SchoolImport> {
  const form = new FormData();
  form.append('file', file, file.name);
  return asked(
    client.POST('/api/v1/counties/{countyId}/school-imports', {
      params: { path: { countyId } },
      body: { file: '' },
      bodySerializer: () => form,
    }),
  );
}

export function confirmSchools(schoolImportId: string, warningsConfirmed: boolean): Promise<SchoolImport> {
  return asked(
    client.POST('/api/v1/school-imports/{schoolImportId}/confirm', {
      params: { path: { schoolImportId } },
      body: { warningsConfirmed },
    }),
  );
}

export function discardSchools(schoolImportId: string): Promise<void> {
  return done(client.POST('/api/v1/school-imports/{schoolImportId}/discard', { params: { path: { schoolImportId } } }));
}

/** Where the sheet lies: the browser saves it by itself. */
export function schoolSheetAddress(language: string, template: boolean): string {
  return `/api/v1/school-sheet?language=${language}${template ? '&template=true' : ''}`;
}
