import { useTranslation } from 'react-i18next';
import { NavLink } from 'react-router';

const PAGES = ['inspections', 'checklists', 'supervision'] as const;

/** The pages of inspection: projects, checklists of special supervision, and regular visits of responsible inspectors. */
export function InspectionTabs() {
  const { t } = useTranslation('frame');
  return (
    <nav className="jc-subnav" aria-label={t('inspections.label')}>
      {PAGES.map((page) => (
        <NavLink key={page} to={`/${page}`} end>
          {t(`inspections.${page}`)}
        </NavLink>
      ))}
    </nav>
  );
}
