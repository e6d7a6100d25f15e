import type { Language, LanguageResources } from '@junheng/ui/plain';
import { evidenceFileTexts } from '../display/evidence-file-texts.ts';
import { sheetTexts } from '../display/sheet-import/texts.ts';
import { groupingStandingsTexts } from '../features/evaluate-county/grouping-standings-texts.ts';
import { consolidateTexts } from '../features/consolidate-inspection/texts.ts';
import { compareTexts } from '../features/compare-runs/texts.ts';
import { countyReportTexts } from '../features/county-report/texts.ts';
import { partNoticeTexts } from '../features/watch-round/part-notice-texts.ts';
import { progressTexts } from '../features/watch-round/progress/texts.ts';
import { regionJobTexts } from '../features/evaluate-region/texts.ts';
import { unitsTexts } from '../features/manage-units/texts.ts';
import { peopleTexts } from '../features/manage-people/texts.ts';
import { openRoundTexts } from '../features/open-round/texts.ts';
import { opinionTexts } from '../features/give-opinion/texts.ts';
import { inspectTexts } from '../features/inspect-counties/texts.ts';
import { importSchoolsTexts } from '../features/import-schools/texts.ts';
import { importPeopleTexts } from '../features/import-people/texts.ts';
import { importTexts } from '../features/import-workbook/texts.ts';
import { keepSchoolsTexts } from '../features/keep-schools/texts.ts';
import { registersTexts } from '../features/keep-registers/texts.ts';
import { auditTexts } from '../features/look-through-audit/texts.ts';
import { standardsTexts } from '../features/publish-standards/texts.ts';
import { recognitionTexts } from '../features/recognise-counties/texts.ts';
import { standingsTexts } from '../features/rank-counties/texts.ts';
import { archiveTexts } from '../features/review-archive/texts.ts';
import { lettersTexts } from '../features/rectify/letters/texts.ts';
import { targetsTexts } from '../features/rectify/targets/texts.ts';
import { rectifyTexts } from '../features/rectify/texts.ts';
import { checklistsTexts } from '../features/write-checklists/texts.ts';
import { supervisionTexts } from '../features/visit-regularly/texts.ts';
import { reviewTexts } from '../features/review-report/texts.ts';
import { visitTexts } from '../features/visit-school/texts.ts';

const parts: readonly LanguageResources[] = [
  evidenceFileTexts,
  compareTexts,
  consolidateTexts,
  groupingStandingsTexts,
  importTexts,
  importSchoolsTexts,
  importPeopleTexts,
  sheetTexts,
  inspectTexts,
  registersTexts,
  opinionTexts,
  supervisionTexts,
  checklistsTexts,
  peopleTexts,
  unitsTexts,
  partNoticeTexts,
  progressTexts,
  openRoundTexts,
  countyReportTexts,
  recognitionTexts,
  standingsTexts,
  regionJobTexts,
  rectifyTexts,
  lettersTexts,
  targetsTexts,
  reviewTexts,
  keepSchoolsTexts,
  auditTexts,
  archiveTexts,
  visitTexts,
  standardsTexts,
];

function inLanguage(language: Language): LanguageResources[Language] {
  return Object.fromEntries(parts.flatMap((part) => Object.entries(part[language])));
}

/** Texts that come with their page (`usePageTexts`), so that no other page loads them; together only for the tests. */
export const pageTexts: LanguageResources = { 'zh-CN': inLanguage('zh-CN'), en: inLanguage('en') };
