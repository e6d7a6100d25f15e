import '@junheng/evaluation-ui/evaluation-ui.css';
import '@junheng/ui/table.css';
import { addTexts } from '@junheng/ui/plain';
import type { QueryClient } from '@tanstack/react-query';
import type { i18n as I18n } from 'i18next';
import type { ComponentType } from 'react';
import { createBrowserRouter, RouterProvider } from 'react-router';
import '../display/console.css';
import { editionsQuery } from '../server/editions.ts';
import { roundsQuery } from '../server/rounds.ts';
import { insideTexts } from './inside-texts.ts';
import { routes } from './routes.tsx';

/** The console with its first page loaded, ready to be painted in one go. */
export async function prepareConsole(client: QueryClient, i18n: I18n): Promise<ComponentType> {
  addTexts(i18n, insideTexts);
  const router = createBrowserRouter([...routes], { basename: '/admin' });
  await Promise.all([
    client.prefetchQuery(roundsQuery),
    // The names of bureaus' own standards stand on nearly every page.
    client.prefetchQuery(editionsQuery),
    new Promise<void>((resolve) => {
      if (router.state.initialized) resolve();
      const stop = router.subscribe((state) => {
        if (!state.initialized) return;
        stop();
        resolve();
      });
    }),
  ]);
  return function Console() {
    // What stands in the address (filters, choices) changes with the click: a transition would show a box unchanged until later.
    return <RouterProvider router={router} useTransitions={false} />;
  };
}
