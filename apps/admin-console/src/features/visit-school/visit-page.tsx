import type { VisitChecklist } from '@junheng/api-contract';
import { hasText, text as words } from '@junheng/evaluation-messages';
import { unsentCells } from '@junheng/offline-journal';
import { ErrorState, LanguageSwitch, LoadingState, Notice, StatusTag, useLanguage } from '@junheng/ui/plain';
import { useTranslation } from 'react-i18next';
import type { VisitPlace } from '../../server/visits.ts';
import { asRefusal } from '../../server/refusal.ts';
import { CellsPart } from './cells-part.tsx';
import { FinishPart } from './finish-part.tsx';
import { CLOCK_TOLERANCE_SECONDS } from './model/clock.ts';
import type { Inspector } from './model/inspector.ts';
import { PhotosPart } from './photos-part.tsx';
import { PointsPart } from './points-part.tsx';
import { FindingsPart, InterviewsPart } from './records-part.tsx';
import { useVisit, type OpenVisit } from './use-visit.ts';
import { VetoesPart } from './vetoes-part.tsx';
import { VisitStatus } from './visit-status.tsx';
import './visit.css';

export interface VisitPageProps {
  readonly place: VisitPlace;
  readonly inspector: Inspector;
}

const parts = ['verify', 'judge', 'vetoes', 'interviews', 'findings', 'photos', 'finish'] as const;
const tones = { 'not-begun': 'neutral', open: 'info', signed: 'success' } as const;

/** One school on site: works without a network, on a tablet. */
export function VisitPage({ place, inspector }: VisitPageProps) {
  const { t } = useTranslation('visit');
  const { language } = useLanguage();
  const { open, error, refetch } = useVisit(inspector, place);
  if (open === null) {
    if (error === null) return <LoadingState />;
    const key = `problem.${asRefusal(error).code}`;
    return (
      <ErrorState
        title={t('page.notOpened')}
        description={hasText(key) ? words(language, key) : t('page.neverSeen')}
        onRetry={() => void refetch()}
      />
    );
  }
  const { visit } = open;
  const { school } = visit;
  // What waits on this device has begun, though the server does not know.
  const status = visit.status === 'not-begun' && unsentCells(open.queue).length > 0 ? 'open' : visit.status;
  const has = partsOf(visit.checklist);
  return (
    <div className="vs-page">
      <title>{`${school.name} · ${t('page.title')}`}</title>
      <header className="vs-head">
        <div className="vs-head__line">
          <a href={`/admin/inspections/${place.inspectionId}`}>{t('page.back')}</a>
          <LanguageSwitch />
        </div>
        <div className="vs-head__line">
          <h1>{school.name}</h1>
          <StatusTag tone={tones[status]}>{t(`status.${status}`)}</StatusTag>
          <VisitStatus open={open} />
        </div>
        <p className="vs-muted">
          {visit.inspectionName} · {words(language, `school-type.${school.type}`)} · {inspector.name}
        </p>
        <nav className="vs-nav" aria-label={t('page.parts')}>
          {parts
            .filter((part) => has[part] ?? true)
            .map((part) => (
              <a key={part} href={`#${part}`}>
                {t(`nav.${part}`)}
              </a>
            ))}
        </nav>
      </header>
      <main>
        <Banners open={open} />
        {has.verify ? <CellsPart open={open} /> : null}
        {has.judge ? <PointsPart open={open} /> : null}
        <VetoesPart open={open} />
        <InterviewsPart open={open} />
        <FindingsPart open={open} />
        <PhotosPart open={open} />
        <FinishPart open={open} />
      </main>
    </div>
  );
}

/** Of what a checklist asks nothing there is no part; one of the first two is always there. */
function partsOf({ cells, points, vetoes }: VisitChecklist): Partial<Record<(typeof parts)[number], boolean>> {
  return { verify: cells.length > 0 || points.length === 0, judge: points.length > 0, vetoes: vetoes.length > 0 };
}

function Banners({ open }: { readonly open: OpenVisit }) {
  const { t } = useTranslation('visit');
  const { language } = useLanguage();
  const { seen, queue, locked } = open;
  const time = new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'short', hourCycle: 'h23' });
  const off = seen.aheadSeconds;
  return (
    <>
      {seen.live ? null : <Notice tone="neutral">{t('page.asOf', { time: time.format(new Date(seen.at)) })}</Notice>}
      {Math.abs(off) > CLOCK_TOLERANCE_SECONDS ? (
        <Notice tone="warning">
          {t(off > 0 ? 'page.clockAhead' : 'page.clockBehind', { minutes: Math.round(Math.abs(off) / 60) })}
        </Notice>
      ) : null}
      {queue.halted === 'sign-in' ? (
        <Notice tone="warning" role="alert">
          {t('page.signIn')} <a href={globalThis.location.pathname}>{t('page.signInGo')}</a>
        </Notice>
      ) : null}
      {locked === null ? null : (
        <Notice tone="warning" role="alert">
          {t('page.locked')}
        </Notice>
      )}
      {open.visit.may.record || open.visit.status === 'signed' ? null : (
        <Notice tone="neutral">{t('page.readOnly')}</Notice>
      )}
    </>
  );
}
