import { afterEach, expect, test } from '@jest/globals';
import { qualityBalance2017 } from '@junheng/evaluation-core';
import { createSaver, memoryJournal, type Saver } from '@junheng/offline-journal';
import { addTexts, createI18n } from '@junheng/ui/plain';
import { cleanup, render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useSyncExternalStore } from 'react';
import { I18nextProvider } from 'react-i18next';
import { aReport } from '../../../test/fake-server.ts';
import { entranceTexts } from '../../texts/entrance.ts';
import { portalTexts } from '../../texts/portal.ts';
import { OutdatedNote } from './outdated-note.tsx';

afterEach(cleanup);

function Opened({ saver }: { readonly saver: Saver }) {
  const queue = useSyncExternalStore(saver.subscribe, saver.state);
  const report = aReport({ editionHash: 'of another release' });
  return <OutdatedNote open={{ edition: qualityBalance2017, report, saver, queue }} />;
}

test('where the device keeps nothing, updating waits for the save and says so', async () => {
  let answer: (saved: { readonly revision: number }) => void = () => undefined;
  const saver = createSaver({
    send: () =>
      new Promise<{ readonly revision: number }>((resolve) => {
        answer = resolve;
      }),
    journal: { ...memoryJournal(), write: () => Promise.reject(new Error('no storage')) },
    classify: () => ({ kind: 'retry-later', retryAfterSeconds: null }),
    newKey: () => 'key',
    random: () => 0.5,
    now: () => 0,
    onStored: () => undefined,
    onTheirs: () => undefined,
    onLocked: () => undefined,
  });
  saver.type({ cell: 'a', text: '1', value: '1', problem: null, stored: { value: null, revision: 0 } });
  const i18n = createI18n(entranceTexts, 'zh-CN');
  addTexts(i18n, portalTexts);
  render(
    <I18nextProvider i18n={i18n}>
      <Opened saver={saver} />
    </I18nextProvider>,
  );
  const button = await screen.findByRole('button', { name: '现在更新' });
  await userEvent.setup().click(button);
  const said = '刚填的还没有保存到服务器，请等保存完再更新。';
  expect(await screen.findByText(said)).toBeVisible();
  answer({ revision: 1 });
  await waitFor(() => expect(screen.queryByText(said)).toBeNull());
  saver.dispose();
});
