import { problemOf } from '@junheng/api-client';
import { Notice, PageHeader, StatusTag, useTexts } from '@junheng/ui/plain';
import { useEffect, useState } from 'react';
import { Link, useNavigate, useParams } from 'react-router';
import type { ReportMove } from '../../api/self-reports.ts';
import type { Session } from '../../api/types.ts';
import { HandInSummary } from './hand-in-summary.tsx';
import { IndicatorList } from './indicator-list.tsx';
import { offeredMoves, stepOf } from './model/hand-in.ts';
import { toneOfStatus } from './model/status-tone.ts';
import { blocks, onTheWay, workGroups } from './model/work-list.ts';
import { MoveButtons, type MoveButtonsProps } from './move-buttons.tsx';
import { ObstacleList } from './obstacle-list.tsx';
import { ReceiptCard } from './receipt-card.tsx';
import { ReportLoader } from './report-loader.tsx';
import { useReportSlots } from './report-slots.ts';
import { SaveStatus } from './save-status.tsx';
import { SettledChecks } from './settled-checks.tsx';
import { SinceReturn } from './since-return.tsx';
import { Timeline } from './timeline.tsx';
import { useReportActions } from './use-report-actions.ts';
import type { OpenReport } from './use-report.ts';
import { useWords } from './use-words.ts';
import { ValueTable } from './value-table.tsx';
import './report.css';
import './hand-in.css';

/** Check, hand over, submit, receipt: the last look at a report before it leaves the school, and what became of it. */
export function HandInPage({ session }: { readonly session: Session }) {
  const { reportId = '' } = useParams();
  return (
    <ReportLoader reportId={reportId} session={session}>
      {(open) => <HandIn open={open} />}
    </ReportLoader>
  );
}

/** Whether it can go, and the buttons that make it go. Nothing to decide, nothing to show. */
function Decision({ open, ready, onMove }: Omit<MoveButtonsProps, 'report'> & { readonly open: OpenReport }) {
  const { t } = useTexts('portal');
  const { report } = open;
  const mayHandIn = report.may.handOver || report.may.submit;
  if (!mayHandIn && offeredMoves(report.may).length === 0) return null;
  return (
    <section className="decision" aria-label={t('handIn.decision')}>
      {mayHandIn && ready ? (
        <Notice tone="success" title={t('handIn.readyTitle')}>
          {t('handIn.readyText')}
        </Notice>
      ) : null}
      {mayHandIn && !ready ? <p className="decision__not-yet">{t('handIn.notYet')}</p> : null}
      {mayHandIn ? <HandInSummary open={open} /> : null}
      <MoveButtons report={report} ready={ready} onMove={onMove} />
    </section>
  );
}

const STEPS = ['stepFill', 'stepHandOver', 'stepSubmit', 'stepReview'] as const;

function HandIn({ open }: { readonly open: OpenReport }) {
  const { t } = useTexts('portal');
  const words = useWords();
  const navigate = useNavigate();
  const slots = useReportSlots();
  const { report, saver, queue } = open;
  const { move } = useReportActions(report.id);
  const [answer, setAnswer] = useState<{ done: ReportMove } | { code: string | null } | null>(null);

  // What was typed a moment ago goes out before anybody looks at the sum of it.
  useEffect(() => {
    saver.flush();
  }, [saver]);

  const blocking = workGroups(open).filter(blocks);
  const ready = blocking.length === 0 && onTheWay(queue) === 0;
  const jump = (cell: string): void => void navigate(`/reports/${report.id}?cell=${encodeURIComponent(cell)}`);
  const perform = async (wanted: ReportMove): Promise<void> => {
    setAnswer(null);
    try {
      await move(wanted, report.revision);
      setAnswer({ done: wanted });
    } catch (error) {
      setAnswer({ code: problemOf(error)?.code ?? null });
    }
    window.scrollTo({ top: 0 });
  };
  const step = stepOf(report.status);
  const mayHandIn = report.may.handOver || report.may.submit;
  const settled = report.status === 'submitted' || report.status === 'approved';

  return (
    <div className="hand-in">
      <PageHeader
        above={<Link to={`/reports/${report.id}`}>{t(report.may.fill ? 'handIn.back' : 'handIn.backToView')}</Link>}
        title={t(settled ? 'handIn.titleSettled' : 'handIn.title')}
        tags={<StatusTag tone={toneOfStatus[report.status]}>{t(`status.${report.status}`)}</StatusTag>}
        subtitle={`${report.school.name} · ${t('due.round', { year: report.round.year, kind: t(`kind.${report.round.kind}`) })}`}
        actions={report.may.fill ? <SaveStatus saver={open.saver} /> : undefined}
      />
      <ol className="steps">
        {STEPS.map((name, index) => (
          <li
            key={name}
            className={index < step ? 'steps__step steps__step--done' : 'steps__step'}
            aria-current={index === step ? 'step' : undefined}
          >
            {t(`handIn.${name}`)}
          </li>
        ))}
      </ol>
      <div role="status" aria-live="polite">
        {answer !== null && 'done' in answer ? <Notice tone="success">{t(`handIn.done.${answer.done}`)}</Notice> : null}
      </div>
      {answer !== null && 'code' in answer ? (
        <Notice tone="danger" role="alert">
          {answer.code === 'self-report.stale'
            ? t('handIn.stale')
            : t('handIn.failed', { reason: words.problem(answer.code ?? 'server.unavailable') })}
        </Notice>
      ) : null}
      <div className="hand-in__columns">
        <div className="hand-in__side">
          <ReceiptCard report={report} />
          <Decision open={open} ready={ready} onMove={perform} />
        </div>
        <div className="hand-in__main">
          {mayHandIn && !ready ? <ObstacleList open={open} groups={blocking} onJump={jump} /> : null}
          <SinceReturn open={open} onJump={jump} />
          <SettledChecks open={open} withBlocking={!mayHandIn} onJump={jump} />
          <section className="hand-in__part">
            <h2 className="hand-in__title">{t('indicators.title', { number: open.edition.indicators.length })}</h2>
            <IndicatorList open={open} onJump={jump} />
          </section>
          {slots.onHandIn(report)}
          <ValueTable open={open} />
          <Timeline events={report.timeline} />
        </div>
      </div>
    </div>
  );
}
