import { answerOf } from '@junheng/api-client';
import { queryOptions } from '@tanstack/react-query';
import { client } from './client.ts';
import { watchedFetch } from './reach.ts';
import type { Rectification, RectificationRow } from './types.ts';

export const rectificationKeys = { all: ['rectifications'] as const };

/** What the bureau has given the person's schools to put right. */
export const rectificationsQuery = queryOptions({
  queryKey: [...rectificationKeys.all, 'all'],
  queryFn: async (): Promise<readonly RectificationRow[]> =>
    (await answerOf(client.GET('/api/v1/rectifications', {}))).rows,
});

export const rectificationQuery = (rectificationId: string) =>
  queryOptions({
    queryKey: [...rectificationKeys.all, 'one', rectificationId],
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

/** One photo or document more. It may take as long as a slow line needs: only short calls are given up after a time. */
export async function addRowFile(rectificationId: string, file: File): Promise<void> {
  const form = new FormData();
  form.append('file', file, file.name);
  await client.POST('/api/v1/rectifications/{rectificationId}/files', {
    params: { path: { rectificationId } },
    body: { file: '' },
    bodySerializer: () => form,
    fetch: watchedFetch,
  });
}

/** For a link: the browser shows images and PDFs, and saves the others. */
export const rowFileUrl = (rectificationId: string, fileId: string): string =>
  `/api/v1/rectifications/${rectificationId}/files/${fileId}/content?as=preview`;
