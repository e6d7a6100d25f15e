import { problemOf } from '@junheng/api-client';
import { useLanguage } from '@junheng/ui/plain';
import { hasText, text } from '@junheng/evaluation-messages/plain';
import '@junheng/evaluation-messages/report-workbook';
import { useCallback } from 'react';

/** Why something was refused, in words: what the server said of the file where it said more, else of the request. */
export function useFailureText(): (error: unknown) => string {
  const { language } = useLanguage();
  return useCallback(
    (error) => {
      const problem = problemOf(error);
      const [first] = problem?.problems ?? [];
      if (problem?.code === 'workbook.file-refused' && first !== undefined && hasText(`file-refusal.${first.code}`)) {
        return text(language, `file-refusal.${first.code}`, factsOf(first.facts));
      }
      return text(language, `problem.${problem?.code ?? 'server.unavailable'}`);
    },
    [language],
  );
}

function factsOf(facts: Readonly<Record<string, unknown>> | undefined): Readonly<Record<string, string | number>> {
  return Object.fromEntries(
    Object.entries(facts ?? {}).flatMap(([name, value]) =>
      typeof value === 'string' || typeof value === 'number' ? [[name, value] as const] : [],
    ),
  );
}
