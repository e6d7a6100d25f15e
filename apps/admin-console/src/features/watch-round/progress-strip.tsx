import type { Round, SelfReportStatus } from '@junheng/api-contract';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../display/use-format.ts';
import { useServerClock } from '../../display/use-server-clock.ts';
import { progressSegments, timeLeft } from './model/progress.ts';

export interface ProgressStripProps {
  readonly round: Round;
  readonly chosen: readonly SelfReportStatus[];
  readonly onToggle: (status: SelfReportStatus) => void;
}

/** Where the round stands: one quiet bar, the counts (each a filter), and the time that is left. */
export function ProgressStrip({ round, chosen, onToggle }: ProgressStripProps) {
  const { t } = useTranslation(['round', 'display']);
  const { day } = useFormat();
  const now = useServerClock();
  const segments = progressSegments(round);
  const time = timeLeft(round.closesAt, now);
  return (
    <section className="jc-progress" aria-label={t('progress')}>
      <div className="jc-progress__bar" aria-hidden="true">
        {segments
          .filter((segment) => segment.count > 0)
          .map((segment) => (
            <span
              key={segment.status}
              className={`jc-fill jc-fill--${segment.status}`}
              style={{ inlineSize: `${segment.share * 100}%` }}
            />
          ))}
      </div>
      <div className="jc-progress__line">
        <ul className="jc-progress__counts">
          {segments.map((segment) => (
            <li key={segment.status}>
              <button
                type="button"
                className="jc-count"
                aria-pressed={chosen.includes(segment.status)}
                onClick={() => onToggle(segment.status)}
              >
                <span className={`jc-count__dot jc-fill--${segment.status}`} aria-hidden="true" />
                {t(`status.${segment.status}`, { ns: 'display' })}
                <b>{segment.count}</b>
              </button>
            </li>
          ))}
        </ul>
        <p className="jc-progress__time">
          {t('deadline', { day: day(round.deadline) })}
          <b className={time.kind === 'over' ? 'jc-danger' : undefined}>
            {t(`${time.kind}.${time.unit}`, { count: time.count })}
          </b>
        </p>
      </div>
    </section>
  );
}
