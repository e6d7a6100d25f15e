import type { Inspection, Visits } from '@junheng/api-contract';
import { waitingInJournals } from '@junheng/offline-journal';
import { Button, Notice, StatusTag } from '@junheng/ui/plain';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { canInstall, installVisits } from '../../device/installed-visits.ts';
import { keepSession } from '../../device/kept-session.ts';
import { keepVisit } from '../../device/kept-visits.ts';
import { journalName, VISIT_JOURNAL } from '../../device/visit-journal.ts';
import { Loaded } from '../../display/loaded.tsx';
import { RefusalNotice } from '../../display/refusal-notice.tsx';
import { useFormat } from '../../display/use-format.ts';
import { usePerson } from '../../display/use-person.ts';
import { readSession } from '../../server/session.ts';
import { readVisit, visitsQuery } from '../../server/visits.ts';

const tones = { 'not-begun': 'neutral', open: 'info', signed: 'success' } as const;

/** The visits of a project: how far each school is, and what still waits on this device. */
export function VisitList({ inspection }: { readonly inspection: Inspection }) {
  const { t } = useTranslation('inspect');
  const query = useQuery(visitsQuery(inspection.id));
  return (
    <section className="jc-part">
      <h2 className="jc-h2">{t('visits.title')}</h2>
      <Loaded query={query}>{(visits) => <VisitRows inspection={inspection} visits={visits} />}</Loaded>
    </section>
  );
}

function VisitRows({ inspection, visits }: { readonly inspection: Inspection; readonly visits: Visits }) {
  const { t } = useTranslation('inspect');
  const { instant } = useFormat();
  const personId = usePerson();
  const waiting = useQuery({
    queryKey: ['visit-journals', personId],
    queryFn: () => waitingInJournals(personId, VISIT_JOURNAL),
    networkMode: 'always',
    staleTime: 0,
    structuralSharing: false,
  });
  return (
    <>
      {visits.mayRecord ? <KeepOnDevice inspection={inspection} visits={visits} /> : null}
      <ul className="jc-plainlist jc-surface jc-visits">
        {visits.visits.map(({ school, team, status, progress, inspectors, savedAt, signed }) => {
          const place = { inspectionId: inspection.id, schoolId: school.schoolId };
          const unsent = waiting.data?.get(journalName(place))?.size ?? 0;
          return (
            <li key={school.schoolId} className="jc-visits__row">
              <div>
                <a className="jc-strong" href={`/admin/visit/${inspection.id}/${school.schoolId}`}>
                  {school.name}
                </a>{' '}
                <StatusTag tone={tones[status]}>{t(`visits.${status}`)}</StatusTag>{' '}
                {team === null ? null : <span className="ev-muted">{team}</span>}{' '}
                {unsent > 0 ? <StatusTag tone="warning">{t('visits.unsent', { count: unsent })}</StatusTag> : null}
                <span className="ev-table__aside">
                  {signed !== null
                    ? t('visits.signedBy', { by: signed.by, time: instant(signed.at) })
                    : savedAt === null
                      ? t('visits.nothing')
                      : t('visits.savedBy', { by: inspectors.join('、') || '—', time: instant(savedAt) })}
                </span>
              </div>
              <p className="jc-visits__progress">
                {t('visits.cells', { done: progress.cellsDone, all: progress.cells })} ·{' '}
                {t('visits.points', { done: progress.pointsDone, all: progress.points })} ·{' '}
                {t('visits.counts', {
                  differences: progress.differences,
                  findings: progress.findings,
                  interviews: progress.interviews,
                  photos: progress.photos,
                })}
                {progress.vetoesFound > 0 ? (
                  <>
                    {' '}
                    <StatusTag tone="danger">{t('visits.vetoes', { count: progress.vetoesFound })}</StatusTag>
                  </>
                ) : null}
              </p>
              {/* A checklist asks for no evidence beforehand. */}
              {inspection.checklist ? null : (
                <Link to={`/inspections/${inspection.id}/archive/${school.schoolId}`}>{t('visits.archive')}</Link>
              )}
            </li>
          );
        })}
      </ul>
    </>
  );
}

/** Puts every checklist on this tablet, before one goes where there is no network. */
function KeepOnDevice({ inspection, visits }: { readonly inspection: Inspection; readonly visits: Visits }) {
  const { t } = useTranslation('inspect');
  const keeping = useMutation({
    mutationFn: async () => {
      await installVisits();
      const known = await readSession();
      if (known === null) return;
      keepSession(known);
      for (const { school, mayRecord } of visits.visits) {
        if (!mayRecord) continue;
        const place = { inspectionId: inspection.id, schoolId: school.schoolId };
        const visit = await readVisit(place, AbortSignal.timeout(30_000));
        const aheadSeconds = Math.round((Date.now() - Date.parse(visit.now)) / 1000);
        await keepVisit(known.session.personId, place, { visit, at: Date.now(), live: true, aheadSeconds });
      }
    },
  });
  return (
    <div className="jc-visits__keep">
      <RefusalNotice error={keeping.error} />
      <Button busy={keeping.isPending} onClick={() => keeping.mutate()}>
        {t('visits.keep')}
      </Button>
      <span className="ev-muted">{t(canInstall() ? 'visits.keepHelp' : 'visits.keepInsecure')}</span>
      {keeping.isSuccess ? (
        <Notice tone="success">
          {t('visits.kept', { count: visits.visits.filter(({ mayRecord }) => mayRecord).length })}
        </Notice>
      ) : null}
    </div>
  );
}
