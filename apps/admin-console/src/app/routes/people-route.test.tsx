import { beforeAll, beforeEach, expect, test } from '@jest/globals';
import type { Person } from '@junheng/api-contract';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { knownSession } from '../../server/session.factory.ts';
import { fakeServerEachTest } from '../../testing/fake-server.ts';
import { fillJsdomGaps } from '../../testing/jsdom-gaps.ts';
import { showRoute } from '../../testing/show-route.tsx';

const server = fakeServerEachTest();
const own = knownSession();
const person = (id: string, displayName: string): Person => ({
  id,
  login: `login-${displayName}`,
  displayName,
  initials: 'slj',
  email: null,
  grants: [...own.session.grants],
  formerGrant: null,
  locked: false,
  secondFactor: false,
  lastSignInAt: null,
});
const other = person('20000000-0000-4000-8000-000000000002', '示例乙');

beforeAll(fillJsdomGaps);
beforeEach(() => {
  server()
    .on('GET /rounds', { rounds: [] })
    .on('GET /regions', { regions: [] })
    .on('GET /people', { byMail: false, people: [person(own.session.personId, '示例甲'), other] });
});

test('a one-time link is shown once and is gone with the dialog', async () => {
  server().on(`POST /people/${other.id}/password-reset-links`, {
    url: 'https://junheng.example/one-time-link/abc',
    expiresAt: '2026-11-22T02:00:00.000Z',
  });
  showRoute('/people');
  await userEvent.click(await screen.findByRole('button', { name: '为示例乙重设密码' }));
  await userEvent.click(screen.getByRole('button', { name: '生成链接' }));
  expect(await screen.findByText('https://junheng.example/one-time-link/abc')).toBeVisible();
  await userEvent.click(screen.getByRole('button', { name: '我已复制，关闭' }));
  await userEvent.click(screen.getByRole('button', { name: '为示例乙重设密码' }));
  expect(screen.queryByText('https://junheng.example/one-time-link/abc')).toBeNull();
});

test('locking asks for a reason; nobody is offered to lock themselves', async () => {
  server().on(`PUT /people/${other.id}/lock`, { ...other, locked: true });
  showRoute('/people');
  await userEvent.click(await screen.findByRole('button', { name: '锁定示例乙' }));
  expect(screen.queryByRole('button', { name: '锁定示例甲' })).toBeNull();
  const dialog = screen.getByRole('dialog');
  await userEvent.click(within(dialog).getByRole('button', { name: '锁定' }));
  expect(dialog).toHaveTextContent('请写明原因');
  await userEvent.type(within(dialog).getByLabelText('原因'), '已调离');
  await userEvent.click(within(dialog).getByRole('button', { name: '锁定' }));
  await waitFor(() =>
    expect(server().sentTo(`PUT /people/${other.id}/lock`)).toEqual([{ locked: true, reason: '已调离' }]),
  );
});

test('without the permission the page says so and asks for nothing', async () => {
  showRoute('/people', knownSession({ roles: ['inspector'] }));
  expect(await screen.findByText('您没有这个页面的权限')).toBeVisible();
  expect(server().asked.some(({ path }) => path === '/people')).toBe(false);
});
