import type { Session } from '@junheng/api-contract';
import { Button, EntrancePage } from '@junheng/ui/plain';
import { useTranslation } from 'react-i18next';
import { useBrand } from './use-brand.ts';

/** A school's account has nothing to do here: it is led to the portal. */
export function SchoolAccountPage(props: { readonly session: Session; readonly onSignOut: () => void }) {
  const { t } = useTranslation('entry');
  const brand = useBrand();
  return (
    <EntrancePage brand={brand}>
      <h1 className="jh-entrance__title">{t('portal.title')}</h1>
      <p className="jh-entrance__intro">{t('portal.text', { name: props.session.displayName })}</p>
      <a className="jh-button jh-button--primary jh-button--large" href="/">
        {t('portal.go')}
      </a>
      <Button variant="quiet" onClick={props.onSignOut}>
        {t('signOutInstead')}
      </Button>
    </EntrancePage>
  );
}
