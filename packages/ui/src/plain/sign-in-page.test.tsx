import { describe, expect, it, jest } from '@jest/globals';
import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { I18nextProvider } from 'react-i18next';
import { createI18n, type Language } from '../language/create-i18n.ts';
import type { Credentials, SignInProblem } from './sign-in-form.tsx';
import { SignInPage } from './sign-in-page.tsx';

const NO_TEXTS = { 'zh-CN': {}, en: {} };

function show(answer: SignInProblem | null, language: Language = 'zh-CN') {
  const onSignIn = jest.fn(async (_: Credentials) => answer);
  render(
    <I18nextProvider i18n={createI18n(NO_TEXTS, language)}>
      <SignInPage brand={{ name: 'Demo', line: 'Line' }} onSignIn={onSignIn} />
    </I18nextProvider>,
  );
  return { onSignIn, user: userEvent.setup() };
}

async function signIn(user: ReturnType<typeof userEvent.setup>): Promise<void> {
  await user.type(screen.getByLabelText('账号'), ' demo ');
  await user.type(screen.getByLabelText('密码'), 'secret{Enter}');
}

describe('the sign-in page', () => {
  it('sends the account without the spaces around it, by Enter', async () => {
    const { onSignIn, user } = show(null);
    await signIn(user);
    expect(onSignIn).toHaveBeenCalledWith({ account: 'demo', password: 'secret' });
  });

  it('asks for what is missing before it sends anything', async () => {
    const { onSignIn, user } = show(null);
    await user.click(screen.getByRole('button', { name: '登录' }));
    expect(onSignIn).not.toHaveBeenCalled();
    expect(screen.getByLabelText('账号')).toHaveAccessibleDescription('请填写账号');
    expect(screen.getByLabelText('账号')).toHaveFocus();
  });

  it('asks for the code once the password was right, and sends all three', async () => {
    const { onSignIn, user } = show({ kind: 'code-required' });
    await signIn(user);
    const code = await screen.findByLabelText('动态验证码');
    expect(code).toHaveFocus();
    expect(screen.queryByLabelText('密码')).toBeNull();
    await user.click(screen.getByRole('button', { name: '登录' }));
    expect(onSignIn).toHaveBeenCalledTimes(1);
    expect(code).toHaveAccessibleDescription(/请填写验证码/);
    await user.type(code, ' 123 456{Enter}');
    expect(onSignIn).toHaveBeenLastCalledWith({ account: 'demo', password: 'secret', code: '123 456' });
    await user.click(screen.getByRole('button', { name: '返回' }));
    expect(screen.getByLabelText('密码')).toHaveValue('');
  });

  it('says in words that the password is wrong', async () => {
    const { user } = show({ kind: 'wrong-credentials' });
    await signIn(user);
    expect(await screen.findByRole('alert')).toHaveTextContent('账号或密码不对');
  });

  it('counts down when it must wait and does not send meanwhile', async () => {
    const { onSignIn, user } = show({ kind: 'slow-down', retryAfterSeconds: 30 });
    await signIn(user);
    expect(await screen.findByRole('alert')).toHaveTextContent(/请 (30|29) 秒后再试/);
    expect(screen.getByRole('button', { name: '登录' })).toBeDisabled();
    expect(onSignIn).toHaveBeenCalledTimes(1);
  });

  it.each<[SignInProblem, RegExp]>([
    [{ kind: 'locked', retryAfterSeconds: 600 }, /10 分钟/],
    [{ kind: 'locked', retryAfterSeconds: null }, /联系上一级管理员/],
    [{ kind: 'network' }, /连不上服务器/],
    [{ kind: 'server', requestId: 'r-1' }, /r-1/],
  ])('explains %j', async (problem, words) => {
    const { user } = show(problem);
    await signIn(user);
    expect(await screen.findByRole('alert')).toHaveTextContent(words);
  });

  it('shows and hides the password, and hints at Caps Lock', async () => {
    const { user } = show(null);
    const password = screen.getByLabelText('密码');
    expect(password).toHaveAttribute('type', 'password');
    await user.click(screen.getByRole('button', { name: '显示密码' }));
    expect(password).toHaveAttribute('type', 'text');
    await user.click(password);
    await user.keyboard('{CapsLock}a');
    expect(screen.getByText('大写锁定已打开')).toBeVisible();
  });

  it('changes its language at once and remembers it', async () => {
    const { user } = show(null);
    await user.click(screen.getByRole('button', { name: 'English' }));
    expect(screen.getByRole('heading', { name: 'Sign in' })).toBeVisible();
    expect(document.documentElement.lang).toBe('en');
    expect(localStorage.getItem('junheng.language')).toBe('en');
  });
});
