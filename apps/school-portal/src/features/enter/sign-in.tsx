import { signInProblemOf } from '@junheng/account-ui/entrance';
import { Notice, SignInPage, useTexts } from '@junheng/ui/plain';
import { signIn } from '../../api/session.ts';
import type { Session } from '../../api/types.ts';
import { useBrand } from './brand.tsx';

export interface SignInProps {
  /** Signed out a moment ago; or the session ended while there was no network. */
  readonly why: 'signed-out' | 'ended-offline' | null;
  readonly onSignedIn: (session: Session) => void;
}

export function SignIn({ why, onSignedIn }: SignInProps) {
  const { t } = useTexts('entrance');
  return (
    <SignInPage
      brand={useBrand()}
      notice={
        why === null ? undefined : (
          <Notice tone={why === 'signed-out' ? 'neutral' : 'warning'} role="status">
            {t(why === 'signed-out' ? 'signedOut' : 'endedOffline')}
          </Notice>
        )
      }
      onSignIn={async ({ account, ...proof }) => {
        try {
          onSignedIn(await signIn({ login: account, ...proof }));
          return null;
        } catch (error) {
          return signInProblemOf(error);
        }
      }}
    />
  );
}
