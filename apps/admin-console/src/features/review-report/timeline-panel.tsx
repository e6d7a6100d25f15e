import type { SelfReport } from '@junheng/api-contract';
import { EmptyState } from '@junheng/ui/plain';
import { useTranslation } from 'react-i18next';
import { SidePanel } from '../../display/side-panel.tsx';
import { useFormat } from '../../display/use-format.ts';

/** Every step of a report, newest first. */
export function TimelinePanel({ report, onClose }: { readonly report: SelfReport; readonly onClose: () => void }) {
  const { t } = useTranslation('review');
  const { instant } = useFormat();
  const events = [...report.timeline].sort((a, b) => b.at.localeCompare(a.at));
  return (
    <SidePanel label={t('events.title')} title={t('events.title')} subject="timeline" onClose={onClose}>
      {events.length === 0 ? (
        <EmptyState title={t('events.empty')} />
      ) : (
        <ol className="jc-timeline">
          {events.map((event) => (
            <li key={`${event.kind} ${event.at}`}>
              <b>
                {event.level === undefined ? null : `${t(`level.${event.level}`)} · `}
                {t(`events.${event.kind}`)}
              </b>
              <span className="ev-muted">{t('by', { by: event.by, at: instant(event.at) })}</span>
              {event.note === null ? null : <span>{event.note}</span>}
            </li>
          ))}
        </ol>
      )}
    </SidePanel>
  );
}
