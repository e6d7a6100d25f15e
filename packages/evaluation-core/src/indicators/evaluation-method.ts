import type { EvaluationOptions } from '../evaluation.ts';
import type { Edition, SplitMethod } from '../standards/edition.ts';

/** How an evaluation is done. */
export interface EvaluationMethod {
  readonly split: SplitMethod;
  readonly evaluationDate: string | null;
}

/** The caller's options over the edition's rules. */
export function methodOf(edition: Edition, options: EvaluationOptions): EvaluationMethod {
  return { split: options.split ?? edition.splitting.method, evaluationDate: options.evaluationDate ?? null };
}
