import type { EvaluationOptions } from '../evaluation.ts';
import type { DataSet } from '../items/cells.ts';
import type { Edition } from '../standards/edition.ts';
import type { ExplanationNode, NodePath } from './explanation-node.ts';

export function explain(
  _edition: Edition,
  _dataSet: DataSet,
  _options: EvaluationOptions,
  _path: NodePath,
): ExplanationNode {
  throw new Error('being built');
}
