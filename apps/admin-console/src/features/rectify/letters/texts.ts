import { lettersTextsEn } from './texts-en.ts';
import { lettersTextsZh } from './texts-zh-cn.ts';

export const lettersTexts = { 'zh-CN': { letters: lettersTextsZh }, en: { letters: lettersTextsEn } } as const;
