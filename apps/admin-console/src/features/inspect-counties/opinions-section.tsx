import type { Inspection } from '@junheng/api-contract';
import { StatusTag } from '@junheng/ui/plain';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Loaded } from '../../display/loaded.tsx';
import { useFormat } from '../../display/use-format.ts';
import { opinionsQuery } from '../../server/opinions.ts';

/** How far the opinion on each county is. */
export function OpinionsSection({ inspection }: { readonly inspection: Inspection }) {
  const { t } = useTranslation('inspect');
  const { instant } = useFormat();
  const query = useQuery(opinionsQuery(inspection.id));
  return (
    <section className="jc-part jc-noprint">
      <h2 className="jc-h2">{t('opinion.title')}</h2>
      <Loaded query={query}>
        {({ opinions }) => (
          <ul className="jc-plainlist jc-strata jc-surface">
            {opinions.map(({ countyId, county, status, objectionsEndAt, findings }) => (
              <li key={countyId} className="jc-strata__row">
                <Link className="jc-table__link" to={`/inspections/${inspection.id}/opinions/${countyId}`}>
                  {t('opinion.of', { county })}
                </Link>
                <span className="jc-inline">
                  <StatusTag tone={status === 'final' ? 'success' : status === 'none' ? 'neutral' : 'info'}>
                    {t(`opinion.status.${status}`)}
                  </StatusTag>
                  {findings === null || status === 'none' ? null : (
                    <span>{t('opinion.findings', { count: findings })}</span>
                  )}
                  {status === 'issued' && objectionsEndAt !== null ? (
                    <span className="ev-muted">{t('opinion.until', { at: instant(objectionsEndAt) })}</span>
                  ) : null}
                </span>
              </li>
            ))}
          </ul>
        )}
      </Loaded>
    </section>
  );
}
