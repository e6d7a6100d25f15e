import { expect, test } from '@jest/globals';
import { createI18n } from '@junheng/ui/plain';
import { fireEvent, render, screen } from '@testing-library/react';
import { I18nextProvider } from 'react-i18next';
import { SheetChooser } from './sheet-chooser.tsx';
import { sheetTexts } from './texts.ts';

test('that a sheet is being read is announced, and of several dropped at once which one it is', () => {
  const sheets: File[] = [];
  const i18n = createI18n(sheetTexts, 'zh-CN');
  const shown = (reading: boolean) => (
    <I18nextProvider i18n={i18n}>
      <SheetChooser template="/x" help="" reading={reading} onSheet={(sheet) => sheets.push(sheet)} />
    </I18nextProvider>
  );
  const { container, rerender } = render(shown(false));
  const status = screen.getByRole('status');
  expect(status).toBeEmptyDOMElement();
  const place = container.querySelector('.jh-drop');
  if (place === null) throw new Error('no place to drop');
  const files = ['a.csv', 'b.csv', 'c.csv'].map((name) => new File(['x'], name));
  fireEvent.drop(place, { dataTransfer: { files } });
  rerender(shown(true));
  expect(sheets.map(({ name }) => name)).toEqual(['a.csv']);
  expect(screen.getByRole('status')).toBe(status);
  expect(status).toHaveTextContent('正在读取');
  expect(status).toHaveTextContent('这次是“a.csv”，另外 2 个没有读');
});
