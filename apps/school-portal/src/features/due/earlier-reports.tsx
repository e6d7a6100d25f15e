import { StatusTag, useTexts } from '@junheng/ui/plain';
import { Link } from 'react-router';
import type { DueSelfReport } from '../../api/types.ts';

/** Earlier years, approved and closed. */
export function EarlierReports(props: { readonly reports: readonly DueSelfReport[]; readonly showSchool: boolean }) {
  const { t } = useTexts('portal');
  if (props.reports.length === 0) return null;
  return (
    <section className="earlier">
      <h2 className="earlier__title">{t('due.earlier')}</h2>
      <ul className="earlier__list">
        {props.reports.map((report) => (
          <li key={report.id} className="earlier__item">
            <span className="earlier__name">
              {t('due.round', { year: report.round.year, kind: t(`kind.${report.round.kind}`) })}
              {props.showSchool ? ` · ${report.schoolName}` : ''}
            </span>
            <StatusTag tone="success">{t(`status.${report.status}`)}</StatusTag>
            <Link to={`/reports/${report.id}/hand-in`}>{t('due.lastResult')}</Link>
          </li>
        ))}
      </ul>
    </section>
  );
}
