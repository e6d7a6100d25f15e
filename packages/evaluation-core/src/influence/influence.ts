import type { EvaluationOptions } from '../evaluation.ts';
import { methodOf } from '../indicators/evaluation-method.ts';
import type { DataSet } from '../items/cells.ts';
import type { Edition } from '../standards/edition.ts';
import { indexEdition } from '../standards/edition-index.ts';
import { assessCounty } from '../verdicts/county.ts';
import type { CvAddress, CvInfluence } from './cv-influence.ts';
import { influenceOf } from './influence-of.ts';

/** What each school does to one CV; null where the evaluation has no such CV. Costs one evaluation and then n steps. */
export function influence(
  edition: Edition,
  dataSet: DataSet,
  options: EvaluationOptions,
  { stage, indicatorId }: CvAddress,
): CvInfluence | null {
  const county = assessCounty(indexEdition(edition), dataSet, methodOf(edition, options));
  const own = county.stages.find((each) => each.stage === stage);
  const cv = own?.cvs.find((each) => each.indicator.definition.id === indicatorId);
  return own === undefined || cv === undefined ? null : influenceOf(county.indexed, own, cv);
}

/** The same for every CV of the county, by stage and indicator in the order of the edition. */
export function influences(
  edition: Edition,
  dataSet: DataSet,
  options: EvaluationOptions = {},
): readonly CvInfluence[] {
  const county = assessCounty(indexEdition(edition), dataSet, methodOf(edition, options));
  return county.stages.flatMap((stage) => stage.cvs.map((cv) => influenceOf(county.indexed, stage, cv)));
}
