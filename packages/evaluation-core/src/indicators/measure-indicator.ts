import type { IndicatorDefinition } from '../standards/edition.ts';
import { measurePerPupil } from './per-pupil.ts';

/** One evaluator per indicator kind; a new kind without one does not compile. */
export const measureIndicator: Readonly<Record<IndicatorDefinition['kind'], typeof measurePerPupil>> = {
  'per-pupil': measurePerPupil,
};
