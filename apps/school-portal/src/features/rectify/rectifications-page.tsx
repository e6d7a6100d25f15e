import { problemOf } from '@junheng/api-client';
import { EmptyState, ErrorState, LoadingState, PageHeader } from '@junheng/ui/plain';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { rectificationsQuery } from '../../api/rectifications.ts';
import { RectificationCard } from './rectification-card.tsx';
import './rectify.css';

/** The school's own rows of the ledger: what is asked, by when, and how far it is. */
export function RectificationsPage() {
  const { t } = useTranslation(['rectify', 'portal']);
  const query = useQuery(rectificationsQuery);
  return (
    <>
      <PageHeader
        above={<Link to="/">{t('frame.home', { ns: 'portal' })}</Link>}
        title={t('title')}
        subtitle={t('subtitle')}
      />
      {query.data !== undefined ? (
        query.data.length === 0 ? (
          <EmptyState title={t('empty')} />
        ) : (
          <ul className="rectify">
            {query.data.map((row) => (
              <li key={row.id}>
                <RectificationCard row={row} />
              </li>
            ))}
          </ul>
        )
      ) : query.isError || query.fetchStatus === 'paused' ? (
        <ErrorState requestId={problemOf(query.error)?.requestId ?? null} onRetry={() => void query.refetch()} />
      ) : (
        <LoadingState />
      )}
    </>
  );
}
