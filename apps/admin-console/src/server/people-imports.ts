import type { ConfirmedPeopleImport, PeopleImport } from '@junheng/api-contract';
import { queryOptions } from '@tanstack/react-query';
import { asked, client, done } from './connection.ts';

export const peopleImportsQuery = (countyId: string) =>
  queryOptions({
    queryKey: ['people-imports', countyId],
    queryFn: ({ signal }) =>
      asked(client.GET('/api/v1/counties/{countyId}/people-imports', { params: { path: { countyId } }, signal })),
    enabled: countyId !== '',
  });

/** One workbook; nobody is made by reading it. */
export function uploadPeople(countyId: string, file: File): Promise<PeopleImport> {
  const form = new FormData();
  form.append('file', file, file.name);
  return asked(
    client.POST('/api/v1/counties/{countyId}/people-imports', {
      params: { path: { countyId } },
      body: { file: '' },
      bodySerializer: () => form,
    }),
  );
}

/** With the one-time links, which are in this answer and nowhere else. */
export function confirmPeople(peopleImportId: string, warningsConfirmed: boolean): Promise<ConfirmedPeopleImport> {
  return asked(
    client.POST('/api/v1/people-imports/{peopleImportId}/confirm', {
      params: { path: { peopleImportId } },
      body: { warningsConfirmed },
    }),
  );
}

export function discardPeople(peopleImportId: string): Promise<void> {
  return done(client.POST('/api/v1/people-imports/{peopleImportId}/discard', { params: { path: { peopleImportId } } }));
}

/** Where the sheet lies: the browser saves it by itself. */
export function peopleSheetAddress(language: string, template: boolean): string {
  return `/api/v1/people-sheet?language=${language}${template ? '&template=true' : ''}`;
}
