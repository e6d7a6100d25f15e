import { expect, test } from '@jest/globals';
import { act, render, screen } from '@testing-library/react';
import { I18nextProvider } from 'react-i18next';
import { addTexts, createI18n } from './create-i18n.ts';
import { useTexts } from './use-texts.ts';

const i18n = createI18n({
  'zh-CN': { test: { left: '还差 {{count}} 项', plain: '好', both: '$t(plain)！' } },
  en: {
    test: { left_one: '{{count}} item left', left_other: '{{count}} items left', plain: 'Good', both: '$t(plain)!' },
  },
});

function Shown({ of, count }: { readonly of: string; readonly count?: number }) {
  const { t } = useTexts('test');
  return <p>{count === undefined ? t(of) : t(of, { count })}</p>;
}

const shown = (): string[] => screen.getAllByRole('paragraph').map((each) => each.textContent ?? '');

test('a text that is kept is the one of its facts and its language', async () => {
  await i18n.changeLanguage('en');
  const page = (
    <I18nextProvider i18n={i18n}>
      <Shown of="left" count={1} />
      <Shown of="left" count={2} />
      <Shown of="left" count={1} />
      <Shown of="plain" />
      <Shown of="both" />
    </I18nextProvider>
  );
  const { rerender } = render(page);
  expect(shown()).toEqual(['1 item left', '2 items left', '1 item left', 'Good', 'Good!']);
  await act(() => i18n.changeLanguage('zh-CN'));
  rerender(page);
  expect(shown()).toEqual(['还差 1 项', '还差 2 项', '还差 1 项', '好', '好！']);
});

test('a text that comes with a later chunk takes the place of its key', () => {
  const page = (later: boolean) => (
    <I18nextProvider i18n={i18n} key={String(later)}>
      <Shown of="later" count={3} />
    </I18nextProvider>
  );
  const { rerender } = render(page(false));
  expect(shown()).toEqual(['later']);
  addTexts(i18n, { 'zh-CN': { test: { later: '后来的 {{count}}' } }, en: { test: { later: 'Later {{count}}' } } });
  rerender(page(true));
  expect(shown()).toEqual(['后来的 3']);
});
