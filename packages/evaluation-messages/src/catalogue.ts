import { cellProblemTexts } from './cell-problems.ts';
import { checkHintTexts } from './check-hints.ts';
import { checkTexts } from './checks.ts';
import {
  choiceTexts,
  countedTexts,
  outcomeTexts,
  sectionTexts,
  stagePartTexts,
  stageTexts,
  unitTexts,
  yearTexts,
} from './choices.ts';
import { consistencyTexts } from './consistency.ts';
import { basicBalanceCountyTexts } from './editions/basic-balance-county.ts';
import { basicBalanceSchoolTexts } from './editions/basic-balance-school.ts';
import { shandongBasicBalanceTexts } from './editions/shandong-basic-balance.ts';
import { editionAuthoringTexts } from './edition-authoring.ts';
import { evidenceTexts } from './evidence.ts';
import { liujiangSchoolSelfCheckTexts } from './editions/liujiang-school-self-check.ts';
import { targetResponsibility2023Texts } from './editions/target-responsibility-2023.ts';
import { explanationTexts } from './explanations.ts';
import { importProblemCatalogue } from './import-problems.ts';
import { indicatorTexts } from './indicators.ts';
import { itemTexts } from './items/all-items.ts';
import type { Texts } from './language.ts';
import { lackTexts } from './lacks.ts';
import { problemTexts } from './problems.ts';
import { dataProblemTexts, outOfScopeTexts, undeterminedTexts } from './reasons.ts';
import { requirementPartTexts } from './requirement-parts.ts';
import { requirementTexts } from './requirements.ts';
import { standardTexts } from './standards.ts';

const areas: readonly Texts[] = [
  stageTexts,
  yearTexts,
  stagePartTexts,
  outcomeTexts,
  unitTexts,
  countedTexts,
  choiceTexts,
  sectionTexts,
  itemTexts,
  cellProblemTexts,
  checkTexts,
  checkHintTexts,
  consistencyTexts,
  indicatorTexts,
  requirementTexts,
  requirementPartTexts,
  evidenceTexts,
  standardTexts,
  lackTexts,
  explanationTexts,
  outOfScopeTexts,
  undeterminedTexts,
  dataProblemTexts,
  liujiangSchoolSelfCheckTexts,
  targetResponsibility2023Texts,
  editionAuthoringTexts,
  basicBalanceSchoolTexts,
  basicBalanceCountyTexts,
  shandongBasicBalanceTexts,
  problemTexts,
  importProblemCatalogue,
];

/** Every text of this package by key. A key stands in one area only; a test counts them. */
export const catalogue: Texts = Object.fromEntries(areas.flatMap((area) => Object.entries(area)));
export const keysOfAreas: readonly string[] = areas.flatMap((area) => Object.keys(area));
