import { consolidateEn } from './texts-en.ts';
import { consolidateZhCn } from './texts-zh-cn.ts';

/** Words of the consolidation (汇总核定). */
export const consolidateTexts = {
  'zh-CN': { consolidate: consolidateZhCn },
  en: { consolidate: consolidateEn },
} as const;
