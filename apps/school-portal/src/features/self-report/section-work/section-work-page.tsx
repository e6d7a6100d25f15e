import { ErrorState, LoadingState, Notice, PageHeader, useTexts } from '@junheng/ui/plain';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { problemOf } from '@junheng/api-client';
import { Link, useNavigate, useParams } from 'react-router';
import { assignSections, finishSection, sectionWorkQuery } from '../../../api/section-work.ts';
import { dueQuery } from '../../../api/self-reports.ts';
import type { AssignSectionsRequest, SectionWorkList, Session } from '../../../api/types.ts';
import { checkedSections } from '../model/pre-check.ts';
import { ReportLoader } from '../report-loader.tsx';
import type { OpenReport } from '../use-report.ts';
import { useWords } from '../use-words.ts';
import { PreCheck } from './pre-check.tsx';
import { ProposalNotice } from './proposal-notice.tsx';
import { SectionWorkRow } from './section-work-row.tsx';
import '../report.css';
import './section-work.css';

/** Who does which section inside the school, how far each is, and the check before submitting. */
export function SectionWorkPage({ session }: { readonly session: Session }) {
  const { reportId = '' } = useParams();
  return (
    <ReportLoader reportId={reportId} session={session}>
      {(open) => <SectionWork open={open} session={session} />}
    </ReportLoader>
  );
}

function SectionWork({ open, session }: { readonly open: OpenReport; readonly session: Session }) {
  const { t } = useTexts('portal');
  const { report } = open;
  const query = useQuery(sectionWorkQuery(report.id));
  return (
    <div className="section-work">
      <PageHeader
        above={<Link to={`/reports/${report.id}`}>{t('handIn.back')}</Link>}
        title={t('sectionWork.title')}
        subtitle={`${report.school.name} · ${t('due.round', { year: report.round.year, kind: t(`kind.${report.round.kind}`) })}`}
      />
      {query.data !== undefined ? (
        <Division open={open} list={query.data} personId={session.personId} />
      ) : query.isError ? (
        <ErrorState requestId={problemOf(query.error)?.requestId ?? null} onRetry={() => void query.refetch()} />
      ) : (
        <LoadingState />
      )}
    </div>
  );
}

interface DivisionProps {
  readonly open: OpenReport;
  readonly list: SectionWorkList;
  readonly personId: string;
}

function Division({ open, list, personId }: DivisionProps) {
  const { t } = useTexts('portal');
  const words = useWords();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const { report } = open;
  const keep = (answer: SectionWorkList): void => {
    queries.setQueryData(sectionWorkQuery(report.id).queryKey, answer);
    void queries.invalidateQueries({ queryKey: dueQuery.queryKey });
  };
  const assigning = useMutation({
    mutationFn: (wanted: AssignSectionsRequest) => assignSections(report.id, wanted),
    onSuccess: keep,
  });
  const finishing = useMutation({
    mutationFn: (wanted: { section: string; finished: boolean; at: string }) =>
      finishSection(report.id, wanted.section, wanted.finished),
    onSuccess: keep,
  });
  // What was pressed stands at once; a refusal puts it back and says why.
  const held = (assigning.isPending ? assigning.variables.held : undefined) ?? list.held;
  const shown = (work: SectionWorkList['sections'][number]): SectionWorkList['sections'][number] =>
    finishing.isPending && finishing.variables.section === work.section
      ? { ...work, finishedAt: finishing.variables.finished ? finishing.variables.at : null, changedSince: false }
      : work;
  const error = assigning.error ?? finishing.error;
  const jump = (cell: string): void => void navigate(`/reports/${report.id}?cell=${encodeURIComponent(cell)}`);
  const checked = checkedSections(open.sections, open, list.sections);
  return (
    <>
      <p className="section-work__intro">{t(list.mayAssign ? 'sectionWork.introPrincipal' : 'sectionWork.intro')}</p>
      {error === null ? null : (
        <Notice tone="danger" role="alert">
          {words.problem(problemOf(error)?.code ?? 'server.unavailable')}
        </Notice>
      )}
      {list.mayAssign && list.proposal !== null ? (
        <ProposalNotice
          proposal={list.proposal}
          busy={assigning.isPending}
          onAccept={(assignments) => assigning.mutate({ assignments })}
        />
      ) : null}
      <ul className="section-work__list">
        {list.sections.map((work) => (
          <SectionWorkRow
            key={work.section}
            reportId={report.id}
            work={shown(work)}
            list={list}
            personId={personId}
            busy={assigning.isPending && assigning.variables.assignments.length > 0}
            onAssign={(assignee, internalDate) =>
              assigning.mutate({ assignments: [{ section: work.section, personId: assignee, internalDate }] })
            }
            onFinish={(finished) => finishing.mutate({ section: work.section, finished, at: new Date().toISOString() })}
          />
        ))}
      </ul>
      {list.mayAssign ? (
        <label className="section-work__held">
          <input
            type="checkbox"
            checked={held}
            onChange={(event) => assigning.mutate({ assignments: [], held: event.target.checked })}
          />
          <span>{t('sectionWork.hold')}</span>
        </label>
      ) : list.held ? (
        <p className="section-work__intro">{t('sectionWork.held')}</p>
      ) : null}
      <PreCheck report={report} checked={checked} onJump={jump} />
    </>
  );
}
