import type { AuditQuery, AuditVerification } from '@junheng/api-contract';
import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { asked, client } from './connection.ts';

export const auditEntriesQuery = (query: AuditQuery) =>
  queryOptions({
    queryKey: ['audit', 'entries', query],
    queryFn: ({ signal }) => asked(client.GET('/api/v1/audit/entries', { params: { query }, signal })),
    placeholderData: keepPreviousData,
  });

export const auditChainsQuery = queryOptions({
  queryKey: ['audit', 'chains'],
  queryFn: ({ signal }) => asked(client.GET('/api/v1/audit/chains', { signal })),
});

/** Takes as long as the chain is long: about a second for 50,000 entries. */
export function verifyChain(countyId: string): Promise<AuditVerification> {
  return asked(client.POST('/api/v1/audit/chains/{countyId}/verification', { params: { path: { countyId } } }));
}

export function chainDownloadUrl(countyId: string): string {
  return `/api/v1/audit/chains/${countyId}/download`;
}

export function auditWorkbookUrl(query: AuditQuery, language: 'zh-CN' | 'en'): string {
  const { before: _before, limit: _limit, ...filter } = query;
  const asText = new URLSearchParams({ language });
  for (const [name, value] of Object.entries(filter)) if (value !== undefined) asText.set(name, value);
  return `/api/v1/audit/entries/workbook?${asText.toString()}`;
}
