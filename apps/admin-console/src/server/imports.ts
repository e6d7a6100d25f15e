import type { ImportPreviewView } from '@junheng/api-contract';
import { queryOptions } from '@tanstack/react-query';
import { ask } from './connection.ts';
import type { ConfirmedImport, ConfirmImportRequest, ImportList } from './contract-shapes.ts';

export const importKeys = {
  all: ['imports'] as const,
  list: (roundId: string) => ['imports', 'of', roundId] as const,
  one: (importId: string) => ['imports', importId] as const,
};

export const importsQuery = (roundId: string) =>
  queryOptions({
    queryKey: importKeys.list(roundId),
    queryFn: ({ signal }) => ask<ImportList>('GET', `/rounds/${roundId}/imports`, { signal }),
  });

export const importQuery = (importId: string) =>
  queryOptions({
    queryKey: importKeys.one(importId),
    queryFn: ({ signal }) => ask<ImportPreviewView>('GET', `/imports/${importId}`, { signal }),
  });

export function uploadWorkbooks(roundId: string, files: readonly File[]): Promise<ImportPreviewView> {
  const form = new FormData();
  for (const file of files) form.append('file', file, file.name);
  return ask<ImportPreviewView>('POST', `/rounds/${roundId}/imports`, { form });
}

export function confirmImport(importId: string, request: ConfirmImportRequest): Promise<ConfirmedImport> {
  return ask<ConfirmedImport>('POST', `/imports/${importId}/confirm`, { body: request });
}

export function discardImport(importId: string): Promise<unknown> {
  return ask<unknown>('POST', `/imports/${importId}/discard`);
}
