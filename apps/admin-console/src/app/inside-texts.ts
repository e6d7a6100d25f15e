import { evaluationTexts } from '@junheng/evaluation-ui';
import type { Language, LanguageResources } from '@junheng/ui/plain';
import { displayTexts } from '../display/texts.ts';
import { evaluateTexts } from '../features/evaluate-county/texts.ts';
import { groupingsTexts } from '../features/manage-groupings/texts.ts';
import { schoolsTexts } from '../features/look-up-schools/texts.ts';
import { watchRoundTexts } from '../features/watch-round/texts.ts';
import { frameTexts } from './texts.ts';

const parts: readonly LanguageResources[] = [
  frameTexts,
  displayTexts,
  watchRoundTexts,
  evaluateTexts,
  schoolsTexts,
  groupingsTexts,
  evaluationTexts,
];

function inLanguage(language: Language): LanguageResources[Language] {
  return Object.fromEntries(parts.flatMap((part) => Object.entries(part[language])));
}

/** Every text behind the entrance but those that come with their page (`page-texts.ts`). */
export const insideTexts: LanguageResources = { 'zh-CN': inLanguage('zh-CN'), en: inLanguage('en') };
