import { Notice, useLanguage, useTexts } from '@junheng/ui/plain';
import { useSyncExternalStore } from 'react';
import { isReachable, onReachChange } from '../api/reach.ts';

/** Says, while the server cannot be reached, when it last said what the page shows. `at` in epoch milliseconds. */
export function AsOfNote({ at }: { readonly at: number }) {
  const { t } = useTexts('portal');
  const { language } = useLanguage();
  const reachable = useSyncExternalStore(onReachChange, isReachable);
  if (reachable) return null;
  const time = new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'short', hourCycle: 'h23' });
  return (
    <div className="as-of">
      <Notice tone="neutral" role="status">
        {t('frame.asOf', { time: time.format(new Date(at)) })}
      </Notice>
    </div>
  );
}
