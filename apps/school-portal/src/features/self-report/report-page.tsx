import { Notice, PageHeader, StatusTag, useTexts } from '@junheng/ui/plain';
import { memo, useCallback, useDeferredValue, useEffect, useRef, useState } from 'react';
import { Link, useParams, useSearchParams } from 'react-router';
import type { SelfReport, Session } from '../../api/types.ts';
import { FormGrid, focusCell } from './form-grid.tsx';
import { sectionOfCell } from './model/form.ts';
import { sectionToStartAt } from './model/start.ts';
import { toneOfStatus } from './model/status-tone.ts';
import { ReportLoader } from './report-loader.tsx';
import { ReportNotices } from './report-notices.tsx';
import { SectionList } from './section-list.tsx';
import { BottomPanel, SidePanel } from './side-panel.tsx';
import { useDates } from './use-dates.ts';
import type { OpenReport } from './use-report.ts';
import { lookedAt, useSectionWork } from './use-section-work.ts';
import { useWords } from './use-words.ts';
import './report.css';

/** The self-report: its sections, one at a time, with the indicators and checks beside. Locked, it is the read-only view. */
export function ReportPage({ session }: { readonly session: Session }) {
  const { reportId = '' } = useParams();
  return (
    <ReportLoader reportId={reportId} session={session}>
      {(open) => <ReportForm open={open} personId={session.personId} />}
    </ReportLoader>
  );
}

function ReportForm({ open, personId }: { readonly open: OpenReport; readonly personId: string }) {
  const { t } = useTexts('portal');
  const words = useWords();
  const [search, setSearch] = useSearchParams();
  const page = useRef<HTMLDivElement>(null);
  const title = useRef<HTMLHeadingElement>(null);
  const endLink = useRef<HTMLAnchorElement>(null);
  const goOnTyping = useRef(false);
  // Chosen once: a section must not slide away under the hands of whoever completes it.
  const [startAt] = useState(() => sectionToStartAt(open));
  const wantedCell = search.get('cell');
  const bySearch = open.sections.find((section) => section.id === search.get('section'));
  const byCell = wantedCell === null ? undefined : sectionOfCell(open.sections, wantedCell);
  const section = byCell ?? bySearch ?? open.sections.find((each) => each.id === startAt) ?? open.sections[0];

  const sectionId = section?.id;
  useEffect(() => {
    if (wantedCell !== null) {
      // A cell the form no longer asks for: what there is to say of it stands above.
      if (!focusCell(page.current, wantedCell)) page.current?.scrollIntoView({ block: 'start' });
      return;
    }
    const heading = title.current;
    if (heading !== null && heading.getBoundingClientRect().top < 0) heading.scrollIntoView({ block: 'start' });
    if (goOnTyping.current) page.current?.querySelector<HTMLElement>('[data-cell]')?.focus();
    goOnTyping.current = false;
  }, [wantedCell, sectionId]);

  const jump = useCallback(
    (cell: string) => {
      // Already there: the address does not change, so the focus has to be moved by hand.
      if (search.get('cell') === cell) focusCell(page.current, cell);
      else setSearch({ cell });
    },
    [search, setSearch],
  );

  // The cells follow a report that was saved or read again at once, what stands around them a moment later.
  const around = useDeferredValue(open);
  const { report, saver } = open;
  const work = useSectionWork(open, personId);
  if (section === undefined) return null;
  const heldBy = work.heldBy(section.id);
  const index = open.sections.indexOf(section);
  const next = open.sections[index + 1];
  const handInPath = `/reports/${report.id}/hand-in`;
  return (
    <div className="report" ref={page}>
      <ReportHead
        reportId={report.id}
        year={report.round.year}
        kind={report.round.kind}
        school={report.school.name}
        status={report.status}
        deadline={report.deadline}
        divided={work.known}
      />
      <ReportNotices open={around} onJump={jump} />
      <div className="report__columns">
        <SectionList open={around} current={section.id} />
        <section className="report__section" aria-labelledby="section-title">
          <h2 id="section-title" ref={title} className="report__section-title">
            {words.section(section.id)}
          </h2>
          {heldBy === null ? null : <Notice tone="info">{t('sectionWork.heldBy', { name: heldBy })}</Notice>}
          <FormGrid
            key={section.id}
            open={heldBy === null ? open : lookedAt(open)}
            section={section}
            onEnd={() => endLink.current?.focus()}
            onJump={jump}
          />
          <p className="report__end">
            <Link
              ref={endLink}
              className="jh-button jh-button--primary"
              to={next === undefined ? handInPath : { search: `?section=${next.id}` }}
              onClick={(event) => {
                saver.flush();
                // By keyboard one goes on typing in the first cell; on a phone that would open the keyboard unasked.
                goOnTyping.current = event.currentTarget.matches(':focus-visible');
              }}
            >
              {next === undefined
                ? t(report.may.fill ? 'report.toHandIn' : 'report.toHandInView')
                : t('report.next', { section: words.section(next.id) })}
            </Link>
          </p>
        </section>
        <SidePanel open={open} around={around} onJump={jump} />
      </div>
      <BottomPanel open={around} onJump={jump} />
    </div>
  );
}

interface HeadProps {
  readonly reportId: string;
  readonly year: number;
  readonly kind: SelfReport['round']['kind'];
  readonly school: string;
  readonly status: SelfReport['status'];
  readonly deadline: string;
  /** How the school divides its work is known, so there is a page about it. */
  readonly divided: boolean;
}

const ReportHead = memo(DrawnHead);

function DrawnHead({ reportId, year, kind, school, status, deadline, divided }: HeadProps) {
  const { t } = useTexts('portal');
  const dates = useDates();
  const settled = status === 'submitted' || status === 'approved';
  return (
    <PageHeader
      above={<Link to="/">{t('frame.home')}</Link>}
      title={t('due.round', { year, kind: t(`kind.${kind}`) })}
      tags={<StatusTag tone={toneOfStatus[status]}>{t(`status.${status}`)}</StatusTag>}
      subtitle={
        <>
          {school} · {t('report.deadline', { date: dates.day(deadline) })}
        </>
      }
      actions={
        <>
          {divided ? (
            <Link className="jh-button jh-button--quiet" to={`/reports/${reportId}/sections`}>
              {t('sectionWork.open')}
            </Link>
          ) : null}
          <Link className="jh-button" to={`/reports/${reportId}/workbook`}>
            {t('report.inExcel')}
          </Link>
          <Link className="jh-button" to={`/reports/${reportId}/hand-in`}>
            {t(settled ? 'handIn.titleSettled' : 'report.handIn')}
          </Link>
        </>
      }
    />
  );
}
