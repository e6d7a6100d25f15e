import { Button, Notice, PasswordField, TextField } from '@junheng/ui/plain';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { redeemOneTimeLink } from '../../server/session.ts';
import { asRefusal } from '../../server/refusal.ts';
import { MINIMUM_PASSWORD } from './use-brand.ts';

const LOGIN = /^[a-z0-9][a-z0-9._-]{2,49}$/;
const COUNTY_CODE = /^\d{6}$/;
const empty = { login: '', displayName: '', countyCode: '', countyName: '', password: '' };

/** The first person of an empty installation: county, account, password. */
export function FirstAdministratorForm(props: { readonly token: string; readonly onSaved: () => void }) {
  const { t } = useTranslation('entry');
  const [entered, setEntered] = useState(empty);
  const [tried, setTried] = useState(false);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<'refused' | 'unreachable' | null>(null);
  const missing = (name: keyof typeof empty) => (entered[name].trim() === '' ? t('link.missing') : undefined);
  const faults = {
    login: missing('login') ?? (LOGIN.test(entered.login) ? undefined : t('link.loginWrong')),
    displayName: missing('displayName'),
    countyCode: missing('countyCode') ?? (COUNTY_CODE.test(entered.countyCode) ? undefined : t('link.codeWrong')),
    countyName: missing('countyName'),
    password: Array.from(entered.password).length < MINIMUM_PASSWORD ? t('link.passwordShort') : undefined,
  };

  const save = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    setTried(true);
    if (Object.values(faults).some((fault) => fault !== undefined)) return;
    setBusy(true);
    const { password, ...administrator } = entered;
    try {
      await redeemOneTimeLink(props.token, {
        newPassword: password,
        administrator: {
          ...administrator,
          displayName: administrator.displayName.trim(),
          countyName: administrator.countyName.trim(),
        },
      });
      props.onSaved();
    } catch (error) {
      setProblem(asRefusal(error).code === 'network' ? 'unreachable' : 'refused');
      setBusy(false);
    }
  };

  const field = (name: keyof typeof empty) => ({
    value: entered[name],
    problem: tried ? faults[name] : undefined,
    onChange: (event: { target: { value: string } }) => setEntered({ ...entered, [name]: event.target.value }),
  });
  return (
    <form className="jh-form" noValidate onSubmit={(event) => void save(event)}>
      {problem === null ? null : (
        <Notice tone="danger" role="alert">
          {t(`link.${problem}`)}
        </Notice>
      )}
      <TextField label={t('link.countyName')} {...field('countyName')} autoFocus />
      <TextField
        label={t('link.countyCode')}
        help={t('link.countyCodeHelp')}
        inputMode="numeric"
        {...field('countyCode')}
      />
      <TextField label={t('link.displayName')} autoComplete="name" {...field('displayName')} />
      <TextField
        label={t('link.login')}
        help={t('link.loginHelp')}
        autoComplete="username"
        autoCapitalize="none"
        spellCheck={false}
        {...field('login')}
      />
      <PasswordField
        label={t('link.password')}
        help={t('link.passwordHelp', { count: MINIMUM_PASSWORD })}
        autoComplete="new-password"
        {...field('password')}
      />
      <Button type="submit" variant="primary" size="large" busy={busy}>
        {t('link.save')}
      </Button>
    </form>
  );
}
