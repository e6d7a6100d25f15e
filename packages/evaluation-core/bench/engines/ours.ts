import { met } from '../../src/kernel/outcome-codes.ts';
import { newOutcomes } from '../../src/kernel/row-outcomes.ts';
import { evaluateRows } from '../../src/kernel/evaluate-rows.ts';
import type { Precision } from '../../src/kernel/evaluate-fused.ts';
import type { Engine } from '../engine.ts';
import { timed } from '../engine.ts';
import type { WorkloadSize } from '../workload.ts';
import { stageRules, workloadRows } from '../workload.ts';

export function ours(precision: Precision, wide: boolean): (size: WorkloadSize) => Promise<Engine> {
  return (size) => {
    const rows = workloadRows(size, wide);
    const outcomes = newOutcomes(rows);
    return Promise.resolve({
      version: process.version,
      run: () => timed(() => evaluateRows(rows, stageRules, outcomes, precision)),
      results: () =>
        Promise.resolve({
          means: outcomes.means,
          cvs: outcomes.cvs,
          reached: outcomes.reached,
          aboveFloor: outcomes.aboveFloor,
          passCounts: outcomes.metCounts,
          verdicts: outcomes.verdicts.map((code) => Number(code === met)),
        }),
      close: () => Promise.resolve(),
    });
  };
}
