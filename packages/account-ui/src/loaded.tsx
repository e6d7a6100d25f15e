import { problemOf } from '@junheng/api-client';
import { ErrorState, LoadingState } from '@junheng/ui/plain';
import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';

/** What a query brings, or that it is on its way, or that it failed with a way to try again. */
export function Loaded<Data>(props: {
  readonly query: UseQueryResult<Data>;
  readonly children: (data: Data) => ReactNode;
}) {
  const { query } = props;
  if (query.data !== undefined) return props.children(query.data);
  if (query.isError) {
    return <ErrorState requestId={problemOf(query.error)?.requestId ?? null} onRetry={() => void query.refetch()} />;
  }
  return <LoadingState />;
}
