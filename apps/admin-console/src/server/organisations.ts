import { queryOptions } from '@tanstack/react-query';
import { ask } from './connection.ts';

export const regionsQuery = queryOptions({
  queryKey: ['regions'],
  queryFn: ({ signal }) => ask('GET', '/api/v1/regions', { signal }),
  staleTime: 10 * 60_000,
});

export const schoolsQuery = (regionId?: string) =>
  queryOptions({
    queryKey: ['schools', regionId ?? 'all'],
    queryFn: ({ signal }) =>
      ask('GET', '/api/v1/schools', { query: regionId === undefined ? {} : { regionId }, signal }),
  });
