import { answerOf } from '@junheng/api-client';
import { queryOptions } from '@tanstack/react-query';
import { client } from './client.ts';

/** What the bureau told the person's schools, newest first. */
export const messagesQuery = queryOptions({
  queryKey: ['messages'],
  queryFn: () => answerOf(client.GET('/api/v1/messages')),
});

export async function markRead(messageId: string): Promise<void> {
  await answerOf(client.PUT('/api/v1/messages/{messageId}/read', { params: { path: { messageId } } }));
}
