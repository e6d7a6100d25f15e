import type { ApiClient } from '@junheng/api-client';
import { Button, Dialog, PasswordField, useTexts } from '@junheng/ui/plain';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { disableSecondFactor, renewRecoveryCodes, type RecoveryCodes } from './account-calls.ts';
import { CodeField } from './code-field.tsx';
import { RefusalNotice } from './refusal-notice.tsx';

export interface ProofDialogProps {
  readonly client: ApiClient;
  readonly act: 'renew' | 'disable';
  readonly onClose: () => void;
  /** New recovery codes; null when it was turned off. */
  readonly onDone: (codes: RecoveryCodes | null) => void;
}

/** Asks for password and code before recovery codes are replaced or the second factor is turned off. */
export function ProofDialog({ client, act, onClose, onDone }: ProofDialogProps) {
  const { t } = useTexts('account');
  const [password, setPassword] = useState('');
  const [code, setCode] = useState('');
  const [tried, setTried] = useState(false);
  const proving = useMutation({
    mutationFn: async (): Promise<RecoveryCodes | null> => {
      if (act === 'renew') return renewRecoveryCodes(client, { password, code });
      await disableSecondFactor(client, { password, code });
      return null;
    },
    onSuccess: onDone,
  });
  return (
    <Dialog open title={t(`${act}.title`)} onClose={onClose}>
      <form
        className="jh-form"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          setTried(true);
          if (password !== '' && code.trim() !== '') proving.mutate();
        }}
      >
        <p>{t(`${act}.intro`)}</p>
        <RefusalNotice error={proving.error} />
        <PasswordField
          label={t('password.current')}
          name="password"
          autoComplete="current-password"
          data-autofocus
          value={password}
          problem={tried && password === '' ? t('password.currentMissing') : undefined}
          onChange={(event) => setPassword(event.target.value)}
        />
        <CodeField
          value={code}
          orRecovery
          problem={tried && code.trim() === '' ? t('code.missing') : undefined}
          onChange={setCode}
        />
        <div className="ac-actions">
          <Button type="submit" variant={act === 'disable' ? 'danger' : 'primary'} busy={proving.isPending}>
            {t(`${act}.confirm`)}
          </Button>
          <Button onClick={onClose}>{t('cancel')}</Button>
        </div>
      </form>
    </Dialog>
  );
}
