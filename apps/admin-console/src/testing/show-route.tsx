import { createI18n } from '@junheng/ui/plain';
import { QueryClientProvider } from '@tanstack/react-query';
import { render } from '@testing-library/react';
import { I18nextProvider } from 'react-i18next';
import { createMemoryRouter, RouterProvider } from 'react-router';
import { insideTexts } from '../app/inside-texts.ts';
import { makeQueryClient } from '../app/query-client.ts';
import { routes } from '../app/routes.tsx';
import { signInTexts } from '../features/sign-in/texts.ts';
import { sessionQuery, type KnownSession } from '../server/session.ts';
import { knownSession } from '../server/session.factory.ts';

/** The console at an address, with its real routes, cache and texts; only the network is not there. */
export function showRoute(path: string, known: KnownSession = knownSession(), language: 'zh-CN' | 'en' = 'zh-CN') {
  const i18n = createI18n(
    { 'zh-CN': { ...signInTexts['zh-CN'], ...insideTexts['zh-CN'] }, en: { ...signInTexts.en, ...insideTexts.en } },
    language,
  );
  const client = makeQueryClient();
  client.setQueryData(sessionQuery.queryKey, known);
  const router = createMemoryRouter([...routes], { initialEntries: [path] });
  const { container } = render(
    <QueryClientProvider client={client}>
      <I18nextProvider i18n={i18n}>
        <RouterProvider router={router} useTransitions={false} />
      </I18nextProvider>
    </QueryClientProvider>,
  );
  return { router, client, container, i18n };
}
