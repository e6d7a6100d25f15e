import type { OutdatedBy } from '@junheng/api-contract';
import { Notice } from '@junheng/ui/plain';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useFormat } from '../../display/use-format.ts';

/** That a run is no longer of the approved data, and what changed since. */
export function OutdatedNotice(props: {
  readonly outdated: OutdatedBy;
  readonly roundId: string;
  readonly version: number;
}) {
  const { t } = useTranslation('evaluate');
  const { instant } = useFormat();
  const { newestVersion, schools, schoolCount, county } = props.outdated;
  return (
    <Notice tone="warning" title={t('outdated.title')}>
      <p>{t('outdated.text', { version: props.version })}</p>
      {newestVersion > props.version ? <p>{t('outdated.newer', { version: newestVersion })}</p> : null}
      <ul className="jc-guard__list">
        {schools.map((school) => (
          <li key={school.selfReportId}>
            <Link to={`/rounds/${props.roundId}/reports/${school.selfReportId}`}>{school.schoolName}</Link>{' '}
            {t(`outdated.change.${school.change}`)}
            {school.by === null || school.at === null ? null : (
              <span className="ev-muted"> {t('ranBy', { by: school.by, at: instant(school.at) })}</span>
            )}
            {school.reason === null ? null : <span> {t('outdated.reason', { reason: school.reason })}</span>}
          </li>
        ))}
        {county ? <li>{t('outdated.county')}</li> : null}
      </ul>
      {schoolCount > schools.length ? <p>{t('outdated.more', { count: schoolCount - schools.length })}</p> : null}
    </Notice>
  );
}
