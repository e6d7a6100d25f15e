import { Dialog, SignInForm } from '@junheng/ui/plain';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { onSessionEnd } from '../api/client.ts';
import { loadSession, signIn } from '../api/session.ts';
import type { Session } from '../api/types.ts';
import { signInProblemOf } from '../features/enter/model/sign-in-problem.ts';

export interface SessionGuardProps {
  readonly session: Session;
  /** The same person is signed in again: what waited may go on. */
  readonly onRenewed: () => void;
}

const RENEWAL_PAUSE_MS = 1_000;

/**
 * When a session ends in the middle of the work, signing in happens in a dialog over the page, so that nothing on it is
 * lost. Another tab may have signed in already; then the page goes on by itself.
 */
export function SessionGuard({ session, onRenewed }: SessionGuardProps) {
  const { t } = useTranslation('portal');
  const queryClient = useQueryClient();
  const [ended, setEnded] = useState(false);

  useEffect(() => {
    let asking = false;
    return onSessionEnd(() => {
      if (asking) return;
      asking = true;
      loadSession()
        .catch(() => null)
        .then((again) => {
          asking = false;
          // Not at once: should the server refuse the new session too, this must not spin.
          if (again?.personId === session.personId) setTimeout(onRenewed, RENEWAL_PAUSE_MS);
          else setEnded(true);
        })
        .catch(() => undefined);
    });
  }, [session.personId, onRenewed]);

  return (
    <Dialog open={ended} dismissible={false} title={t('frame.sessionEndedTitle')} onClose={() => undefined}>
      <p className="frame__dialog-text">{t('frame.sessionEndedText')}</p>
      <SignInForm
        account={session.login}
        onSignIn={async ({ account, password }) => {
          try {
            await signIn(account, password);
          } catch (error) {
            return signInProblemOf(error);
          }
          setEnded(false);
          onRenewed();
          void queryClient.invalidateQueries();
          return null;
        }}
      />
    </Dialog>
  );
}
