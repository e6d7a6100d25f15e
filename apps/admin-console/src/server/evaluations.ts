import type { EvaluationSummary } from '@junheng/api-contract';
import type { CountyEvaluation, ExplanationNode } from '@junheng/evaluation-core';
import { queryOptions } from '@tanstack/react-query';
import { asked, client } from './connection.ts';
import type { Evaluation, Explanation, ReleaseEvaluationRequest, RunEvaluationRequest } from './contract-shapes.ts';
import { completeResult, type StoredResult } from './stored-result.ts';

/** The contract leaves `result` and `node` open: they are the core's, byte for byte; a result of an earlier version is completed here. */
export type EvaluationWithResult = Omit<Evaluation, 'result'> & { readonly result: CountyEvaluation };
export type ExplanationWithNode = Omit<Explanation, 'node'> & { readonly node: ExplanationNode };

export const evaluationKeys = {
  list: (roundId: string) => ['evaluations', 'of', roundId] as const,
  one: (id: string) => ['evaluations', id] as const,
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
