import { Notice, SignInPage } from '@junheng/ui/plain';
import { useTranslation } from 'react-i18next';
import { signIn } from '../../api/session.ts';
import type { Session } from '../../api/types.ts';
import { useBrand } from './brand.tsx';
import { signInProblemOf } from './model/sign-in-problem.ts';

export interface SignInProps {
  readonly signedOut: boolean;
  readonly onSignedIn: (session: Session) => void;
}

export function SignIn({ signedOut, onSignedIn }: SignInProps) {
  const { t } = useTranslation('entrance');
  return (
    <SignInPage
      brand={useBrand()}
      notice={
        signedOut ? (
          <Notice tone="neutral" role="status">
            {t('signedOut')}
          </Notice>
        ) : undefined
      }
      onSignIn={async ({ account, password }) => {
        try {
          onSignedIn(await signIn(account, password));
          return null;
        } catch (error) {
          return signInProblemOf(error);
        }
      }}
    />
  );
}
