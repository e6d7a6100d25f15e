import { rectifyTextsEn } from './texts-en.ts';
import { rectifyTextsZh } from './texts-zh-cn.ts';

export const rectifyTexts = { 'zh-CN': { rectify: rectifyTextsZh }, en: { rectify: rectifyTextsEn } } as const;
