import { answerOf } from '@junheng/api-client';
import { queryOptions } from '@tanstack/react-query';
import { client } from './client.ts';
import type { Rectification, RectificationRow } from './types.ts';

/** What the bureau has given the person's schools to put right. */
export const rectificationsQuery = queryOptions({
  queryKey: ['rectifications', 'all'],
  queryFn: async (): Promise<readonly RectificationRow[]> =>
    (await answerOf(client.GET('/api/v1/rectifications', {}))).rows,
});

export const rectificationQuery = (rectificationId: string) =>
  queryOptions({
    queryKey: ['rectifications', 'one', rectificationId],
    queryFn: async (): Promise<Rectification> =>
      answerOf(client.GET('/api/v1/rectifications/{rectificationId}', { params: { path: { rectificationId } } })),
  });

export async function tellProgress(rectificationId: string, text: string): Promise<Rectification> {
  return answerOf(
    client.POST('/api/v1/rectifications/{rectificationId}/notes', {
      params: { path: { rectificationId } },
      body: { text },
    }),
  );
}

/** Only where no data speak of the problem: else newly approved data say when it is done. */
export async function reportDone(rectificationId: string, text: string): Promise<Rectification> {
  return answerOf(
    client.POST('/api/v1/rectifications/{rectificationId}/completion', {
      params: { path: { rectificationId } },
      body: { text },
    }),
  );
}
