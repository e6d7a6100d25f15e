import { PageHeader } from '@junheng/ui/plain';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { NavLink } from 'react-router';

/** What the pages of the audit log have in common: the title, and the way between them. */
export function AuditPages({ children }: { readonly children: ReactNode }) {
  const { t } = useTranslation('audit');
  return (
    <div className="jc-stack">
      <PageHeader title={t('title')} subtitle={t('subtitle')} />
      <nav className="jc-tabs" aria-label={t('pages')}>
        <NavLink className="jc-tab" to="/audit" end>
          {t('log')}
        </NavLink>
        <NavLink className="jc-tab" to="/audit/chains">
          {t('chains')}
        </NavLink>
        <NavLink className="jc-tab" to="/audit/sign-ins">
          {t('signIns')}
        </NavLink>
      </nav>
      {children}
    </div>
  );
}
