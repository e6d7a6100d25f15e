import type { IndexedIndicator } from '../standards/indicator-index.ts';
import { measureAmount } from './amount.ts';
import { measureAnswer } from './answer.ts';
import type { IndicatorMeasurement } from './measurement.ts';
import { measurePerPupil } from './per-pupil.ts';
import { measureRatio } from './ratio.ts';
import type { SchoolInStage } from './school-in-stage.ts';

type Evaluators = {
  readonly [Kind in IndexedIndicator['kind']]: (
    indicator: Extract<IndexedIndicator, { readonly kind: Kind }>,
    school: SchoolInStage,
  ) => Extract<IndicatorMeasurement, { readonly kind: Kind }>;
};

/** One evaluator per indicator kind; a new kind without one does not compile. */
const evaluators: Evaluators = {
  'per-pupil': measurePerPupil,
  ratio: measureRatio,
  amount: measureAmount,
  answer: measureAnswer,
};

export function measureIndicator(indicator: IndexedIndicator, school: SchoolInStage): IndicatorMeasurement {
  return run(indicator, school);
}

function run<Kind extends IndexedIndicator['kind']>(
  indicator: Extract<IndexedIndicator, { readonly kind: Kind }>,
  school: SchoolInStage,
): IndicatorMeasurement {
  const evaluator: Evaluators[Kind] = evaluators[indicator.kind];
  return evaluator(indicator, school);
}
