import { ErrorState, LoadingState, useLanguage } from '@junheng/ui/plain';
import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { asRefusal, isTemporary } from '../server/refusal.ts';
import { refusalText } from './refusal-text.ts';

/** What a query brought, or that it is on its way, or why it failed and whether trying again can help. */
export function Loaded<Data>(props: {
  readonly query: UseQueryResult<Data>;
  readonly children: (data: Data) => ReactNode;
}) {
  const { language } = useLanguage();
  const { data, error, refetch } = props.query;
  // Data that were there before a failed refresh stay; the offline banner says what is going on.
  if (data !== undefined) return <>{props.children(data)}</>;
  if (error === null) return <LoadingState />;
  const refusal = asRefusal(error);
  return (
    <ErrorState
      description={isTemporary(refusal) ? undefined : refusalText(language, refusal)}
      requestId={refusal.requestId}
      onRetry={() => void refetch()}
    />
  );
}
