import { useRef, useState, type FormEvent } from 'react';
import { useTexts } from '../language/use-texts.ts';
import { Button } from './button.tsx';
import { Notice } from './notice.tsx';
import { PasswordField } from './password-field.tsx';
import { TextField } from './text-field.tsx';
import { useCountdown } from './use-countdown.ts';

export interface Credentials {
  readonly account: string;
  readonly password: string;
  /** Of the second factor, once it was asked for: six digits or a recovery code. */
  readonly code?: string;
}

export type SignInProblem =
  | { readonly kind: 'wrong-credentials' }
  /** The password was right; the form now asks for the code. */
  | { readonly kind: 'code-required' }
  | { readonly kind: 'wrong-code' }
  | { readonly kind: 'code-used' }
  | { readonly kind: 'code-unreadable' }
  | { readonly kind: 'slow-down'; readonly retryAfterSeconds: number }
  /** `retryAfterSeconds` null: locked until somebody above resets the password. */
  | { readonly kind: 'locked'; readonly retryAfterSeconds: number | null }
  | { readonly kind: 'network' }
  | { readonly kind: 'server'; readonly requestId?: string | null };

export interface SignInFormProps {
  /** Resolves to null when signed in (the caller moves on), otherwise to what went wrong. Must not reject. */
  readonly onSignIn: (credentials: Credentials) => Promise<SignInProblem | null>;
  /** Fixed account, e.g. when a session ended in the middle of the work. */
  readonly account?: string;
}

export function SignInForm({ onSignIn, account: fixedAccount }: SignInFormProps) {
  const { t } = useTexts('ui');
  const [account, setAccount] = useState(fixedAccount ?? '');
  const [password, setPassword] = useState('');
  /** null while it is not asked for. */
  const [code, setCode] = useState<string | null>(null);
  const [missing, setMissing] = useState({ account: false, password: false, code: false });
  const [problem, setProblem] = useState<SignInProblem | null>(null);
  const [waitUntil, setWaitUntil] = useState<number | null>(null);
  const [busy, setBusy] = useState(false);
  const accountInput = useRef<HTMLInputElement>(null);
  const passwordInput = useRef<HTMLInputElement>(null);
  const codeInput = useRef<HTMLInputElement>(null);
  const wait = useCountdown(waitUntil);

  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (busy || wait > 0) return;
    const nowMissing = { account: account.trim() === '', password: password === '', code: code?.trim() === '' };
    setMissing(nowMissing);
    if (nowMissing.account) return accountInput.current?.focus();
    if (nowMissing.password) return passwordInput.current?.focus();
    if (nowMissing.code) return codeInput.current?.focus();
    setBusy(true);
    const result = await onSignIn({
      account: account.trim(),
      password,
      ...(code === null ? {} : { code: code.trim() }),
    });
    setBusy(false);
    setProblem(result?.kind === 'code-required' ? null : result);
    if (result === null) return;
    if (result.kind === 'code-required') setCode('');
    if (result.kind === 'wrong-credentials') setCode(null);
    if (result.kind === 'wrong-code' || result.kind === 'code-used') codeInput.current?.select();
    setWaitUntil(result.kind === 'slow-down' ? Date.now() + result.retryAfterSeconds * 1000 : null);
    if (result.kind === 'wrong-credentials') passwordInput.current?.select();
  };

  return (
    <form className="jh-form" noValidate onSubmit={(event) => void submit(event)}>
      {problem === null ? null : (
        <Notice tone={problem.kind === 'slow-down' && wait === 0 ? 'info' : 'danger'} role="alert">
          {problemText(problem, wait, t)}
          {problem.kind === 'server' && problem.requestId ? (
            <span className="jh-state__reference">{t('state.reference', { requestId: problem.requestId })}</span>
          ) : null}
        </Notice>
      )}
      {code === null ? null : (
        <p className="jh-form__lead" role="status">
          {t('signIn.codeIntro', { account })}
        </p>
      )}
      {code === null ? (
        <>
          <TextField
            ref={accountInput}
            label={t('signIn.account')}
            problem={missing.account ? t('signIn.accountMissing') : undefined}
            name="account"
            autoComplete="username"
            autoCapitalize="none"
            spellCheck={false}
            readOnly={fixedAccount !== undefined}
            autoFocus={fixedAccount === undefined}
            value={account}
            onChange={(event) => setAccount(event.target.value)}
          />
          <PasswordField
            ref={passwordInput}
            label={t('signIn.password')}
            problem={missing.password ? t('signIn.passwordMissing') : undefined}
            name="password"
            autoComplete="current-password"
            autoFocus={fixedAccount !== undefined}
            data-autofocus={fixedAccount !== undefined || undefined}
            value={password}
            onChange={(event) => setPassword(event.target.value)}
          />
        </>
      ) : (
        <TextField
          ref={codeInput}
          label={t('signIn.code')}
          help={t('signIn.codeHelp')}
          problem={missing.code ? t('signIn.codeMissing') : undefined}
          name="code"
          autoComplete="one-time-code"
          autoCapitalize="none"
          spellCheck={false}
          autoFocus
          value={code}
          onChange={(event) => setCode(event.target.value)}
        />
      )}
      <Button type="submit" variant="primary" size="large" busy={busy} disabled={wait > 0}>
        {busy ? t('signIn.busy') : t('signIn.submit')}
      </Button>
      {code === null ? null : (
        <Button
          variant="quiet"
          onClick={() => {
            setCode(null);
            setPassword('');
            setProblem(null);
          }}
        >
          {t('signIn.back')}
        </Button>
      )}
    </form>
  );
}

type Translate = (key: string, values?: Record<string, string | number>) => string;

function problemText(problem: SignInProblem, wait: number, t: Translate): string {
  if (problem.kind === 'slow-down') {
    return wait > 0 ? t('signIn.problem.slow-down', { count: wait }) : t('signIn.problem.slow-down-over');
  }
  if (problem.kind === 'locked') {
    return problem.retryAfterSeconds === null
      ? t('signIn.problem.locked-open')
      : t('signIn.problem.locked', { minutes: Math.max(1, Math.ceil(problem.retryAfterSeconds / 60)) });
  }
  return t(`signIn.problem.${problem.kind}`);
}
