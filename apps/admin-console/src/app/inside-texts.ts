import { evaluationTexts } from '@junheng/evaluation-ui';
import type { Language, LanguageResources } from '@junheng/ui/plain';
import { displayTexts } from '../display/texts.ts';
import { countyReportTexts } from '../features/county-report/texts.ts';
import { evaluateTexts } from '../features/evaluate-county/texts.ts';
import { importTexts } from '../features/import-workbook/texts.ts';
import { importSchoolsTexts } from '../features/import-schools/texts.ts';
import { inspectTexts } from '../features/inspect-counties/texts.ts';
import { keepSchoolsTexts } from '../features/keep-schools/texts.ts';
import { groupingsTexts } from '../features/manage-groupings/texts.ts';
import { unitsTexts } from '../features/manage-units/texts.ts';
import { schoolsTexts } from '../features/look-up-schools/texts.ts';
import { standardsTexts } from '../features/publish-standards/texts.ts';
import { auditTexts } from '../features/look-through-audit/texts.ts';
import { peopleTexts } from '../features/manage-people/texts.ts';
import { openRoundTexts } from '../features/open-round/texts.ts';
import { reviewTexts } from '../features/review-report/texts.ts';
import { watchRoundTexts } from '../features/watch-round/texts.ts';
import { frameTexts } from './texts.ts';

const parts: readonly LanguageResources[] = [
  frameTexts,
  displayTexts,
  watchRoundTexts,
  openRoundTexts,
  reviewTexts,
  importTexts,
  countyReportTexts,
  evaluateTexts,
  inspectTexts,
  schoolsTexts,
  keepSchoolsTexts,
  importSchoolsTexts,
  groupingsTexts,
  unitsTexts,
  peopleTexts,
  auditTexts,
  standardsTexts,
  evaluationTexts,
];

function inLanguage(language: Language): LanguageResources[Language] {
  return Object.fromEntries(parts.flatMap((part) => Object.entries(part[language])));
}

/** Every text behind the entrance. */
export const insideTexts: LanguageResources = { 'zh-CN': inLanguage('zh-CN'), en: inLanguage('en') };
