import type { LanguageResources } from '@junheng/ui/plain';
import { evidenceEn } from './evidence-en.ts';
import { evidenceZhCn } from './evidence-zh-cn.ts';
import { portalEn } from './portal-en.ts';
import { portalZhCn } from './portal-zh-cn.ts';
import { proofEn } from './proof-en.ts';
import { proofZhCn } from './proof-zh-cn.ts';
import { reportEn } from './report-en.ts';
import { reportZhCn } from './report-zh-cn.ts';
import { resultEn } from './result-en.ts';
import { resultZhCn } from './result-zh-cn.ts';
import { sectionWorkEn } from './section-work-en.ts';
import { sectionWorkZhCn } from './section-work-zh-cn.ts';
import { standingEn } from './standing-en.ts';
import { standingZhCn } from './standing-zh-cn.ts';

export const portalTexts: LanguageResources = {
  'zh-CN': {
    portal: {
      ...portalZhCn,
      ...reportZhCn,
      ...standingZhCn,
      ...evidenceZhCn,
      ...resultZhCn,
      ...proofZhCn,
      ...sectionWorkZhCn,
    },
  },
  en: { portal: { ...portalEn, ...reportEn, ...standingEn, ...evidenceEn, ...resultEn, ...proofEn, ...sectionWorkEn } },
};
