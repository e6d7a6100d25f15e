import type {
  FeedbackContent,
  ObjectionAnswer,
  ObjectionPoint,
  Opinion,
  OpinionContent,
  OpinionSummaries,
} from '@junheng/api-contract';
import { queryOptions } from '@tanstack/react-query';
import { asked, client } from './connection.ts';
import { named } from './named.ts';

/** Where an opinion is: a county of an inspection project. */
export interface OpinionAddress {
  readonly inspectionId: string;
  readonly countyId: string;
}

export const opinionKeys = {
  ofProject: (inspectionId: string) => ['opinions', inspectionId] as const,
  one: ({ inspectionId, countyId }: OpinionAddress) => ['opinions', inspectionId, countyId] as const,
};

export const opinionsQuery = (inspectionId: string) =>
  queryOptions({
    queryKey: opinionKeys.ofProject(inspectionId),
    queryFn: async ({ signal }): Promise<OpinionSummaries> =>
      asked(client.GET('/api/v1/inspections/{inspectionId}/opinions', { params: { path: { inspectionId } }, signal })),
  });

export const opinionQuery = (path: OpinionAddress) =>
  queryOptions({
    queryKey: opinionKeys.one(path),
    queryFn: ({ signal }) =>
      named<Opinion>(
        asked(client.GET('/api/v1/inspections/{inspectionId}/opinions/{countyId}', { params: { path }, signal })),
      ),
  });

export function saveOpinionDraft(
  path: OpinionAddress,
  body: { readonly revision: number; readonly content: OpinionContent },
): Promise<Opinion> {
  return named(
    asked(client.PUT('/api/v1/inspections/{inspectionId}/opinions/{countyId}/draft', { params: { path }, body })),
  );
}

export function issueOpinion(
  path: OpinionAddress,
  body: { readonly revision: number; readonly objectionsUntil: string },
): Promise<Opinion> {
  return named(
    asked(client.POST('/api/v1/inspections/{inspectionId}/opinions/{countyId}/issue', { params: { path }, body })),
  );
}

export function saveObjection(
  path: OpinionAddress,
  body: { readonly revision: number; readonly points: ObjectionPoint[] },
): Promise<Opinion> {
  return named(
    asked(client.PUT('/api/v1/inspections/{inspectionId}/opinions/{countyId}/objection', { params: { path }, body })),
  );
}

export function submitObjection(
  path: OpinionAddress,
  body: { readonly revision: number; readonly none: boolean },
): Promise<Opinion> {
  return named(
    asked(
      client.POST('/api/v1/inspections/{inspectionId}/opinions/{countyId}/objection/submission', {
        params: { path },
        body,
      }),
    ),
  );
}

export function saveAnswers(
  path: OpinionAddress,
  body: { readonly revision: number; readonly answers: ObjectionAnswer[] },
): Promise<Opinion> {
  return named(
    asked(client.PUT('/api/v1/inspections/{inspectionId}/opinions/{countyId}/answers', { params: { path }, body })),
  );
}

export function finaliseOpinion(
  path: OpinionAddress,
  body: {
    readonly revision: number;
    readonly number: string;
    readonly reportDueOn: string;
    readonly deadlines: { findingId: string; dueOn: string }[];
  },
): Promise<Opinion> {
  return named(
    asked(client.POST('/api/v1/inspections/{inspectionId}/opinions/{countyId}/final', { params: { path }, body })),
  );
}

export function saveFeedback(
  path: OpinionAddress,
  body: { readonly revision: number; readonly content: FeedbackContent },
): Promise<Opinion> {
  return named(
    asked(client.PUT('/api/v1/inspections/{inspectionId}/opinions/{countyId}/feedback', { params: { path }, body })),
  );
}

export function issueFeedback(path: OpinionAddress, revision: number): Promise<Opinion> {
  return named(
    asked(
      client.POST('/api/v1/inspections/{inspectionId}/opinions/{countyId}/feedback/issue', {
        params: { path },
        body: { revision },
      }),
    ),
  );
}

export function receiveOpinion(path: OpinionAddress, document: 'preliminary' | 'final' | 'feedback'): Promise<Opinion> {
  return named(
    asked(
      client.POST('/api/v1/inspections/{inspectionId}/opinions/{countyId}/receipts', {
        params: { path },
        body: { document },
      }),
    ),
  );
}
