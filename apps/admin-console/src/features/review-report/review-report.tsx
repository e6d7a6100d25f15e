import type { ReportRisk, SelfReport } from '@junheng/api-contract';
import type { Edition } from '@junheng/evaluation-core';
import { Button, EmptyState, ErrorState, Notice } from '@junheng/ui/plain';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate, useSearchParams } from 'react-router';
import { Loaded } from '../../display/loaded.tsx';
import { RiskCounts, RiskReasons } from '../../display/risk-reasons.tsx';
import { RefusalNotice } from '../../display/refusal-notice.tsx';
import { useFormat } from '../../display/use-format.ts';
import { useKeys } from '../../display/use-keys.ts';
import { useMay } from '../../display/use-may.ts';
import { editionQuery } from '../../server/editions.ts';
import { roundKeys } from '../../server/rounds.ts';
import {
  approveReport,
  replyToReturn,
  reportReviewQuery,
  returnReport,
  selfReportKeys,
} from '../../server/self-reports.ts';
import { ApproveDialog } from './approve-dialog.tsx';
import { CellHistoryPanel } from './cell-history-panel.tsx';
import { CorrectControl } from './correct-control.tsx';
import { CorrectedNotice } from './corrected-notice.tsx';
import { LevelStrip } from './level-strip.tsx';
import { PastReturn } from './line-remarks.tsx';
import { filterSections, readFilter, reviewSheet } from './model/review-lines.ts';
import { WHOLE_REPORT, type ReasonToSend } from './model/return-marks.ts';
import { ReportEvidenceSection } from './report-evidence.tsx';
import { ReportHead, type Neighbours } from './report-head.tsx';
import { ReturnDialog } from './return-dialog.tsx';
import { ReviewFilterBar } from './review-filter-bar.tsx';
import { ReviewSections } from './review-sections.tsx';
import { TimelinePanel } from './timeline-panel.tsx';
import { moveScope, useBeginReview } from './use-begin-review.ts';
import { useReturnMarks } from './use-return-marks.ts';

export interface ReviewReportProps {
  readonly report: SelfReport;
  readonly neighbours: Neighbours;
  /** Why it comes where it comes in the queue. */
  readonly risk: ReportRisk | null;
}

/** One school's self-report as a reviewer reads it. */
export function ReviewReport(props: ReviewReportProps) {
  const { t } = useTranslation('review');
  const query = useQuery(editionQuery(props.report.round.editionId));
  if (query.isError) return <ErrorState description={t('gone', { id: props.report.round.editionId })} />;
  return <Loaded query={query}>{(edition) => <ReviewKnown {...props} edition={edition} />}</Loaded>;
}

function unitOf(edition: Edition, cell: string): string | null {
  return edition.items.find((item) => item.id === cell.split('.')[0])?.unit ?? null;
}

function ReviewKnown({ report, neighbours, risk, edition }: ReviewReportProps & { readonly edition: Edition }) {
  const { t } = useTranslation(['review', 'display']);
  const { instant } = useFormat();
  const may = useMay();
  const navigate = useNavigate();
  const client = useQueryClient();
  const [query, setQuery] = useSearchParams();
  const { marks, mark, clear } = useReturnMarks(report.id);
  const review = useBeginReview(report);
  const [dialog, setDialog] = useState<'return' | 'approve' | null>(null);
  const [outdated, setOutdated] = useState<readonly string[] | null>(null);
  const open = (opened: 'return' | 'approve'): void => {
    review.begin();
    setDialog(opened);
  };
  const markCell = (marked: string, reason: string | null): void => {
    if (reason !== null && marks[marked] === undefined) review.begin();
    mark(marked, reason);
  };
  const lies = useQuery(reportReviewQuery(report.id)).data ?? null;
  const sheet = useMemo(() => reviewSheet(edition, report, lies), [edition, report, lies]);
  const formOrder = useMemo(() => sheet.sections.flatMap((section) => section.lines.map((line) => line.cell)), [sheet]);
  const cellMarks = useMemo(() => new Set(Object.keys(marks).filter((cell) => cell !== WHOLE_REPORT)), [marks]);
  // What this level has read before is not read again unless one wants to.
  const resubmitted = sheet.since !== null && report.status === 'submitted';
  const filter = readFilter(query.get('show'), resubmitted ? 'changed' : 'all');
  const sections = filterSections(sheet.sections, filter, cellMarks);
  const cell = query.get('cell');
  const showsTimeline = cell === null && query.get('panel') === 'timeline';
  const set = (name: 'cell' | 'panel' | 'show', value: string | null) => {
    const next = new URLSearchParams(query);
    if (name !== 'show') {
      next.delete('cell');
      next.delete('panel');
    }
    if (value === null) next.delete(name);
    else next.set(name, value);
    setQuery(next, { replace: true });
  };
  const go = (to: string | null) => (to === null ? undefined : () => void navigate(to));
  useKeys({
    j: go(neighbours.next),
    ArrowRight: go(neighbours.next),
    k: go(neighbours.previous),
    ArrowLeft: go(neighbours.previous),
  });

  const decided = async (): Promise<void> => {
    clear();
    review.ended();
    setDialog(null);
    await Promise.all([
      client.invalidateQueries({ queryKey: selfReportKeys.one(report.id) }),
      client.invalidateQueries({ queryKey: roundKeys.all }),
    ]);
  };
  const returning = useMutation({
    mutationFn: (sent: { readonly reasons: readonly ReasonToSend[]; readonly correctBy: string | null }) =>
      returnReport(report.id, {
        revision: report.revision,
        reasons: [...sent.reasons],
        ...(sent.correctBy === null ? {} : { correctBy: sent.correctBy }),
      }),
    scope: moveScope(report.id),
    onSuccess: decided,
  });
  const approving = useMutation({
    mutationFn: (note: string | null) =>
      approveReport(report.id, { revision: report.revision, ...(note === null ? {} : { note }) }),
    scope: moveScope(report.id),
    onSuccess: decided,
  });
  const replying = useMutation({
    mutationFn: (reply: { readonly reasonId: string; readonly answer: string }) =>
      replyToReturn(report.id, reply.reasonId, reply.answer),
    scope: moveScope(report.id),
    onSuccess: () => client.invalidateQueries({ queryKey: selfReportKeys.one(report.id) }),
  });
  const onReply =
    may('reviews.decide') && lies?.mayReply === true
      ? (reasonId: string, answer: string) => replying.mutate({ reasonId, answer })
      : null;
  const close = () => {
    returning.reset();
    approving.reset();
    setDialog(null);
  };

  return (
    <div className={cell !== null || showsTimeline ? 'jc-with-panel' : undefined}>
      <div className="jc-stack">
        <ReportHead
          report={report}
          neighbours={neighbours}
          onTimeline={() => set('panel', showsTimeline ? null : 'timeline')}
          actions={
            may('reviews.decide') && (report.may.return || report.may.approve) ? (
              <>
                {report.may.correct ? (
                  <CorrectControl
                    report={report}
                    edition={edition}
                    sections={sheet.sections}
                    cell={cell}
                    onCorrected={setOutdated}
                  />
                ) : null}
                <Button disabled={!report.may.return} onClick={() => open('return')}>
                  {t('return')}
                  {cellMarks.size === 0 ? null : <span className="jc-badge">{cellMarks.size}</span>}
                </Button>
                {report.status === 'approved' ? null : (
                  <Button variant="primary" disabled={!report.may.approve} onClick={() => open('approve')}>
                    {t('approve')}
                  </Button>
                )}
              </>
            ) : (
              <span className="ev-muted">
                {!may('reviews.decide')
                  ? t('notYours')
                  : report.status === 'submitted'
                    ? t('notYourLevel', { level: t(`level.${lies?.level ?? 'county'}`) })
                    : t('notWaiting', { status: t(`status.${report.status}`, { ns: 'display' }) })}
              </span>
            )
          }
        />
        {dialog === null ? <RefusalNotice error={review.error ?? replying.error} /> : null}
        {outdated === null ? null : <CorrectedNotice round={report.round} outdated={outdated} />}
        {lies === null ? null : <LevelStrip review={lies} />}
        {risk === null || resubmitted || risk.reasons.length === 0 ? null : (
          <Notice tone="neutral" title={t('riskTitle')}>
            <RiskReasons risk={risk} most={risk.reasons.length} />
            <RiskCounts risk={risk} />
          </Notice>
        )}
        {sheet.since === null || !resubmitted ? null : (
          <Notice tone="info">
            {t(sheet.since.decision === 'returned' ? 'since' : 'sinceApproved', {
              at: instant(sheet.since.at),
              by: sheet.since.by,
              count: sheet.since.decision === 'returned' ? sheet.counts.changed : sheet.counts.again,
            })}{' '}
            {t('carried', { count: formOrder.length - sheet.counts.again })}
          </Notice>
        )}
        {sheet.wholeReasons.length === 0 ? null : (
          <Notice tone="neutral" title={t('whole')}>
            {sheet.wholeReasons.map((reason) => (
              <p key={reason.id}>
                <PastReturn reason={reason} onReply={onReply} />
              </p>
            ))}
          </Notice>
        )}
        <ReviewFilterBar
          filter={filter}
          counts={sheet.counts}
          wasRead={sheet.since !== null}
          marked={cellMarks.size}
          onFilter={(next) => set('show', next)}
        />
        {sections.length === 0 ? (
          <EmptyState
            title={t('nothing')}
            action={<Button onClick={() => set('show', 'all')}>{t('filter.all')}</Button>}
          />
        ) : (
          <ReviewSections
            reportId={report.id}
            sections={sections}
            openCell={cell}
            onHistory={(key) => set('cell', key === cell ? null : key)}
            onReply={onReply}
            marks={marks}
            onMark={may('reviews.decide') && report.may.return ? markCell : null}
          />
        )}
        <ReportEvidenceSection reportId={report.id} edition={edition} />
      </div>
      {cell === null ? null : (
        <CellHistoryPanel
          reportId={report.id}
          edition={edition}
          cell={cell}
          unit={unitOf(edition, cell)}
          onClose={() => set('cell', null)}
        />
      )}
      {showsTimeline ? <TimelinePanel report={report} onClose={() => set('panel', null)} /> : null}
      {dialog === 'return' ? (
        <ReturnDialog
          schoolName={report.school.name}
          review={lies}
          marks={marks}
          formOrder={formOrder}
          busy={returning.isPending}
          error={returning.error ?? review.error}
          onMark={mark}
          onReturn={(reasons, correctBy) => returning.mutate({ reasons, correctBy })}
          onClose={close}
        />
      ) : null}
      {dialog === 'approve' ? (
        <ApproveDialog
          schoolName={report.school.name}
          counts={sheet.counts}
          review={lies}
          openReturns={report.returnReasons.filter((reason) => reason.state === 'open').length}
          marked={cellMarks.size}
          busy={approving.isPending}
          error={approving.error ?? review.error}
          onApprove={(note) => approving.mutate(note)}
          onClose={close}
        />
      ) : null}
    </div>
  );
}
