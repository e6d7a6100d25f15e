import type { ReviewAssignments, Round } from '@junheng/api-contract';
import { queryOptions } from '@tanstack/react-query';
import { asked, client, done } from './connection.ts';
import type {
  ApprovedMany,
  ApproveManyRequest,
  AssignReviewerRequest,
  ExtendDeadlineRequest,
  OpenRoundRequest,
  RoundSelfReports,
  Rounds,
} from './contract-shapes.ts';

/*
 * The document of the API says less of a round than the contract: `counts` has each status as a key. Hence the narrowing.
 */

/** Everything under `['rounds']`: a change in one round makes all of them stale. */
export const roundKeys = {
  all: ['rounds'] as const,
  list: ['rounds', 'list'] as const,
  one: (roundId: string) => ['rounds', roundId] as const,
  reports: (roundId: string) => ['rounds', roundId, 'self-reports'] as const,
};

export const roundsQuery = queryOptions({
  queryKey: roundKeys.list,
  queryFn: async ({ signal }) => (await asked(client.GET('/api/v1/rounds', { signal }))) as Rounds,
});

export const roundQuery = (roundId: string) =>
  queryOptions({
    queryKey: roundKeys.one(roundId),
    queryFn: async ({ signal }) =>
      (await asked(client.GET('/api/v1/rounds/{roundId}', { params: { path: { roundId } }, signal }))) as Round,
  });

/** Whom a round for chosen schools leaves out. */
export const leftOutSchoolsQuery = (roundId: string) =>
  queryOptions({
    queryKey: [...roundKeys.one(roundId), 'left-out-schools'],
    queryFn: ({ signal }) =>
      asked(client.GET('/api/v1/rounds/{roundId}/left-out-schools', { params: { path: { roundId } }, signal })),
  });

/** The round with one row a school. */
export const roundReportsQuery = (roundId: string) =>
  queryOptions({
    queryKey: roundKeys.reports(roundId),
    queryFn: async ({ signal }) =>
      (await asked(
        client.GET('/api/v1/rounds/{roundId}/self-reports', { params: { path: { roundId } }, signal }),
      )) as RoundSelfReports,
  });

export async function openRound(request: OpenRoundRequest): Promise<Round> {
  return (await asked(client.POST('/api/v1/rounds', { body: request }))) as Round;
}

export function extendDeadline(roundId: string, schoolId: string, request: ExtendDeadlineRequest): Promise<void> {
  return done(
    client.PUT('/api/v1/rounds/{roundId}/extensions/{schoolId}', {
      params: { path: { roundId, schoolId } },
      body: request,
    }),
  );
}

export function approveMany(roundId: string, request: ApproveManyRequest): Promise<ApprovedMany> {
  return asked(client.POST('/api/v1/rounds/{roundId}/approvals', { params: { path: { roundId } }, body: request }));
}

/** Who reviews what in the round. */
export const reviewAssignmentsQuery = (roundId: string) =>
  queryOptions({
    queryKey: [...roundKeys.one(roundId), 'review-assignments'],
    queryFn: ({ signal }): Promise<ReviewAssignments> =>
      asked(client.GET('/api/v1/rounds/{roundId}/review-assignments', { params: { path: { roundId } }, signal })),
  });

export function assignReviewer(roundId: string, request: AssignReviewerRequest): Promise<ReviewAssignments> {
  return asked(
    client.PUT('/api/v1/rounds/{roundId}/review-assignments', { params: { path: { roundId } }, body: request }),
  );
}
