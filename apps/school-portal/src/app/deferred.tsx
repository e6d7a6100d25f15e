import { ErrorState, LoadingState } from '@junheng/ui/plain';
import { useEffect, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

export interface DeferredPage<Page> {
  readonly loaded: () => Page | null;
  readonly load: () => Promise<Page>;
}

/** A page whose chunk may still have to come. Where it is here already it is shown at once, without a fallback. */
export function Deferred<Page>(props: {
  readonly page: DeferredPage<Page>;
  readonly children: (page: Page) => ReactNode;
}) {
  const { t } = useTranslation('portal');
  const [page, setPage] = useState<Page | null>(() => props.page.loaded());
  const [failed, setFailed] = useState(false);
  const { load } = props.page;
  useEffect(() => {
    if (page !== null) return;
    load()
      .then((loaded) => setPage(() => loaded))
      .catch(() => setFailed(true));
  }, [page, load]);
  if (failed) {
    return <ErrorState title={t('frame.newVersion')} onRetry={() => location.reload()} />;
  }
  return page === null ? <LoadingState /> : props.children(page);
}
