import type { CountyEvaluation, EvaluationOptions, SchoolEvaluation } from './evaluation.ts';
import type { DataSet, SchoolRecord } from './items/cells.ts';
import type { Edition } from './standards/edition.ts';

export function evaluateSchool(
  _edition: Edition,
  _record: SchoolRecord,
  _options: EvaluationOptions = {},
): SchoolEvaluation {
  throw new Error('being built');
}

export function evaluateCounty(
  _edition: Edition,
  _dataSet: DataSet,
  _options: EvaluationOptions = {},
): CountyEvaluation {
  throw new Error('being built');
}
