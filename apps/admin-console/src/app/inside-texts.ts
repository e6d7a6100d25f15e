import { evaluationTexts } from '@junheng/evaluation-ui';
import type { LanguageResources } from '@junheng/ui/plain';
import { displayTexts } from '../display/texts.ts';
import { evaluateTexts } from '../features/evaluate-county/texts.ts';
import { importTexts } from '../features/import-workbook/texts.ts';
import { schoolsTexts } from '../features/look-up-schools/texts.ts';
import { peopleTexts } from '../features/manage-people/texts.ts';
import { openRoundTexts } from '../features/open-round/texts.ts';
import { reviewTexts } from '../features/review-report/texts.ts';
import { watchRoundTexts } from '../features/watch-round/texts.ts';
import { frameTexts } from './texts.ts';

const parts = [
  frameTexts,
  displayTexts,
  watchRoundTexts,
  openRoundTexts,
  reviewTexts,
  importTexts,
  evaluateTexts,
  schoolsTexts,
  peopleTexts,
  evaluationTexts,
] as const;

/** Every text behind the entrance. */
export const insideTexts: LanguageResources = {
  'zh-CN': Object.assign({}, ...parts.map((part) => part['zh-CN'])),
  en: Object.assign({}, ...parts.map((part) => part.en)),
};
