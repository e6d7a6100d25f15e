import type { ApiClient } from '@junheng/api-client';
import { Button, Notice, TextField, useTexts } from '@junheng/ui/plain';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { changeEmail, profileQuery } from './account-calls.ts';
import { Panel } from './panel.tsx';
import { RefusalNotice } from './refusal-notice.tsx';

const LOOKS_LIKE_ONE = /^[^\s@]+@[^\s@]+\.[^\s@]+$/;

/** The address for reminders and notices; shown only where the installation sends mail. */
export function EmailPanel({ client, email }: { readonly client: ApiClient; readonly email: string | null }) {
  const { t } = useTexts('account');
  const queries = useQueryClient();
  const [typed, setTyped] = useState(email ?? '');
  const [tried, setTried] = useState(false);
  const address = typed.trim();
  const wrong = address !== '' && !LOOKS_LIKE_ONE.test(address);
  const saving = useMutation({
    mutationFn: () => changeEmail(client, address === '' ? null : address),
    onSuccess: () => queries.invalidateQueries({ queryKey: profileQuery(client).queryKey }),
  });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    setTried(true);
    if (!wrong) saving.mutate();
  };
  return (
    <Panel title={t('email.title')} intro={t('email.intro')}>
      <form className="jh-form ac-form" noValidate onSubmit={submit}>
        {saving.isSuccess ? (
          <Notice tone="success" role="status">
            {t(email === null ? 'email.removed' : 'email.saved')}
          </Notice>
        ) : null}
        <RefusalNotice error={saving.error} />
        <TextField
          label={t('email.label')}
          type="email"
          autoComplete="email"
          maxLength={254}
          value={typed}
          problem={tried && wrong ? t('email.wrong') : undefined}
          onChange={(event) => {
            setTyped(event.target.value);
            saving.reset();
          }}
        />
        <div className="ac-actions">
          <Button type="submit" busy={saving.isPending} disabled={address === (email ?? '')}>
            {t('email.save')}
          </Button>
        </div>
      </form>
    </Panel>
  );
}
