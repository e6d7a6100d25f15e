import type { ReactNode } from 'react';
import { useTexts } from '../language/use-texts.ts';
import { Button } from './button.tsx';

export interface ErrorStateProps {
  readonly title?: ReactNode;
  readonly description?: ReactNode;
  readonly onRetry?: () => void;
  /** A way out where trying again is not enough. */
  readonly action?: ReactNode;
  /** The server's request id, for whoever is asked for help. */
  readonly requestId?: string | null;
}

export function ErrorState({ title, description, onRetry, action, requestId }: ErrorStateProps) {
  const { t } = useTexts('ui');
  return (
    <div className="jh-state jh-state--error" role="alert">
      <p className="jh-state__title">{title ?? t('state.error')}</p>
      <p className="jh-state__text">{description ?? t('state.errorHelp')}</p>
      <div className="jh-state__ways">
        {onRetry === undefined ? null : <Button onClick={onRetry}>{t('state.retry')}</Button>}
        {action}
      </div>
      {requestId ? <p className="jh-state__reference">{t('state.reference', { requestId })}</p> : null}
    </div>
  );
}
