import { text as words, type Language } from '@junheng/evaluation-messages';
import type { Recognition } from '@junheng/api-contract';

/** Of a bureau's standard by the name it was published under, of a shipped one by the program's. */
export function editionNameOf({ editionId, editionName }: Recognition, language: Language): string {
  if (editionName === null) return words(language, `edition.${editionId}`);
  return language === 'zh-CN' ? editionName.zhCN : editionName.en;
}
