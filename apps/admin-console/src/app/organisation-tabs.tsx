import { useTranslation } from 'react-i18next';
import { NavLink } from 'react-router';

const PAGES = ['schools', 'groupings', 'units'] as const;

/** The pages of the register: schools, areas and groups, sections and other units. */
export function OrganisationTabs() {
  const { t } = useTranslation('frame');
  return (
    <nav className="jc-subnav" aria-label={t('register.label')}>
      {PAGES.map((page) => (
        <NavLink key={page} to={`/${page}`} end>
          {t(`register.${page}`)}
        </NavLink>
      ))}
    </nav>
  );
}
