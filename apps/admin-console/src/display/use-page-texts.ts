import { addTexts, type LanguageResources } from '@junheng/ui/plain';
import { useTranslation } from 'react-i18next';

/** Brings the words of one page, which no other page loads. */
export function usePageTexts(texts: LanguageResources): void {
  const { i18n } = useTranslation();
  const [namespace] = Object.keys(texts['zh-CN']);
  if (namespace !== undefined && !i18n.hasResourceBundle('zh-CN', namespace)) addTexts(i18n, texts);
}
