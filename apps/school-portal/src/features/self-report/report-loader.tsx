import { ApiProblemError, problemOf } from '@junheng/api-client';
import type { Edition } from '@junheng/evaluation-core';
import { useQuery } from '@tanstack/react-query';
import { EmptyState, ErrorState, LoadingState, useTexts } from '@junheng/ui/plain';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { editionQuery } from '../../api/editions.ts';
import { selfReportQuery } from '../../api/self-reports.ts';
import type { SelfReport, Session } from '../../api/types.ts';
import { AsOfNote } from '../../device/as-of-note.tsx';
import { reloadToNewest } from '../../device/installed-page.ts';
import { OutdatedNote } from './outdated-note.tsx';
import { useReport, type OpenReport } from './use-report.ts';
import { useWords } from './use-words.ts';

export interface ReportLoaderProps {
  readonly reportId: string;
  readonly session: Session;
  readonly children: (open: OpenReport) => ReactNode;
}

/** Loading, failed, unknown standard, or the report. */
export function ReportLoader({ reportId, session, children }: ReportLoaderProps) {
  const { t } = useTexts('portal');
  const words = useWords();
  const query = useQuery(selfReportQuery(reportId));
  if (query.data === undefined) {
    if (query.isPending && query.fetchStatus === 'fetching') return <LoadingState />;
    const home = (primary: boolean): ReactNode => (
      <Link className={primary ? 'jh-button jh-button--primary' : 'jh-button'} to="/">
        {t('frame.toHome')}
      </Link>
    );
    if (isGone(query.error)) {
      return <EmptyState title={t('report.goneTitle')} description={t('report.goneText')} action={home(true)} />;
    }
    const code = problemOf(query.error)?.code ?? null;
    return (
      <ErrorState
        title={t('report.loadError')}
        {...(code === null ? {} : { description: words.problem(code) })}
        requestId={problemOf(query.error)?.requestId ?? null}
        onRetry={() => void query.refetch()}
        action={home(false)}
      />
    );
  }
  return (
    <>
      <AsOfNote at={query.dataUpdatedAt} />
      <ReportOnItsEdition key={query.data.id} report={query.data} session={session}>
        {children}
      </ReportOnItsEdition>
    </>
  );
}

/** There is no such report, or not for this person: asking again will not change it. */
function isGone(error: unknown): boolean {
  return error instanceof ApiProblemError && (error.status === 404 || error.status === 403);
}

interface LoadedReportProps {
  readonly report: SelfReport;
  readonly session: Session;
  readonly children: (open: OpenReport) => ReactNode;
}

function ReportOnItsEdition({ report, session, children }: LoadedReportProps) {
  const { t } = useTexts('portal');
  const { data: edition, isPending, isError, refetch } = useQuery(editionQuery(report.round.editionId));
  if (isPending) return <LoadingState />;
  if (isError) return <ErrorState title={t('report.loadError')} onRetry={() => void refetch()} />;
  if (edition === null) {
    return (
      <ErrorState
        title={t('report.loadError')}
        description={t('report.unknownEdition')}
        onRetry={() => void reloadToNewest()}
      />
    );
  }
  return (
    <LoadedReport report={report} session={session} edition={edition}>
      {children}
    </LoadedReport>
  );
}

function LoadedReport({ report, session, edition, children }: LoadedReportProps & { readonly edition: Edition }) {
  const open = useReport(report, session, edition);
  return (
    <>
      <OutdatedNote open={open} />
      {children(open)}
    </>
  );
}
