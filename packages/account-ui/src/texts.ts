import type { LanguageResources } from '@junheng/ui/plain';
import { accountEn } from './account-en.ts';
import { accountZhCn } from './account-zh-cn.ts';

/** Texts of these views, namespace `account`. Apps add them when the page is opened. */
export const accountTexts = {
  'zh-CN': { account: accountZhCn },
  en: { account: accountEn },
} as const satisfies LanguageResources;
