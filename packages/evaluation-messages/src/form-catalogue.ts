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
import { evidenceTexts } from './evidence.ts';
import { explanationTexts } from './explanations.ts';
import { indicatorTexts } from './indicators.ts';
import { itemTexts } from './items/all-items.ts';
import { lackTexts } from './lacks.ts';
import { problemTexts } from './problems.ts';
import { dataProblemTexts, outOfScopeTexts, undeterminedTexts } from './reasons.ts';
import { requirementPartTexts } from './requirement-parts.ts';
import { relationTexts } from './relations.ts';
import { requirementTexts } from './requirements.ts';
import { standardTexts } from './standards.ts';
import type { Texts } from './language.ts';

/**
 * What the form of a round on 教督〔2017〕6号 says, and what is said of every edition. It comes with the form of the school portal, so that
 * the words of other editions, of imports and of authoring stay out of it.
 */
export const formAreas: readonly Texts[] = [
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
  indicatorTexts,
  relationTexts,
  requirementTexts,
  requirementPartTexts,
  evidenceTexts,
  standardTexts,
  lackTexts,
  explanationTexts,
  outOfScopeTexts,
  undeterminedTexts,
  dataProblemTexts,
  problemTexts,
];

export const formCatalogue: Texts = Object.fromEntries(formAreas.flatMap((area) => Object.entries(area)));
