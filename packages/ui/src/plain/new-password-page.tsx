import { useRef, useState, type FormEvent, type ReactNode } from 'react';
import { useTexts } from '../language/use-texts.ts';
import { Button } from './button.tsx';
import { EntrancePage, type EntranceBrand } from './entrance-page.tsx';
import { Notice } from './notice.tsx';
import { PasswordField } from './password-field.tsx';
import { TextField } from './text-field.tsx';

export const NEW_PASSWORD_PROBLEMS = [
  'wrong-current',
  'same-as-old',
  'too-common',
  'contains-account',
  'too-short',
  'link-invalid',
  'network',
  'server',
] as const;
export type NewPasswordProblem =
  | { readonly kind: (typeof NEW_PASSWORD_PROBLEMS)[number] }
  | { readonly kind: 'slow-down'; readonly retryAfterSeconds: number };

export interface NewPasswordPageProps {
  readonly brand: EntranceBrand;
  /** `forced`: signed in with a password given by somebody else. `link`: came by a one-time link. */
  readonly reason: 'forced' | 'link';
  readonly minimumLength: number;
  /** `current` is empty for a link. Resolves to null when saved; must not reject. */
  readonly onSave: (passwords: { current: string; next: string }) => Promise<NewPasswordProblem | null>;
  /** Where to go afterwards; shown after a link was used. */
  readonly onDone: () => void;
  /** Whose password it is; also lets a password manager file it under the right account. */
  readonly account?: string;
  /** E.g. a way to sign out. */
  readonly footer?: ReactNode;
}

export function NewPasswordPage({
  brand,
  reason,
  minimumLength,
  account,
  onSave,
  onDone,
  footer,
}: NewPasswordPageProps) {
  const { t } = useTexts('ui');
  const [current, setCurrent] = useState('');
  const [next, setNext] = useState('');
  const [repeat, setRepeat] = useState('');
  const [tried, setTried] = useState(false);
  const [problem, setProblem] = useState<NewPasswordProblem | null>(null);
  const [phase, setPhase] = useState<'editing' | 'saving' | 'done'>('editing');
  const form = useRef<HTMLFormElement>(null);
  const faults = {
    current: reason === 'forced' && current === '',
    // Characters as people count them, not UTF-16 units.
    next: [...next].length < minimumLength,
    repeat: next !== repeat,
  };

  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    setTried(true);
    const firstFault = faults.current ? 'current' : faults.next ? 'next' : faults.repeat ? 'repeat' : null;
    if (firstFault !== null) {
      form.current?.querySelector<HTMLInputElement>(`input[name="${firstFault}"]`)?.focus();
      return;
    }
    setPhase('saving');
    const result = await onSave({ current, next });
    setProblem(result);
    if (result !== null) return setPhase('editing');
    if (reason === 'link') setPhase('done');
    else onDone();
  };

  if (phase === 'done') {
    return (
      <EntrancePage brand={brand}>
        <h1 className="jh-entrance__title">{t('newPassword.doneTitle')}</h1>
        <p className="jh-entrance__intro">{t('newPassword.doneText')}</p>
        <Button variant="primary" size="large" onClick={onDone}>
          {t('newPassword.toSignIn')}
        </Button>
      </EntrancePage>
    );
  }
  return (
    <EntrancePage brand={brand}>
      <h1 className="jh-entrance__title">{t(`newPassword.${reason}Title`)}</h1>
      <p className="jh-entrance__intro">{t(`newPassword.${reason}Intro`)}</p>
      <form className="jh-form" ref={form} noValidate onSubmit={(event) => void submit(event)}>
        {problem === null ? null : (
          <Notice tone="danger" role="alert">
            {t(`newPassword.problem.${problem.kind}`, {
              count: problem.kind === 'slow-down' ? problem.retryAfterSeconds : 0,
            })}
          </Notice>
        )}
        {account === undefined ? null : (
          <TextField label={t('signIn.account')} name="account" autoComplete="username" readOnly value={account} />
        )}
        {reason === 'forced' ? (
          <PasswordField
            label={t('newPassword.current')}
            name="current"
            autoComplete="current-password"
            autoFocus
            value={current}
            problem={tried && faults.current ? t('newPassword.currentMissing') : undefined}
            onChange={(event) => setCurrent(event.target.value)}
          />
        ) : null}
        <PasswordField
          label={t('newPassword.next')}
          name="next"
          autoComplete="new-password"
          autoFocus={reason === 'link'}
          help={t('newPassword.help', { count: minimumLength })}
          value={next}
          problem={tried && faults.next ? t('newPassword.tooShort', { count: minimumLength }) : undefined}
          onChange={(event) => setNext(event.target.value)}
        />
        <PasswordField
          label={t('newPassword.repeat')}
          name="repeat"
          autoComplete="new-password"
          value={repeat}
          problem={tried && faults.repeat ? t('newPassword.differs') : undefined}
          onChange={(event) => setRepeat(event.target.value)}
        />
        <Button type="submit" variant="primary" size="large" busy={phase === 'saving'}>
          {phase === 'saving' ? t('newPassword.busy') : t('newPassword.submit')}
        </Button>
      </form>
      {footer}
    </EntrancePage>
  );
}
