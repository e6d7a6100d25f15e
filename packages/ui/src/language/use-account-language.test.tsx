import { describe, expect, it } from '@jest/globals';
import { act, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { I18nextProvider } from 'react-i18next';
import { LanguageSwitch } from '../plain/language-switch.tsx';
import { createI18n, type Language } from './create-i18n.ts';
import { useAccountLanguage } from './use-account-language.ts';

function Page(props: { readonly chosen: Language | null; readonly onChosen: (language: Language) => void }) {
  useAccountLanguage(props.chosen, props.onChosen);
  return <LanguageSwitch />;
}

describe('the language of the account', () => {
  it('is taken over once, can be changed here, and the account is told', async () => {
    const told: Language[] = [];
    const i18n = createI18n({ 'zh-CN': {}, en: {} }, 'en');
    const page = (chosen: Language | null) => (
      <I18nextProvider i18n={i18n}>
        <Page chosen={chosen} onChosen={(language) => told.push(language)} />
      </I18nextProvider>
    );
    const { rerender } = render(page('zh-CN'));
    expect(i18n.language).toBe('zh-CN');
    await userEvent.click(screen.getByRole('button', { name: 'English' }));
    await act(async () => Promise.resolve());
    expect([i18n.language, told]).toEqual(['en', ['en']]);
    // The session is read again and says the same, then what was chosen on another device.
    rerender(page('zh-CN'));
    expect(i18n.language).toBe('en');
    rerender(page('en'));
    rerender(page('zh-CN'));
    expect([i18n.language, told]).toEqual(['zh-CN', ['en']]);
  });
});
