import type { LanguageResources } from '@junheng/ui/plain';
import { portalEn } from './portal-en.ts';
import { portalZhCn } from './portal-zh-cn.ts';

export const portalTexts: LanguageResources = { 'zh-CN': { portal: portalZhCn }, en: { portal: portalEn } };
