import { AccountPage, accountTexts } from '@junheng/account-ui';
import '@junheng/account-ui/account-ui.css';
import { addTexts } from '@junheng/ui/plain';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { MINIMUM_PASSWORD } from '../../features/sign-in/use-brand.ts';
import { client } from '../../server/connection.ts';
import { sessionQuery } from '../../server/session.ts';

export function AccountRoute() {
  const { t, i18n } = useTranslation('frame');
  const { data: known } = useQuery(sessionQuery);
  if (!i18n.hasResourceBundle('zh-CN', 'account')) addTexts(i18n, accountTexts);
  return (
    <>
      <title>{`${t('account')} · ${t('product')}`}</title>
      <AccountPage
        client={client}
        cameByRecoveryCode={known?.session.signedInBy === 'recovery-code'}
        shortestPassword={MINIMUM_PASSWORD}
        ofSchool={known?.session.grants.some((grant) => grant.place.kind === 'school') ?? false}
      />
    </>
  );
}
