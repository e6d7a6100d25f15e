import { opinionTextsEn } from './texts-en.ts';
import { opinionTextsZh } from './texts-zh-cn.ts';

export const opinionTexts = { 'zh-CN': { opinion: opinionTextsZh }, en: { opinion: opinionTextsEn } } as const;
