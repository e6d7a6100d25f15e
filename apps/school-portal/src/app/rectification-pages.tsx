import { addTexts } from '@junheng/ui/plain';
import { getI18n } from 'react-i18next';
import { rectifyEn } from '../texts/rectify-en.ts';
import { rectifyZhCn } from '../texts/rectify-zh-cn.ts';

export { RectificationsPage } from '../features/rectify/rectifications-page.tsx';

// The entry of the chunk: its texts are nobody else's.
addTexts(getI18n(), { 'zh-CN': { rectify: rectifyZhCn }, en: { rectify: rectifyEn } });
