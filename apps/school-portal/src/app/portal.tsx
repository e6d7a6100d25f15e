import { problemOf } from '@junheng/api-client';
import { addTexts } from '@junheng/ui/plain';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import type { i18n as I18n } from 'i18next';
import { useEffect, useState, type ComponentType } from 'react';
import { BrowserRouter } from 'react-router';
import { keepLastSeen } from '../device/last-seen.ts';
import { followOtherWindows } from '../device/other-windows.ts';
import { portalTexts } from '../texts/portal.ts';
import { BrokenPage } from './broken-page.tsx';
import type { PortalProps } from './root.tsx';
import { PortalRoutes, preloadRoute } from './routes.tsx';
import './portal.css';

/** The inside of the portal with its texts, and with the chunk of the page that was asked for. */
export async function openPortal(i18n: I18n): Promise<ComponentType<PortalProps>> {
  addTexts(i18n, portalTexts);
  await preloadRoute(location.pathname);
  return Portal;
}

export function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: 15_000,
        // A call without a network fails at once, and the answer of the last visit takes its place (device/last-seen.ts).
        networkMode: 'always',
        refetchOnReconnect: true,
        // An answer of the server will not change by asking again; a lost connection may.
        retry: (failures, error) => failures < 2 && problemOf(error) === null,
      },
    },
  });
}

function Portal({ session, onSignedOut }: PortalProps) {
  const [queryClient] = useState(createQueryClient);
  // Before the pages ask for anything: effects of a child run first, so not in one.
  const [ends] = useState(() => [
    keepLastSeen(queryClient, session.personId),
    followOtherWindows(queryClient, session.personId),
  ]);
  useEffect(() => () => ends.forEach((end) => end()), [ends]);
  return (
    <QueryClientProvider client={queryClient}>
      <BrokenPage>
        {/* A page changes with the click: pages that are still to be loaded say so themselves (deferred.tsx). */}
        <BrowserRouter useTransitions={false}>
          <PortalRoutes session={session} onSignedOut={onSignedOut} />
        </BrowserRouter>
      </BrokenPage>
    </QueryClientProvider>
  );
}
