import { moodOf, unsentCells } from '@junheng/offline-journal';
import { Button } from '@junheng/ui/plain';
import { useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import type { OpenVisit } from './use-visit.ts';

/** Where the inspector's work stands, in one line, said to screen readers when it is worth hearing. */
export function VisitStatus({ open }: { readonly open: OpenVisit }) {
  const { t } = useTranslation('visit');
  const { saver, queue, waitingPhotos } = open;
  const keeping = useSyncExternalStore(saver.subscribe, saver.keeping);
  const entries = unsentCells(queue).length;
  const photos = waitingPhotos.length;
  const ofEntries = moodOf(queue);
  const mood = photos > 0 && (ofEntries === 'quiet' || ofEntries === 'saved') ? 'waiting' : ofEntries;
  // "Kept on this device" is said only where it is true.
  const kept = keeping !== 'failed' || (mood !== 'waiting' && mood !== 'sign-in');
  const text = t(kept ? `save.${mood}` : 'save.unkept', { count: entries + photos });
  return (
    <div className={`vs-status vs-status--${kept ? mood : 'locked'}`} data-keeping={keeping} data-mood={mood}>
      <span aria-hidden="true">{text}</span>
      <span className="jh-visually-hidden" role="status" aria-live="polite">
        {mood === 'saving' || mood === 'quiet' ? '' : text}
      </span>
      {mood === 'waiting' ? (
        <Button
          size="small"
          onClick={() => {
            saver.resume();
            open.photos.resume();
          }}
        >
          {t('save.retry')}
        </Button>
      ) : null}
    </div>
  );
}
