import type { IndicatorDefinition } from '../standards/edition.ts';
import { assessPerPupil } from './per-pupil.ts';

/** One evaluator per indicator kind; a new kind without one does not compile. */
export const assessIndicator: Readonly<Record<IndicatorDefinition['kind'], typeof assessPerPupil>> = {
  'per-pupil': assessPerPupil,
};
