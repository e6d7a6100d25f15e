import { useTexts } from '@junheng/ui/plain';
import type { SelfReport } from '../../api/types.ts';
import { useDates } from './use-dates.ts';

/** What happened to the report, newest first. */
export function Timeline({ events }: { readonly events: SelfReport['timeline'] }) {
  const { t } = useTexts('portal');
  const dates = useDates();
  if (events.length === 0) return null;
  const newestFirst = [...events].sort((a, b) => b.at.localeCompare(a.at));
  return (
    <section className="hand-in__part">
      <h2 className="hand-in__title">{t('handIn.timeline')}</h2>
      <ol className="timeline">
        {newestFirst.map((event) => (
          <li key={`${event.kind}-${event.at}`}>
            <span className="timeline__kind">{t(`handIn.event.${event.kind}`)}</span>
            <span className="timeline__by">{t('handIn.eventBy', { time: dates.moment(event.at), by: event.by })}</span>
            {event.note === null ? null : <span className="timeline__note">{event.note}</span>}
          </li>
        ))}
      </ol>
    </section>
  );
}
