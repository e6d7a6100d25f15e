import { afterEach, expect, test } from '@jest/globals';
import { createI18n } from '@junheng/ui/plain';
import { cleanup, render, screen } from '@testing-library/react';
import type { ComponentType } from 'react';
import { I18nextProvider } from 'react-i18next';
import { entranceTexts } from '../texts/entrance.ts';
import { Deferred, type DeferredPage } from './deferred.tsx';

const i18n = createI18n(entranceTexts, 'zh-CN');

function shown(page: DeferredPage<ComponentType>) {
  return (
    <I18nextProvider i18n={i18n}>
      <Deferred page={page}>{(Page) => <Page />}</Deferred>
    </I18nextProvider>
  );
}

const here = (Page: ComponentType): DeferredPage<ComponentType> => ({
  loaded: () => Page,
  load: async () => undefined,
});

afterEach(cleanup);

test('another page in its place is shown, not the one before: the router reuses the element', () => {
  const { rerender } = render(shown(here(() => <p>form</p>)));
  expect(screen.getByText('form')).toBeVisible();
  rerender(shown(here(() => <p>last check</p>)));
  expect(screen.getByText('last check')).toBeVisible();
  expect(screen.queryByText('form')).toBeNull();
});

test('a page whose chunk has to come is shown when it has', async () => {
  let chunk: ComponentType | null = null;
  render(
    shown({
      loaded: () => chunk,
      load: async () => {
        chunk = () => <p>arrived</p>;
      },
    }),
  );
  expect(await screen.findByText('arrived')).toBeVisible();
});

test('a chunk that does not come leaves a way to try again', async () => {
  render(shown({ loaded: () => null, load: () => Promise.reject(new Error('no network')) }));
  expect(await screen.findByRole('button')).toBeVisible();
});
