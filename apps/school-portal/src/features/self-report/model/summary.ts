import type { SchoolEvaluation } from '@junheng/evaluation-core';
import type { Progress, WeighedFinding, Weight } from './progress.ts';

/** What a report comes to, in numbers: what the person who hands it in puts their name to. */
export interface ReportSummary {
  readonly filled: number;
  readonly required: number;
  /** Findings of the checks, by what they take. */
  readonly findings: Readonly<Record<Weight, number>>;
  /** By stage, in the order of the evaluation; empty where the school is out of scope. */
  readonly stages: readonly { readonly stage: string; readonly met: number; readonly of: number }[];
}

export function summaryOf(facts: {
  readonly progress: Progress;
  readonly findings: readonly WeighedFinding[];
  readonly evaluation: SchoolEvaluation;
}): ReportSummary {
  const count = (weight: Weight): number => facts.findings.filter((each) => each.weight === weight).length;
  const { evaluation } = facts;
  return {
    filled: facts.progress.filled,
    required: facts.progress.required,
    findings: {
      blocks: count('blocks'),
      'needs-reason': count('needs-reason'),
      explained: count('explained'),
      information: count('information'),
    },
    stages:
      evaluation.scope.state === 'out'
        ? []
        : evaluation.stages.map(({ stage, metCount, unmetCount, undeterminedCount }) => ({
            stage,
            met: metCount,
            of: metCount + unmetCount + undeterminedCount,
          })),
  };
}
