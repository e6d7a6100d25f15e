import { problemOf } from '@junheng/api-client';
import { ErrorState, useTexts } from '@junheng/ui/plain';
import { useCallback, useEffect, useState, type ComponentType } from 'react';
import { signOut } from '../api/session.ts';
import type { Session } from '../api/types.ts';
import { ForcedPasswordChange } from '../features/enter/forced-password-change.tsx';
import { NotASchool } from '../features/enter/not-a-school.tsx';
import { OneTimeLink } from '../features/enter/one-time-link.tsx';
import { SignIn } from '../features/enter/sign-in.tsx';
import { SetUpFactor } from './set-up-factor.tsx';
import { findPlace, placeFor, type Place } from './place.ts';

export interface PortalProps {
  readonly session: Session;
  readonly onSignedOut: () => void;
}

export interface RootProps {
  readonly initial: Place;
  /** Fetches the inside of the portal; asked for only when somebody is signed in. */
  readonly loadPortal: () => Promise<ComponentType<PortalProps>>;
  /** The inside, if it was fetched before the first render. */
  readonly Portal: ComponentType<PortalProps> | null;
}

/** Before the portal: who are you, and may you come in. */
export function Root({ initial, loadPortal, Portal: loaded }: RootProps) {
  const { t } = useTexts('entrance');
  const [place, setPlace] = useState<Place>(initial);
  const [Portal, setPortal] = useState<ComponentType<PortalProps> | null>(() => loaded);

  const find = useCallback(async (): Promise<void> => {
    try {
      setPlace(await findPlace());
    } catch (error) {
      setPlace({ kind: 'unreachable', error });
    }
  }, []);
  const enter = useCallback((session: Session) => setPlace(placeFor(session, location.pathname)), []);
  const leave = useCallback(async (): Promise<void> => {
    await signOut().catch(() => undefined);
    setPlace({ kind: 'sign-in', why: 'signed-out' });
  }, []);
  const goHome = useCallback(() => {
    history.replaceState(null, '', '/');
    void find();
  }, [find]);

  const inside = place.kind === 'portal';
  useEffect(() => {
    if (!inside || Portal !== null) return;
    loadPortal()
      .then((component) => setPortal(() => component))
      .catch((error: unknown) => setPlace({ kind: 'unreachable', error }));
  }, [inside, Portal, loadPortal]);

  switch (place.kind) {
    case 'sign-in':
      return <SignIn why={place.why} onSignedIn={enter} />;
    case 'one-time-link':
      return <OneTimeLink token={place.token} onDone={goHome} />;
    case 'change-password':
      return <ForcedPasswordChange onChanged={() => void find()} onLeave={() => void leave()} />;
    case 'set-up-factor':
      return <SetUpFactor session={place.session} onDone={() => void find()} onLeave={() => void leave()} />;
    case 'not-a-school':
      return <NotASchool name={place.session.displayName} onLeave={() => void leave()} />;
    case 'unreachable':
      return (
        <ErrorState
          title={t('cannotStart')}
          requestId={problemOf(place.error)?.requestId ?? null}
          onRetry={() => void find()}
        />
      );
    case 'portal':
      return Portal === null ? null : (
        <Portal session={place.session} onSignedOut={() => setPlace({ kind: 'sign-in', why: 'signed-out' })} />
      );
    default: {
      const exhaustive: never = place;
      return exhaustive;
    }
  }
}
