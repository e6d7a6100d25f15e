import { newPasswordProblemOf, signInProblemOf } from '@junheng/account-ui/entrance';
import { Button, ErrorState, EntrancePage, NewPasswordPage, Notice, SignInPage } from '@junheng/ui/plain';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState, type ComponentType } from 'react';
import { useTranslation } from 'react-i18next';
import { OneTimeLinkPage } from '../features/sign-in/one-time-link-page.tsx';
import { SchoolAccountPage } from '../features/sign-in/school-account-page.tsx';
import { MINIMUM_PASSWORD, useBrand } from '../features/sign-in/use-brand.ts';
import { changePassword, sessionQuery, signIn } from '../server/session.ts';
import { leaveConsole } from './leave-console.ts';
import { oneTimeToken, placeOf } from './model/entrance-step.ts';
import { SetUpFactor } from './set-up-factor.tsx';

export interface EntranceProps {
  /** The console itself, if it was loaded before the first paint. */
  readonly console: ComponentType | null;
  /** Loads it otherwise, once somebody is in. */
  readonly loadConsole: () => Promise<ComponentType>;
}

/** Decides between signing in, a forced new password or second factor, the portal's people, and the console. */
export function Entrance(props: EntranceProps) {
  const { t } = useTranslation('entry');
  const brand = useBrand();
  const client = useQueryClient();
  const { data: known, isError, refetch, isSuccess } = useQuery(sessionQuery);
  const [wasInside, setWasInside] = useState(false);
  const [token, setToken] = useState(() => oneTimeToken(globalThis.location.pathname));
  const place = placeOf(known);
  // Remembered, so that the sign-in page can say that the session ended and not just appear.
  if (place === 'inside' && !wasInside) setWasInside(true);

  const leave = (): Promise<void> => leaveConsole(client, known?.session.personId ?? null);
  if (token !== null) {
    return (
      <OneTimeLinkPage
        token={token}
        onDone={() => {
          globalThis.history.replaceState(null, '', '/admin/');
          setToken(null);
        }}
      />
    );
  }
  if (isError) {
    return (
      <EntrancePage brand={brand}>
        <ErrorState title={t('unreachable.title')} description={t('unreachable.text')} onRetry={() => void refetch()} />
      </EntrancePage>
    );
  }
  if (!isSuccess) return null;
  switch (place) {
    case 'outside':
      return (
        <SignInPage
          brand={brand}
          notice={wasInside ? <Notice tone="info">{t('expired')}</Notice> : undefined}
          onSignIn={async ({ account, ...proof }) => {
            try {
              const session = await signIn({ login: account, ...proof });
              if (placeOf(session) === 'inside') await props.loadConsole();
              client.setQueryData(sessionQuery.queryKey, session);
              return null;
            } catch (error) {
              return signInProblemOf(error);
            }
          }}
        />
      );
    case 'new-password':
      return (
        <NewPasswordPage
          brand={brand}
          reason="forced"
          minimumLength={MINIMUM_PASSWORD}
          onDone={() => void refetch()}
          footer={
            <Button variant="quiet" onClick={() => void leave()}>
              {t('signOutInstead')}
            </Button>
          }
          onSave={async ({ current, next }) => {
            try {
              await changePassword(current, next);
              await props.loadConsole();
              return null;
            } catch (error) {
              return newPasswordProblemOf(error);
            }
          }}
        />
      );
    case 'portal':
      return known === null || known === undefined ? null : (
        <SchoolAccountPage session={known.session} onSignOut={() => void leave()} />
      );
    case 'second-factor':
      return known === null || known === undefined ? null : (
        <SetUpFactor session={known.session} onDone={() => void refetch()} onLeave={() => void leave()} />
      );
    case 'inside':
      return <Inside {...props} />;
    default: {
      const exhaustive: never = place;
      return exhaustive;
    }
  }
}

function Inside({ console: ready, loadConsole }: EntranceProps) {
  const [Console, setConsole] = useState<ComponentType | null>(() => ready);
  useEffect(() => {
    if (Console === null) void loadConsole().then((loaded) => setConsole(() => loaded));
  }, [Console, loadConsole]);
  return Console === null ? null : <Console />;
}
