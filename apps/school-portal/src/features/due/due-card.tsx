import { ProgressBar, StatusTag, type Tone, useTexts } from '@junheng/ui/plain';
import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { editionsQuery } from '../../api/self-reports.ts';
import type { DueSelfReport, Session } from '../../api/types.ts';
import { OwnSections } from './own-sections.tsx';
import { useDeadlineText } from './use-deadline-text.ts';
import { ReturnedReasons } from './returned-reasons.tsx';
import { timeLeft, urgencyOf } from './model/deadline.ts';
import { blockersOf, nextStepOf } from './model/next-step.ts';

const TONES: Readonly<Record<DueSelfReport['status'], Tone>> = {
  'not-started': 'neutral',
  filling: 'info',
  'handed-over': 'info',
  submitted: 'info',
  returned: 'warning',
  approved: 'success',
};

export interface DueCardProps {
  readonly report: DueSelfReport;
  /** Server time, epoch milliseconds. */
  readonly now: number;
  readonly session: Session;
  readonly showSchool: boolean;
}

export function DueCard({ report, now, session, showSchool }: DueCardProps) {
  const { t } = useTexts('portal');
  const deadlineText = useDeadlineText();
  const { round, status } = report;
  const editions = useQuery(editionsQuery);
  const instrument = editions.data?.editions.find((edition) => edition.id === round.editionId)?.issuedAs;
  const left = timeLeft(report.closesAt, now);
  const open = status !== 'submitted' && status !== 'approved';
  const blockers = open ? blockersOf(report) : [];
  const next = nextStepOf(report, session.permissions.includes('self-reports.submit'));
  const title = t('due.round', { year: round.year, kind: t(`kind.${round.kind}`) });
  return (
    <article className="due-card" aria-label={title}>
      <div className="due-card__main">
        <header className="due-card__head">
          <h2 className="due-card__title">{title}</h2>
          <StatusTag tone={TONES[status]}>{t(`status.${status}`)}</StatusTag>
        </header>
        <p className="due-card__where">
          {showSchool ? `${report.schoolName} · ` : ''}
          {instrument === undefined
            ? round.regionName
            : t('due.standard', { region: round.regionName, standard: instrument })}
        </p>
        {report.ownSections.length > 0 ? <OwnSections report={report} /> : null}
        {status === 'returned' ? <ReturnedReasons reportId={report.id} /> : null}
        <div className="due-card__progress">
          <p className="due-card__filled">{t('due.filled', { filled: report.filled, required: report.required })}</p>
          <ProgressBar done={report.filled} total={report.required} label={t('due.progress')} />
        </div>
        {open && blockers.length > 0 ? (
          <div>
            <p className="due-card__label">{t('due.blockers')}</p>
            <ul className="due-card__blockers">
              {blockers.map(({ kind, count }) => (
                <li key={kind} className={`due-card__blocker due-card__blocker--${kind}`}>
                  {t(`due.${kind}`, { count })}
                </li>
              ))}
            </ul>
            <Link className="due-card__all" to={`/reports/${report.id}/hand-in`}>
              {t('due.seeAll')}
            </Link>
          </div>
        ) : null}
        {open && blockers.length === 0 && report.lock === null ? (
          <p className="due-card__ready">{t('due.ready')}</p>
        ) : null}
      </div>
      <div className="due-card__side">
        {open ? (
          <div className={`due-card__deadline due-card__deadline--${urgencyOf(left)}`}>
            <p className="due-card__left">
              {left.kind === 'over' ? t('due.left.over') : t(`due.left.${left.kind}`, { count: left.count })}
            </p>
            <p className="due-card__closes">{deadlineText(report)}</p>
            {report.deadline > round.deadline ? (
              <p className="due-card__extended">{t('due.extended', { deadline: deadlineText(round) })}</p>
            ) : null}
          </div>
        ) : null}
        <Link
          className={`jh-button jh-button--large ${next.urgent ? 'jh-button--primary' : ''}`}
          to={next.handIn ? `/reports/${report.id}/hand-in` : `/reports/${report.id}`}
        >
          {t(`due.${next.action}`)}
        </Link>
      </div>
    </article>
  );
}
