import type { EvaluationJobDetails, EvaluationSummary, Standings, WarningThresholds } from '@junheng/api-contract';
import type { CountyEvaluation, EvaluationComparison, ExplanationNode } from '@junheng/evaluation-core';
import { queryOptions } from '@tanstack/react-query';
import { asked, client } from './connection.ts';
import type {
  Comparison,
  Evaluation,
  Explanation,
  ReleaseEvaluationRequest,
  RunEvaluationJobRequest,
  RunEvaluationRequest,
} from './contract-shapes.ts';
import { completeResult, type StoredResult } from './stored-result.ts';

/** The contract leaves `result` and `node` open: they are the core's, byte for byte; a result of an earlier version is completed here. */
export type EvaluationWithResult = Omit<Evaluation, 'result'> & { readonly result: CountyEvaluation };
export type ExplanationWithNode = Omit<Explanation, 'node'> & { readonly node: ExplanationNode };

export type ComparisonOfRuns = Omit<Comparison, 'comparison'> & { readonly comparison: EvaluationComparison };

export type StandingsKind = Standings['kind'];

export const evaluationKeys = {
  list: (roundId: string) => ['evaluations', 'of', roundId] as const,
  one: (id: string) => ['evaluations', id] as const,
  comparison: (before: string, after: string) => ['evaluations', after, 'since', before] as const,
  nearness: (id: string) => ['evaluations', id, 'nearness'] as const,
  allStandings: ['standings'] as const,
  standings: (regionId: string, kind: string, thresholds: WarningThresholds) =>
    ['standings', regionId, kind, thresholds] as const,
  groupingStandings: (regionId: string, kind: string, year: number) =>
    ['standings', regionId, 'groupings', kind, year] as const,
  jobs: (regionId: string) => ['evaluation-jobs', 'of', regionId] as const,
  job: (id: string) => ['evaluation-jobs', id] as const,
  explanation: (id: string, path: string) => ['evaluations', id, 'explanation', path] as const,
};

export const evaluationsQuery = (roundId: string) =>
  queryOptions({
    queryKey: evaluationKeys.list(roundId),
    queryFn: ({ signal }) =>
      asked(client.GET('/api/v1/rounds/{roundId}/evaluations', { params: { path: { roundId } }, signal })),
  });

/** A run never changes: read once. */
export const evaluationQuery = (id: string) =>
  queryOptions({
    queryKey: evaluationKeys.one(id),
    queryFn: async ({ signal }): Promise<EvaluationWithResult> => {
      const evaluation = await asked(
        client.GET('/api/v1/evaluations/{evaluationId}', { params: { path: { evaluationId: id } }, signal }),
      );
      return { ...evaluation, result: completeResult(evaluation.result as StoredResult) };
    },
    staleTime: Infinity,
  });

export const explanationQuery = (id: string, path: string) =>
  queryOptions({
    queryKey: evaluationKeys.explanation(id, path),
    queryFn: async ({ signal }) =>
      (await asked(
        client.GET('/api/v1/evaluations/{evaluationId}/explanation', {
          params: { path: { evaluationId: id }, query: { path } },
          signal,
        }),
      )) as ExplanationWithNode,
    staleTime: Infinity,
  });

/** Neither run ever changes, nor what differs between them. */
export const comparisonQuery = (before: string, after: string) =>
  queryOptions({
    queryKey: evaluationKeys.comparison(before, after),
    queryFn: async ({ signal }) =>
      (await asked(
        client.GET('/api/v1/evaluations/{evaluationId}/comparison', {
          params: { path: { evaluationId: after }, query: { before } },
          signal,
        }),
      )) as ComparisonOfRuns,
    staleTime: Infinity,
  });

export const nearnessQuery = (id: string) =>
  queryOptions({
    queryKey: evaluationKeys.nearness(id),
    queryFn: ({ signal }) =>
      asked(
        client.GET('/api/v1/evaluations/{evaluationId}/nearness', { params: { path: { evaluationId: id } }, signal }),
      ),
    staleTime: Infinity,
  });

export const groupingStandingsQuery = (regionId: string, kind: StandingsKind, year: number) =>
  queryOptions({
    queryKey: evaluationKeys.groupingStandings(regionId, kind, year),
    queryFn: ({ signal }) =>
      asked(
        client.GET('/api/v1/regions/{regionId}/grouping-standings', {
          params: { path: { regionId }, query: { kind, year } },
          signal,
        }),
      ),
  });

/** Other thresholds show the same counties: what is on the page stays until the answer is there. */
export const standingsQuery = (regionId: string, kind: StandingsKind, thresholds: WarningThresholds) =>
  queryOptions({
    queryKey: evaluationKeys.standings(regionId, kind, thresholds),
    queryFn: ({ signal }) =>
      asked(
        client.GET('/api/v1/regions/{regionId}/standings', {
          params: { path: { regionId }, query: { kind, ...thresholds } },
          signal,
        }),
      ),
    placeholderData: (before) => (before?.region.id === regionId && before.kind === kind ? before : undefined),
  });

const JOB_ASKED_EVERY_MILLISECONDS = 1_000;

/** The newest evaluations of many counties; asked for again every second while one is under way. */
export const evaluationJobsQuery = (regionId: string) =>
  queryOptions({
    queryKey: evaluationKeys.jobs(regionId),
    queryFn: ({ signal }) =>
      asked(client.GET('/api/v1/regions/{regionId}/evaluation-jobs', { params: { path: { regionId } }, signal })),
    refetchInterval: ({ state }) =>
      state.data?.jobs.some((job) => job.endedAt === null) === true ? JOB_ASKED_EVERY_MILLISECONDS : false,
  });

export const evaluationJobQuery = (id: string) =>
  queryOptions({
    queryKey: evaluationKeys.job(id),
    queryFn: ({ signal }) =>
      asked(
        client.GET('/api/v1/evaluation-jobs/{evaluationJobId}', { params: { path: { evaluationJobId: id } }, signal }),
      ),
  });

export function runEvaluationJob(regionId: string, request: RunEvaluationJobRequest): Promise<EvaluationJobDetails> {
  return asked(
    client.POST('/api/v1/regions/{regionId}/evaluation-jobs', { params: { path: { regionId } }, body: request }),
  );
}

export function cancelEvaluationJob(id: string): Promise<EvaluationJobDetails> {
  const params = { path: { evaluationJobId: id } };
  return asked(client.POST('/api/v1/evaluation-jobs/{evaluationJobId}/cancellation', { params }));
}

/** Where a file of a report is opened. */
export function evidenceAddress(selfReportId: string, evidenceId: string): string {
  return `/api/v1/self-reports/${selfReportId}/evidence/${evidenceId}/content`;
}

export function runEvaluation(roundId: string, request: RunEvaluationRequest): Promise<EvaluationSummary> {
  return asked(client.POST('/api/v1/rounds/{roundId}/evaluations', { params: { path: { roundId } }, body: request }));
}

export function releaseEvaluation(id: string, request: ReleaseEvaluationRequest): Promise<EvaluationSummary> {
  const params = { path: { evaluationId: id } };
  return asked(client.POST('/api/v1/evaluations/{evaluationId}/release', { params, body: request }));
}

export function withdrawRelease(id: string): Promise<EvaluationSummary> {
  const params = { path: { evaluationId: id } };
  return asked(client.DELETE('/api/v1/evaluations/{evaluationId}/release', { params }));
}
