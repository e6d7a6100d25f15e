import type { ApiClient } from '@junheng/api-client';
import { Button, Dialog, PasswordField, useTexts } from '@junheng/ui/plain';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { beginSecondFactor, confirmSecondFactor, type RecoveryCodes } from './account-calls.ts';
import { CodeField } from './code-field.tsx';
import { QrCode } from './qr-code.tsx';
import { RefusalNotice } from './refusal-notice.tsx';

export interface EnrolDialogProps {
  readonly client: ApiClient;
  readonly login: string;
  readonly onClose: () => void;
  readonly onEnrolled: (codes: RecoveryCodes) => void;
}

/** The password first; then the QR code, the same as text, and the first code. */
export function EnrolDialog({ client, login, onClose, onEnrolled }: EnrolDialogProps) {
  const { t } = useTexts('account');
  const [password, setPassword] = useState('');
  const [code, setCode] = useState('');
  const [tried, setTried] = useState(false);
  const beginning = useMutation({
    mutationFn: () => beginSecondFactor(client, password),
    onSuccess: () => setTried(false),
  });
  const confirming = useMutation({ mutationFn: () => confirmSecondFactor(client, code), onSuccess: onEnrolled });
  const begun = beginning.data;
  const missing = begun === undefined ? password === '' : code.trim() === '';
  const next = (): void => {
    setTried(true);
    if (missing) return;
    if (begun === undefined) beginning.mutate();
    else confirming.mutate();
  };
  return (
    <Dialog open title={t('enrol.title')} onClose={onClose}>
      <form
        className="jh-form"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          next();
        }}
      >
        {begun === undefined ? (
          <>
            <p>{t('enrol.intro')}</p>
            <RefusalNotice error={beginning.error} />
            <input type="hidden" name="username" autoComplete="username" value={login} readOnly />
            <PasswordField
              label={t('password.current')}
              name="password"
              autoComplete="current-password"
              data-autofocus
              value={password}
              problem={tried && missing ? t('password.currentMissing') : undefined}
              onChange={(event) => setPassword(event.target.value)}
            />
          </>
        ) : (
          <>
            <ol className="ac-steps">
              <li>
                <p>{t('enrol.scan')}</p>
                <QrCode text={begun.uri} label={t('enrol.qrLabel')} />
                <p className="ac-muted">{t('enrol.typeInstead')}</p>
                <code className="ac-secret">{begun.secret.replaceAll(/(.{4})(?!$)/g, '$1 ')}</code>
                <p className="ac-muted">{t('enrol.typeHow', { login })}</p>
              </li>
              <li>
                <p>{t('enrol.firstCode')}</p>
                <RefusalNotice error={confirming.error} />
                <CodeField
                  value={code}
                  orRecovery={false}
                  problem={tried && missing ? t('code.missing') : undefined}
                  onChange={setCode}
                />
              </li>
            </ol>
            <p className="ac-note">{t('enrol.endsOthers')}</p>
          </>
        )}
        <div className="ac-actions">
          <Button type="submit" variant="primary" busy={beginning.isPending || confirming.isPending}>
            {t(begun === undefined ? 'enrol.next' : 'enrol.confirm')}
          </Button>
          <Button onClick={onClose}>{t('cancel')}</Button>
        </div>
      </form>
    </Dialog>
  );
}
