import { useTranslation } from 'react-i18next';
import { NavLink } from 'react-router';

const pages = [
  ['ledger', '/rectifications'],
  ['letters', '/rectifications/letters'],
  ['targets', '/rectifications/targets'],
  ['coverage', '/rectifications/coverage'],
  ['summary', '/rectifications/summary'],
] as const;

/** List, letters, targets, coverage and summary of one ledger. */
export function LedgerTabs() {
  const { t } = useTranslation('rectify');
  return (
    <nav className="jc-subnav" aria-label={t('pages')}>
      {pages.map(([key, to]) => (
        <NavLink key={key} to={to} end={key !== 'letters'}>
          {t(`tab.${key}`)}
        </NavLink>
      ))}
    </nav>
  );
}
