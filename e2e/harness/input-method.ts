import type { Locator, Page } from '@playwright/test';

const COMPOSED = ['z', 'zh', 'zhong'] as const;
const CHOSEN = '中文';

/** Types 中文 as a pinyin input method does: letters are composed in the field before the characters take their place. */
export async function composeChinese(page: Page, field: Locator): Promise<string> {
  const session = await page.context().newCDPSession(page);
  await field.fill('');
  await field.focus();
  for (const text of COMPOSED) {
    await session.send('Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length });
  }
  await session.send('Input.insertText', { text: CHOSEN });
  await session.detach();
  return CHOSEN;
}
