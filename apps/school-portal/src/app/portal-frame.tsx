import { AccountIcon, Button, Dialog, LanguageSwitch, useAccountLanguage, useTexts } from '@junheng/ui/plain';
import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useState } from 'react';
import { Link, Outlet, useLocation } from 'react-router';
import { rememberLanguageOfAccount } from '../api/session.ts';
import type { Session } from '../api/types.ts';
import { installPage, reloadToNewest } from '../device/installed-page.ts';
import type { WorkLeft } from '../features/self-report/pages.ts';
import type { SavingWork } from './saving-work.ts';
import { SessionGuard } from './session-guard.tsx';
import { useLeaving } from './use-leaving.ts';
import { useReach } from './use-reach.ts';
import { WorkNotes } from './work-notes.tsx';

export interface PortalFrameProps {
  readonly session: Session;
  readonly onSignedOut: () => void;
  /** Fetches the reports' chunk while the person reads the first page. */
  readonly warmUp: () => Promise<SavingWork>;
  readonly pages: () => SavingWork | null;
}

/** The page first, then what makes the next one fast and keeps the program on this device. */
const WARM_UP_MS = 1_000;

/** Header, notes, content; and what concerns every page: leaving, signing out, a session that ends. */
export function PortalFrame({ session, onSignedOut, warmUp, pages }: PortalFrameProps) {
  const { t } = useTexts('portal');
  const queryClient = useQueryClient();
  const reachable = useReach();
  const [work, setWork] = useState<readonly WorkLeft[]>([]);
  const [updateWaits, setUpdateWaits] = useState(false);
  if (updateWaits && work.length === 0) setUpdateWaits(false);
  const leaving = useLeaving({ session, pages, load: warmUp, onSignedOut });
  useAccountLanguage(session.language, (language) => void rememberLanguageOfAccount(session.personId, language));

  const resume = useCallback(() => pages()?.resumeAll(), [pages]);

  useEffect(
    () =>
      whenIdle(() => {
        void warmUp().catch(() => undefined);
      }),
    [warmUp],
  );

  useEffect(() => {
    let stop: (() => void) | null = null;
    let left = false;
    const begin = async (): Promise<void> => {
      const present = await warmUp();
      if (left) return;
      const look = (): void => setWork((before) => sameOr(before, present.workLeft()));
      stop = present.onWork(look);
      await present.resumeJournals(queryClient, session.personId);
      look();
    };
    const timer = setTimeout(() => {
      void begin().catch(() => undefined);
      void installPage().catch(() => undefined);
    }, WARM_UP_MS);
    return () => {
      left = true;
      clearTimeout(timer);
      stop?.();
    };
  }, [warmUp, queryClient, session.personId]);

  const update = async (): Promise<void> => {
    pages()?.flushAll();
    const unsent = (): boolean => (pages()?.unsentCount() ?? 0) > 0;
    // Where this device keeps nothing, what is unsent lives only in this page: it must not go.
    if (unsent() && !(await pages()?.allKept()) && unsent()) return setUpdateWaits(true);
    await reloadToNewest();
  };

  const { pathname } = useLocation();
  useEffect(() => {
    window.scrollTo({ top: 0 });
  }, [pathname]);
  const product = `${t('frame.brand')} · ${t('frame.area')}`;
  useEffect(() => {
    document.title = product;
  }, [product]);

  return (
    <div className="frame">
      <a className="jh-skip" href="#content">
        {t('skipToContent', { ns: 'ui' })}
      </a>
      <header className="frame__header">
        <Link to="/" className="frame__product">
          {t('frame.brand')}
          <span className="frame__area"> · {t('frame.area')}</span>
        </Link>
        <Link to="/account" className="frame__person" aria-label={`${t('frame.account')} ${session.displayName}`}>
          <AccountIcon className="frame__person-icon" />
          <span className="frame__person-name">{session.displayName}</span>
        </Link>
        <LanguageSwitch />
        <button type="button" className="frame__leave" onClick={leaving.ask}>
          {t('frame.signOut')}
        </button>
      </header>
      <WorkNotes reachable={reachable} work={work} updateWaits={updateWaits} onUpdate={() => void update()} />
      <main id="content" className="frame__content" tabIndex={-1}>
        <Outlet />
      </main>
      <SessionGuard session={session} reachable={reachable} onRenewed={resume} />
      <Dialog
        open={leaving.asking > 0}
        title={t('frame.signOutTitle')}
        onClose={leaving.stay}
        footer={
          <>
            <Button onClick={leaving.stay}>{t('dialog.cancel', { ns: 'ui' })}</Button>
            <Button variant="danger" onClick={leaving.leave}>
              {t('frame.signOutAnyway')}
            </Button>
          </>
        }
      >
        {t('frame.signOutUnsent', { count: leaving.asking })}
      </Dialog>
    </div>
  );
}

/** Runs it in the first pause, or with what comes after the page where the browser (Safari) does not tell of pauses. */
function whenIdle(run: () => void): () => void {
  if (typeof requestIdleCallback !== 'function') return () => undefined;
  const handle = requestIdleCallback(run, { timeout: WARM_UP_MS });
  return () => cancelIdleCallback(handle);
}

/** The list before where nothing differs: the frame must not be drawn anew for every key. */
function sameOr(before: readonly WorkLeft[], now: readonly WorkLeft[]): readonly WorkLeft[] {
  const same =
    before.length === now.length &&
    before.every((one, index) => {
      const other = now[index];
      return one.reportId === other?.reportId && one.cells === other.cells && one.mood === other.mood;
    });
  return same ? before : now;
}
