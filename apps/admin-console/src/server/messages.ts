import type { RoundProgress, SendMessageRequest, SentMessages } from '@junheng/api-contract';
import { queryOptions } from '@tanstack/react-query';
import { asked, client } from './connection.ts';
import { roundKeys } from './rounds.ts';

/** How far each section of the form is over the schools of the round, and what happened day by day. */
export const roundProgressQuery = (roundId: string) =>
  queryOptions({
    queryKey: [...roundKeys.one(roundId), 'progress'],
    queryFn: ({ signal }): Promise<RoundProgress> =>
      asked(client.GET('/api/v1/rounds/{roundId}/progress', { params: { path: { roundId } }, signal })),
  });

/** What the schools of the round were told. */
export const sentMessagesQuery = (roundId: string) =>
  queryOptions({
    queryKey: [...roundKeys.one(roundId), 'messages'],
    queryFn: ({ signal }): Promise<SentMessages> =>
      asked(client.GET('/api/v1/rounds/{roundId}/messages', { params: { path: { roundId } }, signal })),
  });

export function sendMessage(roundId: string, request: SendMessageRequest): Promise<SentMessages> {
  return asked(client.POST('/api/v1/rounds/{roundId}/messages', { params: { path: { roundId } }, body: request }));
}
