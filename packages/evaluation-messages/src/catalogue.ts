import type { Texts } from './language.ts';
import {
  cellProblemTexts,
  choiceTexts,
  outcomeTexts,
  sectionTexts,
  stagePartTexts,
  stageTexts,
  unitTexts,
} from './choices.ts';
import { indicatorTexts } from './indicators.ts';
import { itemTexts } from './items/all-items.ts';
import { problemTexts } from './problems.ts';
import { dataProblemTexts, outOfScopeTexts, undeterminedTexts } from './reasons.ts';
import { requirementTexts } from './requirements.ts';

const areas: readonly Texts[] = [
  stageTexts,
  stagePartTexts,
  outcomeTexts,
  unitTexts,
  choiceTexts,
  sectionTexts,
  cellProblemTexts,
  itemTexts,
  indicatorTexts,
  requirementTexts,
  outOfScopeTexts,
  undeterminedTexts,
  dataProblemTexts,
  problemTexts,
];

/** Every text of this package by key. A key stands in one area only; a test counts them. */
export const catalogue: Texts = Object.assign({}, ...areas);
export const keysOfAreas: readonly string[] = areas.flatMap((area) => Object.keys(area));
