import { visitEn } from './texts-en.ts';
import { visitZhCn } from './texts-zh-cn.ts';

export const visitTexts = { 'zh-CN': visitZhCn, en: visitEn } as const;
