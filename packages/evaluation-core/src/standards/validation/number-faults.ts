import { compare } from '../../quantities/rational.ts';
import { decimal, decimalOrUndefined } from '../../quantities/decimal.ts';
import type { EditionFault } from './edition-fault.ts';
import type { LookUp } from './look-up.ts';

export function decimalFaults(where: string, texts: readonly string[]): readonly EditionFault[] {
  return texts
    .filter((text) => decimalOrUndefined(text) === undefined)
    .map((what) => ({ where, fault: 'not-a-decimal', what }));
}

export function stageFaults(look: LookUp, where: string, stages: readonly string[]): readonly EditionFault[] {
  return stages.filter((stage) => !look.stages.has(stage)).map((what) => ({ where, fault: 'unknown-stage', what }));
}

/** Both are decimals and the first is greater. */
export function isAbove(a: string, b: string): boolean {
  if (decimalOrUndefined(a) === undefined || decimalOrUndefined(b) === undefined) return false;
  return compare(decimal(a), decimal(b)) > 0;
}

/** Steps are read from the highest: each `from` below the one before, shares within 0 and 1 and falling. */
export function stepFaults(
  where: string,
  steps: readonly { readonly from: string; readonly share: string }[],
): readonly EditionFault[] {
  const numbers = decimalFaults(
    where,
    steps.flatMap((step) => [step.from, step.share]),
  );
  if (steps.length === 0) return [{ where, fault: 'unreachable', what: 'steps' }];
  const disordered = steps.filter((step, index) => {
    const before = steps[index - 1];
    return (
      isAbove(step.share, '1') ||
      isAbove('0', step.share) ||
      (before !== undefined && (!isAbove(before.from, step.from) || !isAbove(before.share, step.share)))
    );
  });
  return [
    ...numbers,
    ...disordered.map((step): EditionFault => ({ where, fault: 'steps-not-descending', what: step.from })),
  ];
}
