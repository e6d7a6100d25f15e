import type { LanguageResources } from '@junheng/ui/plain';
import { workbookEn } from './workbook-en.ts';
import { workbookZhCn } from './workbook-zh-cn.ts';

export const workbookTexts: LanguageResources = { 'zh-CN': { portal: workbookZhCn }, en: { portal: workbookEn } };
