import type { ReactNode } from 'react';
import { useTexts } from '../language/use-texts.ts';

export interface EmptyStateProps {
  readonly title?: ReactNode;
  readonly description?: ReactNode;
  readonly action?: ReactNode;
}

export function EmptyState({ title, description, action }: EmptyStateProps) {
  const { t } = useTexts('ui');
  return (
    <div className="jh-state">
      <svg className="jh-state__art" viewBox="0 0 96 48" width="96" height="48" fill="none" aria-hidden="true">
        <path d="M8 40h80" stroke="currentColor" strokeWidth="1.5" />
        {[16, 32, 48, 64, 80].map((x) => (
          <path key={x} d={`M${x} 40V18`} stroke="currentColor" strokeWidth="1.5" strokeDasharray="3 4" />
        ))}
      </svg>
      <p className="jh-state__title">{title ?? t('state.empty')}</p>
      {description === undefined ? null : <p className="jh-state__text">{description}</p>}
      {action}
    </div>
  );
}
