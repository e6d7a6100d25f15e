import { beforeAll, describe, expect, test } from '@jest/globals';
import { createI18n } from '@junheng/ui/plain';
import { QueryClientProvider } from '@tanstack/react-query';
import { act, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { I18nextProvider } from 'react-i18next';
import { signInTexts } from '../features/sign-in/texts.ts';
import { knownSession } from '../server/session.factory.ts';
import { Refusal } from '../server/refusal.ts';
import { fakeServerEachTest, refused } from '../testing/fake-server.ts';
import { fillJsdomGaps } from '../testing/jsdom-gaps.ts';
import { Entrance } from './entrance.tsx';
import { makeQueryClient } from './query-client.ts';

const server = fakeServerEachTest();
const Inside = () => <p>inside</p>;

beforeAll(fillJsdomGaps);

function showEntrance() {
  const client = makeQueryClient();
  render(
    <QueryClientProvider client={client}>
      <I18nextProvider i18n={createI18n(signInTexts, 'zh-CN')}>
        <Entrance console={null} loadConsole={() => Promise.resolve(Inside)} />
      </I18nextProvider>
    </QueryClientProvider>,
  );
  return client;
}

async function signIn(password = 'a long password') {
  await userEvent.type(await screen.findByLabelText('账号'), 'county');
  await userEvent.type(screen.getByLabelText('密码'), password);
  await userEvent.click(screen.getByRole('button', { name: '登录' }));
}

describe('the entrance', () => {
  test('a wrong password stays outside and says so; the right one goes in', async () => {
    server()
      .on('GET /session', () => refused(401, 'session.required'))
      .on('POST /session', ({ body }) =>
        (body as { password: string }).password === 'wrong'
          ? refused(401, 'session.wrong-credentials')
          : { body: knownSession().session },
      );
    showEntrance();
    await signIn('wrong');
    expect(await screen.findByRole('alert')).toHaveTextContent('账号或密码不对');
    await userEvent.clear(screen.getByLabelText('密码'));
    await userEvent.type(screen.getByLabelText('密码'), 'a long password');
    await userEvent.click(screen.getByRole('button', { name: '登录' }));
    expect(await screen.findByText('inside')).toBeVisible();
  });

  test('a printed password is changed before anything else', async () => {
    let changed = false;
    server()
      .on('GET /session', () => ({ body: knownSession({ mustChangePassword: !changed }).session }))
      .on('POST /session/password', () => {
        changed = true;
        return { status: 204 };
      });
    showEntrance();
    await userEvent.type(await screen.findByLabelText('现在的密码'), 'printed');
    await userEvent.type(screen.getByLabelText('新密码'), 'my own long one');
    await userEvent.type(screen.getByLabelText('再输一遍新密码'), 'my own long one');
    await userEvent.click(screen.getByRole('button', { name: '保存新密码' }));
    expect(await screen.findByText('inside')).toBeVisible();
    expect(server().sentTo('POST /session/password')).toEqual([
      { currentPassword: 'printed', newPassword: 'my own long one' },
    ]);
  });

  test('a school is led to the portal', async () => {
    server().on('GET /session', knownSession({ roles: ['school-reporter'] }).session);
    showEntrance();
    expect(await screen.findByRole('link', { name: '打开学校端' })).toHaveAttribute('href', '/');
    expect(screen.queryByText('inside')).toBeNull();
  });

  test('a session that ends anywhere brings back the sign-in page and says why', async () => {
    server().on('GET /session', knownSession().session);
    const client = showEntrance();
    await screen.findByText('inside');
    await act(async () => {
      await client
        .fetchQuery({ queryKey: ['anything'], queryFn: () => Promise.reject(new Refusal('session.expired')) })
        .catch(() => undefined);
    });
    expect(await screen.findByText(/登录已过期/)).toBeVisible();
  });
});
