import type { ApiClient } from '@junheng/api-client';
import { LanguageSwitch, Notice, PageHeader, useTexts } from '@junheng/ui/plain';
import { useQuery } from '@tanstack/react-query';
import { profileQuery } from './account-calls.ts';
import { ColleaguesPanel } from './colleagues-panel.tsx';
import { EmailPanel } from './email-panel.tsx';
import { Loaded } from './loaded.tsx';
import { Panel } from './panel.tsx';
import { PasswordPanel } from './password-panel.tsx';
import { SecondFactorPanel } from './second-factor-panel.tsx';
import { SessionsPanel } from './sessions-panel.tsx';
import { SignInsPanel } from './sign-ins-panel.tsx';

export interface AccountPageProps {
  readonly client: ApiClient;
  /** This session was begun with a recovery code: there are fewer of them now. */
  readonly cameByRecoveryCode: boolean;
  /** The shortest password the server takes, told before one is typed. */
  readonly shortestPassword: number;
  /** Works at a school: shows who else does. */
  readonly ofSchool: boolean;
}

/** One's own account (我的账号): password, second factor, sessions, language; and who else works at one's school. */
export function AccountPage({ client, cameByRecoveryCode, shortestPassword, ofSchool }: AccountPageProps) {
  const { t } = useTexts('account');
  const profile = useQuery(profileQuery(client));
  return (
    <div className="ac-page">
      <Loaded query={profile}>
        {({ login, displayName, email, byMail, secondFactor, secondFactorCompulsory }) => (
          <>
            <PageHeader title={t('title')} subtitle={t('who', { name: displayName, login })} />
            {cameByRecoveryCode && secondFactor !== null ? (
              <Notice tone="warning" title={t('recoveryUsed.title')}>
                {t('recoveryUsed.text', { count: secondFactor.recoveryCodesLeft })}
              </Notice>
            ) : null}
            <PasswordPanel client={client} login={login} shortest={shortestPassword} />
            <SecondFactorPanel client={client} login={login} state={secondFactor} compulsory={secondFactorCompulsory} />
            {byMail ? <EmailPanel client={client} email={email} /> : null}
          </>
        )}
      </Loaded>
      <SessionsPanel client={client} />
      <SignInsPanel client={client} />
      <Panel title={t('language.title')} intro={t('language.intro')}>
        <LanguageSwitch />
      </Panel>
      {ofSchool ? <ColleaguesPanel client={client} /> : null}
    </div>
  );
}
