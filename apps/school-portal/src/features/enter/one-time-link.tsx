import { newPasswordProblemOf } from '@junheng/account-ui/entrance';
import { problemOf } from '@junheng/api-client';
import { Button, EntrancePage, ErrorState, LoadingState, NewPasswordPage, Notice, useTexts } from '@junheng/ui/plain';
import { useEffect, useState } from 'react';
import { loadOneTimeLink, redeemOneTimeLink } from '../../api/session.ts';
import type { OneTimeLink as Link } from '../../api/types.ts';
import { useBrand } from './brand.tsx';
import { SHORTEST_PASSWORD } from './model/password-rules.ts';

type State =
  | { readonly kind: 'checking' }
  | { readonly kind: 'usable'; readonly link: Link }
  | { readonly kind: 'invalid' }
  | { readonly kind: 'failed'; readonly error: unknown };

export interface OneTimeLinkProps {
  readonly token: string;
  readonly onDone: () => void;
}

/** Sets a new password by a link that works once. What the link is for is asked first, without using it up. */
export function OneTimeLink({ token, onDone }: OneTimeLinkProps) {
  const { t } = useTexts('entrance');
  const brand = useBrand();
  const [state, setState] = useState<State>({ kind: 'checking' });
  const [attempt, setAttempt] = useState(0);

  useEffect(() => {
    let current = true;
    setState({ kind: 'checking' });
    loadOneTimeLink(token)
      .then((link): State => ({ kind: 'usable', link }))
      .catch((error: unknown): State => {
        return problemOf(error)?.code === 'one-time-link.invalid' ? { kind: 'invalid' } : { kind: 'failed', error };
      })
      .then((next) => {
        if (current) setState(next);
      })
      .catch(() => undefined);
    return () => {
      current = false;
    };
  }, [token, attempt]);

  switch (state.kind) {
    case 'checking':
      return (
        <EntrancePage brand={brand}>
          <LoadingState text={t('linkChecking')} />
        </EntrancePage>
      );
    case 'failed':
      return (
        <EntrancePage brand={brand}>
          <ErrorState requestId={problemOf(state.error)?.requestId ?? null} onRetry={() => setAttempt(attempt + 1)} />
        </EntrancePage>
      );
    case 'invalid':
      return (
        <EntrancePage brand={brand}>
          <h1 className="jh-entrance__title">{t('linkInvalidTitle')}</h1>
          <Notice tone="warning">{t('linkInvalid')}</Notice>
          <Button onClick={onDone}>{t('toSignIn')}</Button>
        </EntrancePage>
      );
    case 'usable':
      return state.link.purpose === 'first-administrator' ? (
        <EntrancePage brand={brand}>
          <Notice tone="info">{t('administratorLink')}</Notice>
          <a className="jh-button" href={`/admin/one-time-link/${token}`}>
            {t('toConsole')}
          </a>
        </EntrancePage>
      ) : (
        <NewPasswordPage
          brand={brand}
          reason="link"
          minimumLength={SHORTEST_PASSWORD}
          {...(state.link.login === null ? {} : { account: state.link.login })}
          onSave={async ({ next }) => {
            try {
              await redeemOneTimeLink(token, next);
              return null;
            } catch (error) {
              return newPasswordProblemOf(error);
            }
          }}
          onDone={onDone}
        />
      );
    default: {
      const exhaustive: never = state;
      return exhaustive;
    }
  }
}
