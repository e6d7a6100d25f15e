import type {
  CorrectFeedbackLetterRequest,
  EnterFeedbackLetterRequest,
  FeedbackLetter,
  FeedbackLetterReading,
  FeedbackLetters,
  RectificationReport,
} from '@junheng/api-contract';
import { queryOptions } from '@tanstack/react-query';
import { asked, client } from './connection.ts';
import { rectificationKeys } from './rectifications.ts';

/** Below the ledger's key: what changes a row changes what the letters say of it. */
export const feedbackLettersQuery = queryOptions({
  queryKey: [...rectificationKeys.all, 'letters'],
  queryFn: async ({ signal }): Promise<FeedbackLetters> => asked(client.GET('/api/v1/feedback-letters', { signal })),
});

export const feedbackLetterQuery = (feedbackLetterId: string) =>
  queryOptions({
    queryKey: [...rectificationKeys.all, 'letters', feedbackLetterId],
    queryFn: async ({ signal }): Promise<FeedbackLetter> =>
      asked(
        client.GET('/api/v1/feedback-letters/{feedbackLetterId}', { params: { path: { feedbackLetterId } }, signal }),
      ),
  });

export const letterReportQuery = (feedbackLetterId: string) =>
  queryOptions({
    queryKey: [...rectificationKeys.all, 'letters', feedbackLetterId, 'report'],
    queryFn: async ({ signal }): Promise<RectificationReport> =>
      asked(
        client.GET('/api/v1/feedback-letters/{feedbackLetterId}/report', {
          params: { path: { feedbackLetterId } },
          signal,
        }),
      ),
  });

export function enterLetter(body: EnterFeedbackLetterRequest): Promise<FeedbackLetter> {
  return asked(client.POST('/api/v1/feedback-letters', { body }));
}

export function correctLetter(feedbackLetterId: string, body: CorrectFeedbackLetterRequest): Promise<FeedbackLetter> {
  return asked(
    client.PUT('/api/v1/feedback-letters/{feedbackLetterId}', { params: { path: { feedbackLetterId } }, body }),
  );
}

/** What a sheet says; nothing of it is entered. */
export function readLetterSheet(countyId: string, file: File): Promise<FeedbackLetterReading> {
  const form = new FormData();
  form.append('file', file, file.name);
  return asked(
    client.POST('/api/v1/counties/{countyId}/feedback-letter-readings', {
      params: { path: { countyId } },
      body: { file: '' },
      bodySerializer: () => form,
    }),
  );
}

/** Where the empty sheet lies: the browser saves it by itself. */
export const letterSheetUrl = (language: string): string => `/api/v1/feedback-letter-sheet?language=${language}`;
