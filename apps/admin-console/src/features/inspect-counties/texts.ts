import { inspectTextsEn } from './texts-en.ts';
import { inspectTextsZh } from './texts-zh-cn.ts';

export const inspectTexts = { 'zh-CN': { inspect: inspectTextsZh }, en: { inspect: inspectTextsEn } } as const;
