import { AccountIcon, Button, Dialog, LanguageSwitch, useAccountLanguage, useTexts } from '@junheng/ui/plain';
import { useCallback, useEffect } from 'react';
import { Link, Outlet, useLocation } from 'react-router';
import { rememberLanguageOfAccount } from '../api/session.ts';
import type { Session } from '../api/types.ts';
import { installPage } from '../device/installed-page.ts';
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
  const reachable = useReach();
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
    const timer = setTimeout(() => void installPage().catch(() => undefined), WARM_UP_MS);
    return () => clearTimeout(timer);
  }, []);

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
      <WorkNotes personId={session.personId} reachable={reachable} load={warmUp} pages={pages} />
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
