import { describe, expect, it, jest } from '@jest/globals';
import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { I18nextProvider } from 'react-i18next';
import { createI18n } from '../language/create-i18n.ts';
import { NewPasswordPage, type NewPasswordProblem } from './new-password-page.tsx';

function show(reason: 'forced' | 'link', answer: NewPasswordProblem | null = null) {
  const onSave = jest.fn(async (_: { current: string; next: string }) => answer);
  const onDone = jest.fn();
  render(
    <I18nextProvider i18n={createI18n({ 'zh-CN': {}, en: {} }, 'zh-CN')}>
      <NewPasswordPage
        brand={{ name: 'Demo', line: '' }}
        reason={reason}
        minimumLength={10}
        onSave={onSave}
        onDone={onDone}
      />
    </I18nextProvider>,
  );
  return { onSave, onDone, user: userEvent.setup() };
}

describe('the new-password page', () => {
  it('refuses a short and a differing password at their fields', async () => {
    const { onSave, user } = show('link');
    await user.type(screen.getByLabelText('新密码'), 'short');
    await user.type(screen.getByLabelText('再输一遍新密码'), 'shorter{Enter}');
    expect(screen.getByText('太短了，至少要 10 个字符')).toBeVisible();
    expect(screen.getByText('两次输入的不一样')).toBeVisible();
    expect(screen.getByLabelText('新密码')).toHaveFocus();
    expect(onSave).not.toHaveBeenCalled();
  });

  it('saves a forced change and moves on', async () => {
    const { onSave, onDone, user } = show('forced');
    await user.type(screen.getByLabelText('现在的密码'), 'given by others');
    await user.type(screen.getByLabelText('新密码'), 'a phrase of mine');
    await user.type(screen.getByLabelText('再输一遍新密码'), 'a phrase of mine{Enter}');
    expect(onSave).toHaveBeenCalledWith({ current: 'given by others', next: 'a phrase of mine' });
    expect(onDone).toHaveBeenCalledTimes(1);
  });

  it('says that a link was used and keeps what was typed', async () => {
    const { user } = show('link', { kind: 'link-invalid' });
    await user.type(screen.getByLabelText('新密码'), 'a phrase of mine');
    await user.type(screen.getByLabelText('再输一遍新密码'), 'a phrase of mine{Enter}');
    expect(await screen.findByRole('alert')).toHaveTextContent('链接');
    expect(screen.getByLabelText('新密码')).toHaveValue('a phrase of mine');
  });
});
