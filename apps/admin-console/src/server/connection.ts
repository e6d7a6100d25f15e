import { answerOf, createApiClient } from '@junheng/api-client';
import { refusalOf } from './refusal.ts';

/** One for the page: it holds the token of the session. */
export const client = createApiClient({ baseUrl: location.origin });

/** What a call answers; rejects with a `Refusal` and nothing else. */
export async function asked<Data>(call: Promise<{ readonly data?: Data }>): Promise<Exclude<Data, undefined>> {
  try {
    return await answerOf(call);
  } catch (error) {
    throw refusalOf(error);
  }
}

/** As `asked`, for a call that answers with nothing. */
export async function done(call: Promise<unknown>): Promise<void> {
  try {
    await call;
  } catch (error) {
    throw refusalOf(error);
  }
}
