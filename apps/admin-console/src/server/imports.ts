import type { ImportPreviewView } from '@junheng/api-contract';
import { queryOptions } from '@tanstack/react-query';
import { asked, client, done } from './connection.ts';
import type { ConfirmedImport, ConfirmImportRequest } from './contract-shapes.ts';

export const importKeys = {
  all: ['imports'] as const,
  list: (roundId: string) => ['imports', 'of', roundId] as const,
  one: (importId: string) => ['imports', importId] as const,
};

export const importsQuery = (roundId: string) =>
  queryOptions({
    queryKey: importKeys.list(roundId),
    queryFn: ({ signal }) =>
      asked(client.GET('/api/v1/rounds/{roundId}/imports', { params: { path: { roundId } }, signal })),
  });

export const importQuery = (importId: string) =>
  queryOptions({
    queryKey: importKeys.one(importId),
    queryFn: ({ signal }) =>
      asked(client.GET('/api/v1/imports/{importId}', { params: { path: { importId } }, signal })),
  });

export function uploadWorkbooks(roundId: string, files: readonly File[]): Promise<ImportPreviewView> {
  const form = new FormData();
  for (const file of files) form.append('file', file, file.name);
  return asked(
    client.POST('/api/v1/rounds/{roundId}/imports', {
      params: { path: { roundId } },
      body: { file: [] },
      bodySerializer: () => form,
    }),
  );
}

export function confirmImport(importId: string, request: ConfirmImportRequest): Promise<ConfirmedImport> {
  return asked(client.POST('/api/v1/imports/{importId}/confirm', { params: { path: { importId } }, body: request }));
}

export function discardImport(importId: string): Promise<void> {
  return done(client.POST('/api/v1/imports/{importId}/discard', { params: { path: { importId } } }));
}
