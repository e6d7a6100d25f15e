import { ErrorState, LoadingState, useTexts } from '@junheng/ui/plain';
import { useEffect, useReducer, useState, type ReactNode } from 'react';
import { reloadToNewest } from '../device/installed-page.ts';

export interface DeferredPage<Page> {
  /** The page once its chunk is here. */
  readonly loaded: () => Page | null;
  /** Fetches the chunk; `loaded` answers afterwards. */
  readonly load: () => Promise<unknown>;
}

/**
 * A page whose chunk may still have to come. Where it is here already it is shown at once, without a fallback. It keeps
 * nothing of the page itself: the router puts one deferred page in the place of another.
 */
export function Deferred<Page>(props: {
  readonly page: DeferredPage<Page>;
  readonly children: (page: Page) => ReactNode;
}) {
  const { t } = useTexts('portal');
  const { page: wanted } = props;
  const [, arrived] = useReducer((count: number) => count + 1, 0);
  const [failed, setFailed] = useState(false);
  const page = wanted.loaded();
  useEffect(() => {
    if (page === null) wanted.load().then(arrived, () => setFailed(true));
  }, [page, wanted]);
  if (page !== null) return props.children(page);
  return failed ? <ErrorState title={t('frame.newVersion')} onRetry={() => void reloadToNewest()} /> : <LoadingState />;
}
