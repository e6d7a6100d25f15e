import { AccountPage, accountTexts } from '@junheng/account-ui';
import '@junheng/account-ui/account-ui.css';
import { addTexts, useTexts } from '@junheng/ui/plain';
import { client } from '../api/client.ts';
import type { Session } from '../api/types.ts';
import { SHORTEST_PASSWORD } from '../features/enter/model/password-rules.ts';

/** One's own account: a chunk of its own, with its texts. */
export function AccountRoute({ session }: { readonly session: Session }) {
  const { i18n } = useTexts('account');
  if (!i18n.hasResourceBundle('zh-CN', 'account')) addTexts(i18n, accountTexts);
  return (
    <AccountPage
      client={client}
      cameByRecoveryCode={session.signedInBy === 'recovery-code'}
      shortestPassword={SHORTEST_PASSWORD}
      ofSchool
    />
  );
}
