import { problemOf } from '@junheng/api-client';
import { EmptyState, ErrorState, LoadingState, PageHeader, useTexts } from '@junheng/ui/plain';
import { usePrefetchQuery, useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { dueQuery, selfReportQuery } from '../../api/self-reports.ts';
import type { DueSelfReport, DueSelfReports, Session } from '../../api/types.ts';
import { AsOfNote } from '../../device/as-of-note.tsx';
import { BureauMessages } from './bureau-messages.tsx';
import { DueCard } from './due-card.tsx';
import { EarlierReports } from './earlier-reports.tsx';
import { OwnRectifications } from './own-rectifications.tsx';
import { ReleasedResults } from './released-results.tsx';
import './due.css';

/** The first screen: what is due, by when, and what stands in the way. */
export function DuePage({ session }: { readonly session: Session }) {
  const { t } = useTexts('portal');
  const query = useQuery(dueQuery);
  return (
    <>
      <PageHeader above={t('due.greeting', { name: session.displayName })} title={t('due.title')} />
      {query.data !== undefined ? (
        <>
          <AsOfNote at={query.dataUpdatedAt} />
          <DueList due={query.data} receivedAt={query.dataUpdatedAt} session={session} />
        </>
      ) : query.isError || query.fetchStatus === 'paused' ? (
        <ErrorState requestId={problemOf(query.error)?.requestId ?? null} onRetry={() => void query.refetch()} />
      ) : (
        <LoadingState />
      )}
    </>
  );
}

interface DueListProps {
  readonly due: DueSelfReports;
  readonly receivedAt: number;
  readonly session: Session;
}

function DueList({ due, receivedAt, session }: DueListProps) {
  const { t } = useTexts('portal');
  const now = useServerNow(due.serverTime, receivedAt);
  const current = due.selfReports.filter((report) => !isPast(report)).sort(byUrgency);
  const earlier = due.selfReports.filter(isPast);
  const several = new Set(due.selfReports.map((report) => report.schoolId)).size > 1;
  return (
    <>
      <BureauMessages showSchool={several} />
      {current.length === 0 ? (
        <EmptyState title={t('due.emptyTitle')} description={t('due.emptyText')} />
      ) : (
        <ul className="due-list">
          {current.map((report, index) => (
            <li key={report.id}>
              {index === 0 ? <Fetched reportId={report.id} /> : null}
              <DueCard report={report} now={now} session={session} showSchool={several} />
            </li>
          ))}
        </ul>
      )}
      <OwnRectifications />
      <ReleasedResults showSchool={several} />
      <EarlierReports reports={earlier} showSchool={several} />
    </>
  );
}

/** The report that will be opened next comes while this page is read. */
function Fetched({ reportId }: { readonly reportId: string }) {
  usePrefetchQuery(selfReportQuery(reportId));
  return null;
}

/** Approved in a round that is over: nothing is due any more, but the numbers are worth a look. */
function isPast(report: DueSelfReport): boolean {
  return report.status === 'approved' && report.round.state === 'closed';
}

/** What the school can still do, the nearest deadline first; then what lies with others, as the server has it. */
function byUrgency(one: DueSelfReport, other: DueSelfReport): number {
  if (one.lock === null && other.lock === null) return Date.parse(one.closesAt) - Date.parse(other.closesAt);
  return Number(one.lock !== null) - Number(other.lock !== null);
}

const TICK_MS = 30_000;

/** The server's clock, carried forward; the clock of a school's old computer decides nothing. */
function useServerNow(serverTime: string, receivedAt: number): number {
  const [clock, setClock] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setClock(Date.now()), TICK_MS);
    return () => clearInterval(timer);
  }, []);
  return Date.parse(serverTime) + Math.max(0, clock - receivedAt);
}
