import type { EvaluationSummary } from '@junheng/api-contract';
import type { CountyEvaluation, ExplanationNode } from '@junheng/evaluation-core';
import { queryOptions } from '@tanstack/react-query';
import { ask } from './connection.ts';
import type { EvaluationSummaries, Explanation, Evaluation, RunEvaluationRequest } from './contract-shapes.ts';

/** The contract leaves `result` and `node` open: they are the core's, byte for byte. */
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
    queryFn: ({ signal }) => ask<EvaluationSummaries>('GET', `/rounds/${roundId}/evaluations`, { signal }),
  });

/** A run never changes: read once. */
export const evaluationQuery = (id: string) =>
  queryOptions({
    queryKey: evaluationKeys.one(id),
    queryFn: ({ signal }) => ask<EvaluationWithResult>('GET', `/evaluations/${id}`, { signal }),
    staleTime: Infinity,
  });

export const explanationQuery = (id: string, path: string) =>
  queryOptions({
    queryKey: evaluationKeys.explanation(id, path),
    queryFn: ({ signal }) =>
      ask<ExplanationWithNode>('GET', `/evaluations/${id}/explanation`, { query: { path }, signal }),
    staleTime: Infinity,
  });

export function runEvaluation(roundId: string, request: RunEvaluationRequest): Promise<EvaluationSummary> {
  return ask<EvaluationSummary>('POST', `/rounds/${roundId}/evaluations`, { body: request });
}
