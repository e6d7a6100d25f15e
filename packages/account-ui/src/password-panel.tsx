import type { ApiClient } from '@junheng/api-client';
import { Button, Notice, PasswordField, useTexts } from '@junheng/ui/plain';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRef, useState, type FormEvent } from 'react';
import { changePassword } from './account-calls.ts';
import { Panel } from './panel.tsx';
import { RefusalNotice } from './refusal-notice.tsx';

const EMPTY = { current: '', next: '', repeat: '' };

/** The rule stands above the fields; that other sessions end is said before and after. */
export function PasswordPanel(props: {
  readonly client: ApiClient;
  readonly login: string;
  readonly shortest: number;
}) {
  const { client, login, shortest } = props;
  const { t } = useTexts('account');
  const queries = useQueryClient();
  const [open, setOpen] = useState(false);
  const [typed, setTyped] = useState(EMPTY);
  const [tried, setTried] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  const changing = useMutation({
    mutationFn: () => changePassword(client, typed.current, typed.next),
    onSuccess: async () => {
      setTyped(EMPTY);
      setTried(false);
      setOpen(false);
      await queries.invalidateQueries({ queryKey: ['account'] });
    },
  });
  const faults = {
    current: typed.current === '' ? t('password.currentMissing') : undefined,
    next:
      // Characters as people count them, not UTF-16 units.
      [...typed.next].length < shortest
        ? t('password.tooShort', { count: shortest })
        : typed.next.toLowerCase().includes(login.toLowerCase())
          ? t('problem.contains-login')
          : undefined,
    repeat: typed.next === typed.repeat ? undefined : t('password.differs'),
  };
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    setTried(true);
    const first = (['current', 'next', 'repeat'] as const).find((name) => faults[name] !== undefined);
    if (first === undefined) changing.mutate();
    else form.current?.querySelector<HTMLInputElement>(`input[name="${first}"]`)?.focus();
  };
  const field = (name: keyof typeof EMPTY, autoComplete: string) => (
    <PasswordField
      label={t(`password.${name}`)}
      name={name}
      autoComplete={autoComplete}
      value={typed[name]}
      problem={tried ? faults[name] : undefined}
      onChange={(event) => setTyped({ ...typed, [name]: event.target.value })}
    />
  );
  return (
    <Panel title={t('password.title')} intro={t('password.intro')}>
      {changing.isSuccess && !open ? (
        <Notice tone="success" role="status">
          {t('password.changed', { count: changing.data })}
        </Notice>
      ) : null}
      {open ? (
        <form className="jh-form ac-form" ref={form} noValidate onSubmit={submit}>
          <ul className="ac-rules">
            <li>{t('password.rule.length', { count: shortest })}</li>
            <li>{t('password.rule.login', { login })}</li>
            <li>{t('password.rule.common')}</li>
          </ul>
          <RefusalNotice error={changing.error} />
          <input type="hidden" name="username" autoComplete="username" value={login} readOnly />
          {field('current', 'current-password')}
          {field('next', 'new-password')}
          {field('repeat', 'new-password')}
          <p className="ac-note">{t('password.endsOthers')}</p>
          <div className="ac-actions">
            <Button type="submit" variant="primary" busy={changing.isPending}>
              {t('password.save')}
            </Button>
            <Button
              onClick={() => {
                setOpen(false);
                setTyped(EMPTY);
                setTried(false);
                changing.reset();
              }}
            >
              {t('cancel')}
            </Button>
          </div>
        </form>
      ) : (
        <Button onClick={() => setOpen(true)}>{t('password.change')}</Button>
      )}
    </Panel>
  );
}
