import { ApiProblemError, problemOf } from '@junheng/api-client';
import { Button, EmptyState, ErrorState, LoadingState, Notice, useLanguage, useTexts } from '@junheng/ui/plain';
import { useQueryClient, type UseQueryResult } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { Link } from 'react-router';
import { applyWorkbook, markedWorkbook, workbookQuery } from '../../../api/report-workbooks.ts';
import { dueQuery, selfReportQuery } from '../../../api/self-reports.ts';
import type { ReportWorkbook } from '../../../api/types.ts';
import { useDates } from '../use-dates.ts';
import type { OpenReport } from '../use-report.ts';
import { changeCount, noChoices, requestOf, undecidedCount, type Choices } from './choices.ts';
import { BlankList, ConflictList, NewerOnline } from './decisions.tsx';
import { ChangeTable } from './change-table.tsx';
import { FaultList } from './fault-list.tsx';
import { saveAs } from './save-as.ts';
import { useFailureText } from './use-failure-text.ts';

export interface UploadedWorkbookProps {
  readonly open: OpenReport;
  readonly query: UseQueryResult<ReportWorkbook>;
  readonly onAnother: () => void;
}

/** What became of an upload: its faults, or what it would change, or that it was applied. */
export function UploadedWorkbook({ open, query, onAnother }: UploadedWorkbookProps) {
  const { t } = useTexts('portal');
  if (query.data !== undefined) return <Compared open={open} workbook={query.data} onAnother={onAnother} />;
  if (query.isPending) return <LoadingState />;
  const again = <Button onClick={onAnother}>{t('workbook.another')}</Button>;
  const gone = query.error instanceof ApiProblemError && query.error.status === 404;
  if (gone) return <EmptyState title={t('workbook.gone')} action={again} />;
  return (
    <ErrorState
      title={t('report.loadError')}
      requestId={problemOf(query.error)?.requestId ?? null}
      onRetry={() => void query.refetch()}
      action={again}
    />
  );
}

interface ComparedProps {
  readonly open: OpenReport;
  readonly workbook: ReportWorkbook;
  readonly onAnother: () => void;
}

function Compared({ open, workbook, onAnother }: ComparedProps) {
  const { t } = useTexts('portal');
  const dates = useDates();
  const heading = useRef<HTMLHeadingElement>(null);
  // A screen reader goes on where the answer is, whether it just came or has just changed to done.
  const done = workbook.applied !== null;
  useEffect(() => {
    heading.current?.focus();
  }, [done]);
  const errors = workbook.faults.filter(({ severity }) => severity === 'error');
  return (
    <section className="workbook__result">
      <header>
        <h2 className="hand-in__title workbook__file" ref={heading} tabIndex={-1} data-verbatim>
          {t('workbook.file', { name: workbook.name })}
        </h2>
        <p className="workbook__quiet">
          {t('workbook.uploadedBy', { time: dates.moment(workbook.uploadedAt), by: workbook.uploadedBy })}
        </p>
      </header>
      {workbook.applied !== null ? (
        <Applied open={open} workbook={workbook} applied={workbook.applied} onAnother={onAnother} />
      ) : errors.length > 0 ? (
        <Faulty open={open} workbook={workbook} count={errors.length} onAnother={onAnother} />
      ) : (
        <ToConfirm open={open} workbook={workbook} onAnother={onAnother} />
      )}
    </section>
  );
}

function Applied(props: ComparedProps & { readonly applied: NonNullable<ReportWorkbook['applied']> }) {
  const { t } = useTexts('portal');
  const dates = useDates();
  const { open, workbook, applied } = props;
  const { id } = open.report;
  return (
    <>
      <Notice tone="success" role="status" title={t('workbook.appliedTitle', { count: applied.cells })}>
        {t('workbook.appliedText', { name: workbook.name, time: dates.moment(applied.at), by: applied.by })}
      </Notice>
      <p className="workbook__actions">
        <Link className="jh-button jh-button--primary" to={`/reports/${id}`}>
          {t('workbook.toForm')}
        </Link>
        <Link className="jh-button" to={`/reports/${id}/hand-in`}>
          {t('workbook.toHandIn')}
        </Link>
        <Button variant="quiet" onClick={props.onAnother}>
          {t('workbook.another')}
        </Button>
      </p>
    </>
  );
}

function Faulty({ open, workbook, count, onAnother }: ComparedProps & { readonly count: number }) {
  const { t } = useTexts('portal');
  return (
    <>
      <Notice tone="danger" role="alert" title={t('workbook.faultsTitle', { count })}>
        {t('workbook.faultsText')}
      </Notice>
      <p className="workbook__actions">
        <MarkedButton open={open} workbook={workbook} primary />
        <Button onClick={onAnother}>{t('workbook.another')}</Button>
      </p>
      <FaultList workbook={workbook} severity="error" />
      <FaultList workbook={workbook} severity="warning" />
    </>
  );
}

function ToConfirm({ open, workbook, onAnother }: ComparedProps) {
  const { t } = useTexts('portal');
  const queryClient = useQueryClient();
  const failureText = useFailureText();
  const [choices, setChoices] = useState<Choices>(noChoices);
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<string | null>(null);
  const { id: reportId } = open.report;
  const count = changeCount(workbook, choices);
  const undecided = undecidedCount(workbook, choices);
  const nothing = count === 0 && workbook.conflicts.length === 0 && workbook.blanks.length === 0;

  const confirm = async (): Promise<void> => {
    setBusy(true);
    setRefusal(null);
    const { queryKey } = workbookQuery(reportId, workbook.id);
    try {
      queryClient.setQueryData(queryKey, await applyWorkbook(reportId, workbook.id, requestOf(workbook, choices)));
      void queryClient.invalidateQueries({ queryKey: selfReportQuery(reportId).queryKey });
      void queryClient.invalidateQueries({ queryKey: dueQuery.queryKey });
    } catch (error) {
      const stale = problemOf(error)?.code === 'self-report.stale';
      setRefusal(stale ? t('workbook.stale') : t('workbook.failed', { reason: failureText(error) }));
      setBusy(false);
      void queryClient.invalidateQueries({ queryKey });
    }
  };
  return (
    <>
      {nothing ? <Notice tone="info">{t('workbook.nothing')}</Notice> : null}
      <ConflictList open={open} workbook={workbook} choices={choices} onChoose={setChoices} />
      <ChangeTable open={open} changes={workbook.changes} />
      <BlankList open={open} workbook={workbook} choices={choices} onChoose={setChoices} />
      <NewerOnline open={open} workbook={workbook} />
      <FaultList workbook={workbook} severity="warning" />
      <p className="workbook__quiet">
        {t('workbook.rest', { unchanged: workbook.unchanged, empty: workbook.empty })}{' '}
        {workbook.absent > 0 ? t('workbook.absent', { count: workbook.absent }) : null}
      </p>
      {refusal === null ? null : (
        <Notice tone="danger" role="alert">
          {refusal}
        </Notice>
      )}
      <p className="workbook__actions workbook__actions--decide">
        {nothing || !open.report.may.fill ? null : (
          <Button
            variant="primary"
            size="large"
            busy={busy}
            disabled={count === 0 || undecided > 0}
            onClick={() => void confirm()}
          >
            {t('workbook.confirm', { count })}
          </Button>
        )}
        <Button onClick={onAnother}>{t('workbook.another')}</Button>
        {workbook.faults.length > 0 ? <MarkedButton open={open} workbook={workbook} /> : null}
        {undecided > 0 ? (
          <span className="workbook__quiet">{t('workbook.undecided', { count: undecided })}</span>
        ) : null}
      </p>
    </>
  );
}

function MarkedButton(props: {
  readonly open: OpenReport;
  readonly workbook: ReportWorkbook;
  readonly primary?: boolean;
}) {
  const { t } = useTexts('portal');
  const { language } = useLanguage();
  const failureText = useFailureText();
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<string | null>(null);
  const { open, workbook, primary = false } = props;
  const download = async (): Promise<void> => {
    setBusy(true);
    setRefusal(null);
    try {
      saveAs(await markedWorkbook(open.report.id, workbook.id, language), workbook.name);
    } catch (error) {
      setRefusal(t('workbook.failed', { reason: failureText(error) }));
    } finally {
      setBusy(false);
    }
  };
  return (
    <>
      <Button variant={primary ? 'primary' : 'default'} busy={busy} onClick={() => void download()}>
        {t('workbook.marked')}
      </Button>
      {refusal === null ? null : <span role="alert">{refusal}</span>}
    </>
  );
}
