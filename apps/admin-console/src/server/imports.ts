import type { ImportPreviewView } from '@junheng/api-contract';
import { queryOptions } from '@tanstack/react-query';
import { ask } from './connection.ts';
import type { ConfirmedImport, ConfirmImportRequest } from './contract-shapes.ts';

export const importKeys = {
  all: ['imports'] as const,
  list: (roundId: string) => ['imports', 'of', roundId] as const,
  one: (importId: string) => ['imports', importId] as const,
};

export const importsQuery = (roundId: string) =>
  queryOptions({
    queryKey: importKeys.list(roundId),
    queryFn: ({ signal }) => ask('GET', '/api/v1/rounds/{roundId}/imports', { path: { roundId }, signal }),
  });

export const importQuery = (importId: string) =>
  queryOptions({
    queryKey: importKeys.one(importId),
    queryFn: ({ signal }) => ask('GET', '/api/v1/imports/{importId}', { path: { importId }, signal }),
  });

export function uploadWorkbooks(roundId: string, files: readonly File[]): Promise<ImportPreviewView> {
  const form = new FormData();
  for (const file of files) form.append('file', file, file.name);
  return ask('POST', '/api/v1/rounds/{roundId}/imports', { path: { roundId }, form });
}

export function confirmImport(importId: string, request: ConfirmImportRequest): Promise<ConfirmedImport> {
  return ask('POST', '/api/v1/imports/{importId}/confirm', { path: { importId }, body: request });
}

export function discardImport(importId: string): Promise<unknown> {
  return ask('POST', '/api/v1/imports/{importId}/discard', { path: { importId } });
}
