import { newPasswordProblemOf } from '@junheng/account-ui/entrance';
import type { OneTimeLink } from '@junheng/api-contract';
import { Button, EntrancePage, ErrorState, LoadingState, NewPasswordPage } from '@junheng/ui/plain';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { asRefusal } from '../../server/refusal.ts';
import { readOneTimeLink, redeemOneTimeLink } from '../../server/session.ts';
import { FirstAdministratorForm } from './first-administrator-form.tsx';
import { MINIMUM_PASSWORD, useBrand } from './use-brand.ts';

type Step = 'checking' | 'unreachable' | 'invalid' | 'done' | OneTimeLink;

/** Opened from a link that works once: a new password, or the first administrator of an empty installation. */
export function OneTimeLinkPage({ token, onDone }: { readonly token: string; readonly onDone: () => void }) {
  const { t } = useTranslation(['entry', 'ui']);
  const brand = useBrand();
  const [step, setStep] = useState<Step>('checking');
  const [attempt, setAttempt] = useState(0);
  useEffect(() => {
    let current = true;
    readOneTimeLink(token).then(
      (link) => current && setStep(link),
      (error: unknown) =>
        current && setStep(asRefusal(error).code === 'one-time-link.invalid' ? 'invalid' : 'unreachable'),
    );
    return () => {
      current = false;
    };
  }, [token, attempt]);

  if (typeof step === 'object' && step.purpose === 'password-reset') {
    return (
      <NewPasswordPage
        brand={brand}
        reason="link"
        minimumLength={MINIMUM_PASSWORD}
        onDone={onDone}
        onSave={async ({ next }) => {
          try {
            await redeemOneTimeLink(token, { newPassword: next });
            return null;
          } catch (error) {
            return newPasswordProblemOf(error);
          }
        }}
      />
    );
  }
  return (
    <EntrancePage brand={brand}>
      {step === 'checking' ? <LoadingState text={t('link.checking')} /> : null}
      {step === 'unreachable' ? (
        <ErrorState
          title={t('unreachable.title')}
          description={t('unreachable.text')}
          onRetry={() => {
            setStep('checking');
            setAttempt(attempt + 1);
          }}
        />
      ) : null}
      {step === 'invalid' ? (
        <>
          <h1 className="jh-entrance__title">{t('link.invalidTitle')}</h1>
          <p className="jh-entrance__intro">{t('newPassword.problem.link-invalid', { ns: 'ui' })}</p>
          <Button onClick={onDone}>{t('link.toSignIn')}</Button>
        </>
      ) : null}
      {step === 'done' ? (
        <>
          <h1 className="jh-entrance__title">{t('link.doneTitle')}</h1>
          <p className="jh-entrance__intro">{t('link.doneText')}</p>
          <Button variant="primary" size="large" onClick={onDone}>
            {t('link.toSignIn')}
          </Button>
        </>
      ) : null}
      {typeof step === 'object' ? (
        <>
          <h1 className="jh-entrance__title">{t('link.adminTitle')}</h1>
          <p className="jh-entrance__intro">{t('link.adminIntro')}</p>
          <FirstAdministratorForm token={token} onSaved={() => setStep('done')} />
        </>
      ) : null}
    </EntrancePage>
  );
}
