import { signInProblemOf } from '@junheng/account-ui/entrance';
import { Dialog, SignInForm, useTexts } from '@junheng/ui/plain';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { onSessionEnd } from '../api/client.ts';
import { loadSession, signIn } from '../api/session.ts';
import type { Session } from '../api/types.ts';
import { reloadToNewest } from '../device/installed-page.ts';

export interface SessionGuardProps {
  readonly session: Session;
  readonly reachable: boolean;
  /** The same person is signed in again: what waited may go on. */
  readonly onRenewed: () => void;
}

const RENEWAL_PAUSE_MS = 1_000;

/**
 * When a session ends in the middle of the work, signing in happens in a dialog over the page, so that nothing on it is
 * lost. Another tab may have signed in already; then the page goes on by itself. What this person typed is never sent in the
 * name of somebody else: where another is signed in, the page leaves for theirs, and the journal waits for its own.
 */
export function SessionGuard({ session, reachable, onRenewed }: SessionGuardProps) {
  const { t } = useTexts('portal');
  const queryClient = useQueryClient();
  const [ended, setEnded] = useState(false);
  const wasReachable = useRef(true);
  const { personId } = session;

  useEffect(() => {
    let asking = false;
    const ask = async (pause: number): Promise<void> => {
      if (asking) return;
      asking = true;
      try {
        const again = await loadSession();
        if (again === null) setEnded(true);
        else if (again.personId !== personId) await reloadToNewest();
        else setTimeout(onRenewed, pause);
      } catch {
        // Not reached: whoever needs the server asks again.
      } finally {
        asking = false;
      }
    };
    if (reachable && !wasReachable.current) {
      void ask(0);
      // What is shown may be of an earlier visit.
      void queryClient.invalidateQueries();
    }
    wasReachable.current = reachable;
    // Not at once: should the server refuse the new session too, this must not spin.
    return onSessionEnd(() => void ask(RENEWAL_PAUSE_MS));
  }, [personId, reachable, onRenewed, queryClient]);

  return (
    <Dialog open={ended} dismissible={false} title={t('frame.sessionEndedTitle')} onClose={() => undefined}>
      <p className="frame__dialog-text">{t('frame.sessionEndedText')}</p>
      <SignInForm
        account={session.login}
        onSignIn={async ({ account, ...proof }) => {
          try {
            const renewed = await signIn({ login: account, ...proof });
            // Nothing else is open before it is set up; what waits stays on this device until then.
            if (renewed.mustSetUpSecondFactor) await reloadToNewest();
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
