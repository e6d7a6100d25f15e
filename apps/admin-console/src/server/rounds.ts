import type { Round } from '@junheng/api-contract';
import { queryOptions } from '@tanstack/react-query';
import { ask } from './connection.ts';
import type {
  ApprovedMany,
  ApproveManyRequest,
  ExtendDeadlineRequest,
  OpenRoundRequest,
  RoundSelfReports,
  Rounds,
  Editions,
} from './contract-shapes.ts';

/** Everything under `['rounds']`: a change in one round makes all of them stale. */
export const roundKeys = {
  all: ['rounds'] as const,
  list: ['rounds', 'list'] as const,
  one: (roundId: string) => ['rounds', roundId] as const,
  reports: (roundId: string) => ['rounds', roundId, 'self-reports'] as const,
};

export const roundsQuery = queryOptions({
  queryKey: roundKeys.list,
  queryFn: ({ signal }) => ask<Rounds>('GET', '/rounds', { signal }),
});

export const roundQuery = (roundId: string) =>
  queryOptions({
    queryKey: roundKeys.one(roundId),
    queryFn: ({ signal }) => ask<Round>('GET', `/rounds/${roundId}`, { signal }),
  });

/** The round with one row a school. */
export const roundReportsQuery = (roundId: string) =>
  queryOptions({
    queryKey: roundKeys.reports(roundId),
    queryFn: ({ signal }) => ask<RoundSelfReports>('GET', `/rounds/${roundId}/self-reports`, { signal }),
  });

export function openRound(request: OpenRoundRequest): Promise<Round> {
  return ask<Round>('POST', '/rounds', { body: request });
}

export function extendDeadline(roundId: string, schoolId: string, request: ExtendDeadlineRequest): Promise<unknown> {
  return ask<unknown>('PUT', `/rounds/${roundId}/extensions/${schoolId}`, { body: request });
}

export function approveMany(roundId: string, request: ApproveManyRequest): Promise<ApprovedMany> {
  return ask<ApprovedMany>('POST', `/rounds/${roundId}/approvals`, { body: request });
}

export const editionsQuery = queryOptions({
  queryKey: ['editions'],
  queryFn: ({ signal }) => ask<Editions>('GET', '/editions', { signal }),
  staleTime: Infinity,
});
