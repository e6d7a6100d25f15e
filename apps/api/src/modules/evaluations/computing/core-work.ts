import {
  compareEvaluations,
  explain,
  measureCoverage,
  sensitivity,
  type CountyEvaluation,
  type DataSet,
  type Edition,
  type EvaluationComparison,
  type EvaluationOptions,
  type ExplanationNode,
  type Measure,
  type MeasureCoverage,
  type RunBasis,
  type Sensitivity,
} from '@junheng/evaluation-core';
import { InvariantError } from '../../../platform/errors/domain-error.ts';
import type { ComputedRun } from '../evaluations.types.ts';
import { computeRun } from './compute-run.ts';

/** What the core is asked for beside requests: whole counties, which may take seconds. */
export type CoreWork =
  | {
      readonly kind: 'evaluate';
      readonly editionHash: string;
      /** Null where this thread has been given it before: it is large, and what is derived from it is kept with the object. */
      readonly edition: Edition | null;
      /** The data set as JSON. */
      readonly contentText: string;
      readonly options: EvaluationOptions;
    }
  | {
      readonly kind: 'explain';
      readonly editionHash: string;
      /** As above. */
      readonly edition: Edition | null;
      readonly dataSet: DataSet;
      readonly options: EvaluationOptions;
      readonly path: string;
    }
  | {
      readonly kind: 'compare';
      readonly before: CountyEvaluation;
      readonly after: CountyEvaluation;
      readonly data: { readonly before: RunBasis; readonly after: RunBasis } | null;
    }
  | {
      readonly kind: 'nearness';
      readonly edition: Edition;
      readonly dataSet: DataSet;
      readonly options: EvaluationOptions;
    }
  | {
      readonly kind: 'coverage';
      readonly edition: Edition;
      readonly dataSet: DataSet;
      readonly measures: readonly Measure[];
      readonly options: EvaluationOptions;
    };

export interface CoreAnswers {
  readonly evaluate: ComputedRun;
  readonly explain: ExplanationNode;
  readonly compare: EvaluationComparison;
  readonly nearness: Sensitivity;
  readonly coverage: Pick<MeasureCoverage, 'problems' | 'arising' | 'refused'>;
}
export type CoreAnswer = CoreAnswers[keyof CoreAnswers];

const held = new Map<string, Edition>();

function heldEdition(hash: string, given: Edition | null): Edition {
  const edition = held.get(hash) ?? given;
  if (edition === null) throw new InvariantError(`edition ${hash} was not given to this thread`);
  held.set(hash, edition);
  return edition;
}

export function doCoreWork(work: CoreWork): CoreAnswer {
  switch (work.kind) {
    case 'evaluate':
      return computeRun(heldEdition(work.editionHash, work.edition), work.contentText, work.options);
    case 'explain':
      return explain(heldEdition(work.editionHash, work.edition), work.dataSet, work.options, work.path);
    case 'compare':
      return compareEvaluations(work.before, work.after, work.data === null ? {} : { data: work.data });
    case 'nearness':
      return sensitivity(work.edition, work.dataSet, { ...work.options, target: 'resource-allocation' });
    case 'coverage': {
      const { problems, arising, refused } = measureCoverage(work.edition, work.dataSet, work.measures, work.options);
      return { problems, arising, refused };
    }
    default: {
      const exhaustive: never = work;
      return exhaustive;
    }
  }
}
