import { useQuery } from '@tanstack/react-query';
import { useLanguage, useTexts } from '@junheng/ui/plain';
import { Link } from 'react-router';
import { schoolResultsQuery } from '../../api/school-results.ts';

/** Evaluations that the bureau has released to the school; absent while there are none. */
export function ReleasedResults({ showSchool }: { readonly showSchool: boolean }) {
  const { t } = useTexts('portal');
  const { language } = useLanguage();
  const { data } = useQuery(schoolResultsQuery);
  if (data === undefined || data.results.length === 0) return null;
  const day = new Intl.DateTimeFormat(language, { timeZone: 'Asia/Shanghai', dateStyle: 'long' });
  return (
    <section className="earlier">
      <h2 className="earlier__title">{t('result.listTitle')}</h2>
      <ul className="earlier__list">
        {data.results.map((result) => (
          <li key={result.selfReportId} className="earlier__item">
            <span className="earlier__name">
              {t('due.round', { year: result.round.year, kind: t(`kind.${result.round.kind}`) })}
              {showSchool ? ` · ${result.schoolName}` : ''}
            </span>
            <span className="earlier__when">
              {t('result.listed', { date: day.format(new Date(result.releasedAt)) })}
            </span>
            <Link to={`/reports/${result.selfReportId}/result`}>{t('result.open')}</Link>
          </li>
        ))}
      </ul>
    </section>
  );
}
