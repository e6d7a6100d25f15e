import { createI18n } from '@junheng/ui/plain';
import '@junheng/ui/plain.css';
import { QueryClientProvider } from '@tanstack/react-query';
import { StrictMode, type ComponentType } from 'react';
import { createRoot } from 'react-dom/client';
import { I18nextProvider } from 'react-i18next';
import { Entrance } from './app/entrance.tsx';
import { oneTimeToken, placeOf } from './app/model/entrance-step.ts';
import { makeQueryClient } from './app/query-client.ts';
import { sessionOnSite, visitPlaceOf } from './app/visit-session.ts';
import { signInTexts } from './features/sign-in/texts.ts';
import { sessionQuery } from './server/session.ts';

const i18n = createI18n(signInTexts);
const client = makeQueryClient();
const visit = visitPlaceOf(globalThis.location.pathname);

async function loadConsole(): Promise<ComponentType> {
  if (visit !== null) {
    const { prepareVisit } = await import('./app/visit-start.tsx');
    return prepareVisit(i18n, visit);
  }
  const { prepareConsole } = await import('./app/console.tsx');
  return prepareConsole(client, i18n);
}

/** The first page is fetched before React paints: suspending on it would cost a third of a second more. */
async function start(): Promise<void> {
  const token = oneTimeToken(globalThis.location.pathname);
  let first: ComponentType | null = null;
  if (token === null) {
    if (visit === null) await client.fetchQuery(sessionQuery).catch(() => undefined);
    else await sessionOnSite(client);
    if (placeOf(client.getQueryData(sessionQuery.queryKey)) === 'inside') first = await loadConsole();
  }
  const root = document.getElementById('root');
  if (root === null) return;
  createRoot(root).render(
    <StrictMode>
      <QueryClientProvider client={client}>
        <I18nextProvider i18n={i18n}>
          <Entrance console={first} loadConsole={loadConsole} />
        </I18nextProvider>
      </QueryClientProvider>
    </StrictMode>,
  );
}

void start();
