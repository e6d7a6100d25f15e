import { classNames, useTexts } from '@junheng/ui/plain';
import { useSyncExternalStore } from 'react';
import { moodOf, unsentCells, type Saver } from '@junheng/offline-journal';

/** Where the person's work stands, in one line; spoken to screen readers when it changes to something worth hearing. */
export function SaveStatus({ saver }: { readonly saver: Saver }) {
  const { t } = useTexts('portal');
  const queue = useSyncExternalStore(saver.subscribe, saver.state);
  const keeping = useSyncExternalStore(saver.subscribe, saver.keeping);
  const mood = moodOf(queue);
  // "Kept on this device" is said only where it is true.
  const kept = keeping !== 'failed' || (mood !== 'waiting' && mood !== 'sign-in');
  const text = t(kept ? `save.${mood}` : 'save.unkept', { count: unsentCells(queue).length });
  return (
    <div className={classNames('save-status', `save-status--${kept ? mood : 'locked'}`)} data-keeping={keeping}>
      <span className="save-status__dot" aria-hidden="true" />
      <span aria-hidden="true">{text}</span>
      {/* "Saving" comes and goes with every cell; only where it ends is announced. */}
      <span className="jh-visually-hidden" role="status" aria-live="polite">
        {mood === 'saving' || mood === 'quiet' ? '' : text}
      </span>
      {mood === 'waiting' ? (
        <button type="button" className="link-button" onClick={saver.resume}>
          {t('save.retryNow')}
        </button>
      ) : null}
    </div>
  );
}
