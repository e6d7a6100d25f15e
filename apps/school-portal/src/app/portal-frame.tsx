import { Button, Dialog, LanguageSwitch, OfflineBanner, useOnline } from '@junheng/ui/plain';
import { useCallback, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, Outlet, useLocation } from 'react-router';
import { signOut } from '../api/session.ts';
import type { Session } from '../api/types.ts';
import { SessionGuard } from './session-guard.tsx';

/** What the frame needs of the reports' chunk, once it is here. */
interface SavingWork {
  readonly unsentCount: () => number;
  /** With the files that wait on this device: they go when the person signs out. */
  readonly unsentWork: () => number;
  readonly flushAll: () => void;
  readonly resumeAll: () => void;
  readonly forgetAll: (personId: string) => Promise<void>;
}

export interface PortalFrameProps {
  readonly session: Session;
  readonly onSignedOut: () => void;
  /** Fetches the reports' chunk while the person reads the first page. */
  readonly warmUp: () => Promise<SavingWork>;
  readonly pages: () => SavingWork | null;
}

/** Header, offline banner, content; and what concerns every page: leaving, signing out, a session that ends. */
export function PortalFrame({ session, onSignedOut, warmUp, pages }: PortalFrameProps) {
  const { t } = useTranslation('portal');
  const online = useOnline();
  const [asking, setAsking] = useState(0);

  const resume = useCallback(() => pages()?.resumeAll(), [pages]);

  useEffect(() => {
    const timer = setTimeout(() => void warmUp().catch(() => undefined), 1_000);
    return () => clearTimeout(timer);
  }, [warmUp]);

  useEffect(() => {
    if (online) resume();
  }, [online, resume]);

  useEffect(() => {
    const hidden = (): void => {
      if (document.visibilityState === 'hidden') pages()?.flushAll();
    };
    const leaving = (event: BeforeUnloadEvent): void => {
      pages()?.flushAll();
      if ((pages()?.unsentCount() ?? 0) > 0) event.preventDefault();
    };
    document.addEventListener('visibilitychange', hidden);
    window.addEventListener('beforeunload', leaving);
    return () => {
      document.removeEventListener('visibilitychange', hidden);
      window.removeEventListener('beforeunload', leaving);
    };
  }, [pages]);

  const { pathname } = useLocation();
  useEffect(() => {
    window.scrollTo({ top: 0 });
  }, [pathname]);
  const product = `${t('frame.brand')} · ${t('frame.area')}`;
  useEffect(() => {
    document.title = product;
  }, [product]);

  const leave = async (): Promise<void> => {
    setAsking(0);
    await signOut().catch(() => undefined);
    await (pages() ?? (await warmUp().catch(() => null)))?.forgetAll(session.personId);
    history.replaceState(null, '', '/');
    onSignedOut();
  };
  const askToLeave = (): void => {
    pages()?.flushAll();
    const unsent = pages()?.unsentWork() ?? 0;
    if (unsent > 0) setAsking(unsent);
    else void leave();
  };

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
        <span className="frame__person">{session.displayName}</span>
        <LanguageSwitch />
        <button type="button" className="frame__leave" onClick={askToLeave}>
          {t('frame.signOut')}
        </button>
      </header>
      <OfflineBanner />
      <main id="content" className="frame__content" tabIndex={-1}>
        <Outlet />
      </main>
      <SessionGuard session={session} onRenewed={resume} />
      <Dialog
        open={asking > 0}
        title={t('frame.signOutTitle')}
        onClose={() => setAsking(0)}
        footer={
          <>
            <Button onClick={() => setAsking(0)}>{t('dialog.cancel', { ns: 'ui' })}</Button>
            <Button variant="danger" onClick={() => void leave()}>
              {t('frame.signOutAnyway')}
            </Button>
          </>
        }
      >
        {t('frame.signOutUnsent', { count: asking })}
      </Dialog>
    </div>
  );
}
