import { answerOf } from '@junheng/api-client';
import type {
  ExplanationNode,
  OutOfScope,
  PeerPlace,
  SchoolStageEvaluation,
  SpecialRuleUse,
} from '@junheng/evaluation-core';
import { queryOptions } from '@tanstack/react-query';
import { client } from './client.ts';
import type { SchoolExplanation, SchoolResult as SchoolResultOnTheWire } from './types.ts';

/** The contract leaves what is the core's open. */
export type SchoolResult = Omit<SchoolResultOnTheWire, 'schoolStages' | 'outOfScope' | 'specialRules' | 'places'> & {
  readonly schoolStages: readonly SchoolStageEvaluation[];
  readonly outOfScope: readonly OutOfScope[];
  readonly specialRules: readonly SpecialRuleUse[];
  readonly places: readonly {
    readonly stage: string;
    readonly indicatorId: string;
    readonly place: PeerPlace;
    readonly schools: number;
  }[];
};
export type SchoolNode = Omit<SchoolExplanation, 'node'> & { readonly node: ExplanationNode };

/** The released results of the person's own schools, newest first. */
export const schoolResultsQuery = queryOptions({
  queryKey: ['school-results', 'all'],
  queryFn: () => answerOf(client.GET('/api/v1/school-results')),
});

const of = (selfReportId: string) => ({ params: { path: { selfReportId } } });

/** It may be replaced or taken back by the bureau, so it is asked for again. */
export function schoolResultQuery(selfReportId: string) {
  return queryOptions({
    queryKey: ['school-results', 'one', selfReportId],
    queryFn: async () =>
      (await answerOf(client.GET('/api/v1/school-results/{selfReportId}', of(selfReportId)))) as SchoolResult,
  });
}

/** @param resultHash of the result that is explained: the explanation of one never changes */
export function schoolExplanationQuery(selfReportId: string, resultHash: string, path: string) {
  return queryOptions({
    queryKey: ['school-results', 'explanation', selfReportId, resultHash, path],
    queryFn: async () =>
      (await answerOf(
        client.GET('/api/v1/school-results/{selfReportId}/explanation', {
          params: { path: { selfReportId }, query: { path } },
        }),
      )) as SchoolNode,
    staleTime: Number.POSITIVE_INFINITY,
  });
}
