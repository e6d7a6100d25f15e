import { queryOptions } from '@tanstack/react-query';
import { asked, client } from './connection.ts';

export const regionsQuery = queryOptions({
  queryKey: ['regions'],
  queryFn: ({ signal }) => asked(client.GET('/api/v1/regions', { signal })),
  staleTime: 10 * 60_000,
});

export const schoolsQuery = (regionId?: string) =>
  queryOptions({
    queryKey: ['schools', regionId ?? 'all'],
    queryFn: ({ signal }) =>
      asked(client.GET('/api/v1/schools', { params: { query: regionId === undefined ? {} : { regionId } }, signal })),
  });
