import type { Regions, Schools } from '@junheng/api-contract';
import { queryOptions } from '@tanstack/react-query';
import { ask } from './connection.ts';

export const regionsQuery = queryOptions({
  queryKey: ['regions'],
  queryFn: ({ signal }) => ask<Regions>('GET', '/regions', { signal }),
  staleTime: 10 * 60_000,
});

export const schoolsQuery = (regionId?: string) =>
  queryOptions({
    queryKey: ['schools', regionId ?? 'all'],
    queryFn: ({ signal }) => ask<Schools>('GET', '/schools', { query: { regionId }, signal }),
  });
