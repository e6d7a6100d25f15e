import { AccountIcon, LanguageSwitch, OfflineBanner, useAccountLanguage } from '@junheng/ui/plain';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, Outlet, useLocation, useMatch } from 'react-router';
import { roundsQuery } from '../server/rounds.ts';
import { rememberLanguageOfAccount, sessionQuery } from '../server/session.ts';
import { leaveConsole } from './leave-console.ts';
import { MenuIcon } from './menu-icon.tsx';
import { currentRound, menuFor, menuKeyOf, menuTarget } from './model/menu.ts';

/**
 * Header, menu for this person's permissions, the page. Plain markup: the frame is on every page, and a component library
 * for five links would cost more than the pages themselves.
 */
export function Frame() {
  const { t } = useTranslation(['frame', 'ui', 'display']);
  const client = useQueryClient();
  const { pathname } = useLocation();
  const matched = useMatch('/rounds/:roundId/*')?.params.roundId;
  const inRound = matched === 'new' ? undefined : matched;
  const { data: known } = useQuery(sessionQuery);
  const { data: rounds } = useQuery(roundsQuery);
  // On the pages of schools and people the menu still leads back to the round one came from.
  const [lastRound, setLastRound] = useState<string | null>(null);
  if (inRound !== undefined && inRound !== lastRound) setLastRound(inRound);
  // A page that was left keeps no scroll for the next one.
  useEffect(() => {
    globalThis.scrollTo({ top: 0 });
  }, [pathname]);
  useAccountLanguage(known?.session.language ?? null, (language) => void rememberLanguageOfAccount(language));
  if (known === null || known === undefined) return null;
  const { session } = known;
  const roundId = inRound ?? lastRound ?? currentRound(rounds?.rounds ?? [])?.id ?? null;
  const chosen = menuKeyOf(pathname);
  const places = [...new Set(session.grants.map((grant) => grant.place.name))];
  const roles = [...new Set(session.grants.map((grant) => t(`role.${grant.role}`, { ns: 'display' })))];
  const leave = (): Promise<void> => leaveConsole(client, session.personId);
  return (
    <div className="jc-frame">
      <a className="jh-skip" href="#content">
        {t('skipToContent', { ns: 'ui' })}
      </a>
      <header className="jc-frame__header">
        <Link className="jc-frame__product" to="/">
          {t('product')}
        </Link>
        <span className="jc-frame__place">{places.join(' · ')}</span>
        <LanguageSwitch />
        <Link
          className="jc-account__name"
          to="/account"
          aria-label={`${t('account')} ${session.displayName}`}
          title={[t('account'), ...roles].join(' · ')}
        >
          <AccountIcon className="jc-account__icon" />
          <span className="jc-account__text">{session.displayName}</span>
        </Link>
        <button type="button" className="jc-account__leave" onClick={() => void leave()}>
          {t('signOut')}
        </button>
      </header>
      <nav className="jc-frame__menu" aria-label={t('frame.menu', { ns: 'ui' })}>
        <ul>
          {menuFor(session.permissions).map((key) => (
            <li key={key}>
              <Link
                className="jc-frame__entry"
                to={menuTarget(key, roundId)}
                aria-current={key === chosen ? 'page' : undefined}
              >
                <MenuIcon of={key} />
                {t(key)}
              </Link>
            </li>
          ))}
        </ul>
      </nav>
      <main id="content" tabIndex={-1} className="jc-frame__content">
        <OfflineBanner />
        <Outlet />
      </main>
    </div>
  );
}
