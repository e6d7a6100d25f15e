import { classNames } from '@junheng/ui/plain';
import { useTranslation } from 'react-i18next';
import { moodOf, unsentCells, type QueueState } from './model/save-queue.ts';

/** Where the person's work stands, in one line; spoken to screen readers when it changes to something worth hearing. */
export function SaveStatus({ queue, onRetry }: { readonly queue: QueueState; readonly onRetry: () => void }) {
  const { t } = useTranslation('portal');
  const mood = moodOf(queue);
  const text = t(`save.${mood}`, { count: unsentCells(queue).length });
  return (
    <div className={classNames('save-status', `save-status--${mood}`)}>
      <span className="save-status__dot" aria-hidden="true" />
      <span aria-hidden="true">{text}</span>
      {/* "Saving" comes and goes with every cell; only where it ends is announced. */}
      <span className="jh-visually-hidden" role="status" aria-live="polite">
        {mood === 'saving' || mood === 'quiet' ? '' : text}
      </span>
      {mood === 'waiting' ? (
        <button type="button" className="link-button" onClick={onRetry}>
          {t('save.retryNow')}
        </button>
      ) : null}
    </div>
  );
}
