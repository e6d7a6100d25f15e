import { createI18n } from '@junheng/ui/plain';
import '@junheng/ui/plain.css';
import type { ComponentType } from 'react';
import { createRoot } from 'react-dom/client';
import { I18nextProvider } from 'react-i18next';
import { maybeSignedIn } from './api/kept-session.ts';
import { findPlace, type Place } from './app/place.ts';
import { Root, type PortalProps } from './app/root.tsx';
import { entranceTexts } from './texts/entrance.ts';

const i18n = createI18n(entranceTexts);
const loadPortal = (): Promise<ComponentType<PortalProps>> =>
  import('./app/portal.tsx').then((chunk) => chunk.openPortal(i18n));

async function start(): Promise<void> {
  let place: Place;
  // While the server says who is here, the inside is already on its way.
  if (maybeSignedIn()) void loadPortal().catch(() => undefined);
  try {
    place = await findPlace();
  } catch (error) {
    place = { kind: 'unreachable', error };
  }
  // The first page is complete before React starts: a lazy page behind a fallback is shown about 300 ms later.
  const Portal = place.kind === 'portal' ? await loadPortal().catch(() => null) : null;
  const container = document.getElementById('root');
  if (container === null) return;
  createRoot(container).render(
    <I18nextProvider i18n={i18n}>
      <Root initial={place} loadPortal={loadPortal} Portal={Portal} />
    </I18nextProvider>,
  );
}

void start();
