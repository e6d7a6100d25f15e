import { afterEach, beforeEach, expect, jest, test } from '@jest/globals';
import { addTexts, createI18n } from '@junheng/ui/plain';
import { act, cleanup, render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { I18nextProvider } from 'react-i18next';
import { aSession, FakeServer } from '../../../test/fake-server.ts';
import { giveCheckReason } from '../../api/self-reports.ts';
import { loadSession } from '../../api/session.ts';
import type { Session } from '../../api/types.ts';
import { entranceTexts } from '../../texts/entrance.ts';
import { portalTexts } from '../../texts/portal.ts';
import { keepDraftsFor, readDraft } from './model/drafts.ts';
import { WrittenAnswer, type WrittenAnswerProps } from './written-answer.tsx';

let server: FakeServer;
const realFetch = globalThis.fetch;

beforeEach(() => {
  server = new FakeServer();
  globalThis.fetch = server.fetch;
});
afterEach(() => {
  cleanup();
  globalThis.fetch = realFetch;
});

function shown(rest: Pick<WrittenAnswerProps, 'onSave' | 'onSaved' | 'byHand'>): ReturnType<typeof userEvent.setup> {
  const i18n = createI18n(entranceTexts, 'zh-CN');
  addTexts(i18n, portalTexts);
  render(
    <I18nextProvider i18n={i18n}>
      <WrittenAnswer label="原因" submitText="保存" tooShort="请写明" initial="" draftKey="rule" {...rest} />
    </I18nextProvider>,
  );
  return userEvent.setup();
}

test('a sentence that waits for the network is not saved in the name of whoever signed in meanwhile', async () => {
  await loadSession();
  keepDraftsFor(aSession().personId);
  const user = shown({ onSave: async (text) => void (await giveCheckReason(server.report.id, 'rule', text)) });
  await user.type(screen.getByLabelText('原因'), '新建小区');
  server.reasonFaults.push('network-down');
  await user.click(screen.getByRole('button', { name: '保存' }));
  await screen.findByText(/连上后自动保存/);

  const signedIn = (session: Partial<Session>): Promise<void> => {
    server.session = aSession(session);
    return act(async () => void (await loadSession()));
  };
  await signedIn({ personId: '00000000-0000-4000-8000-0000000000b0', csrfToken: 'token-2' });
  expect(await screen.findByText(/没有存上，请再试一次/)).toBeVisible();
  expect(server.report.checkReasons).toEqual({});
  expect(screen.getByLabelText('原因')).toHaveValue('新建小区');

  // Signed in again themselves, it goes.
  await signedIn({ csrfToken: 'token-3' });
  await user.click(screen.getByRole('button', { name: '保存' }));
  await waitFor(() => expect(readDraft('rule')).toBeNull());
  expect(server.report.checkReasons).toEqual({ rule: '新建小区' });
});

test('what is typed on while a sentence is being saved is kept', async () => {
  await loadSession();
  keepDraftsFor(aSession().personId);
  const onSaved = jest.fn();
  let stored: () => void = () => undefined;
  const onSave = () =>
    new Promise<void>((resolve) => {
      stored = resolve;
    });
  const user = shown({ onSave, onSaved });
  await user.type(screen.getByLabelText('原因'), '新建小区');
  await user.click(screen.getByRole('button', { name: '保存' }));
  await user.type(screen.getByLabelText('原因'), '，九月入住');
  await act(async () => {
    stored();
    await Promise.resolve();
  });
  expect([readDraft('rule'), onSaved.mock.calls.length]).toEqual(['新建小区，九月入住', 0]);
});

test('what would be said twice is not sent again by itself', async () => {
  await loadSession();
  keepDraftsFor(aSession().personId);
  const onSave = jest.fn(async (text: string) => void (await giveCheckReason(server.report.id, 'rule', text)));
  const user = shown({ onSave, byHand: true });
  await user.clear(screen.getByLabelText('原因'));
  await user.type(screen.getByLabelText('原因'), '已核对');
  server.reasonFaults.push('network-down');
  await user.click(screen.getByRole('button', { name: '保存' }));
  expect(await screen.findByText(/没有存上，请再试一次/)).toBeVisible();
  await act(async () => {
    await loadSession();
    await loadSession();
  });
  expect([onSave.mock.calls.length, readDraft('rule')]).toEqual([1, '已核对']);
});
