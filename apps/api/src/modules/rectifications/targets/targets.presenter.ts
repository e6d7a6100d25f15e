import type { AnnualTarget } from '@junheng/api-contract';
import { targetStanding, targetState } from '@junheng/evaluation-core';
import type { TargetRecord, TrackedResult } from './targets.types.ts';

/** Whether what is newest is of a later year than the target's: that neither reaches nor misses it. */
export function isOvertaken({ editionId, year }: TargetRecord, newest: readonly TrackedResult[]): boolean {
  return newest.some(({ base }) => base.editionId === editionId && base.year > year);
}

/**
 * @param found the newest of the target's year or before, by its edition; null where there is none
 * @param unit id of the unit of the number
 * @param today `YYYY-MM-DD`: after its day a target that is not reached is missed
 */
export function presentTarget(
  target: TargetRecord,
  found: TrackedResult | null,
  unit: string | null,
  today: string,
): AnnualTarget {
  const standing = found === null ? null : targetStanding(found.result, target.place);
  const { withdrawnAt, withdrawnByName, withdrawalReason } = target;
  return {
    id: target.id,
    county: { id: target.countyId, name: target.countyName },
    year: target.year,
    editionId: target.editionId,
    place: target.place,
    school: target.school,
    unit,
    comparator: target.comparator,
    value: target.value,
    dueOn: target.dueOn,
    document: target.document,
    state: targetState(standing, target, target.dueOn < today),
    baseline: target.baseline,
    baselineYear: target.baselineYear,
    // What is computed of a part of the data looks like a number that counts.
    now: standing === null || standing.outcome === 'undetermined' ? null : standing.measured,
    evaluation:
      found === null ? null : { id: found.base.evaluationId, roundId: found.base.roundId, year: found.base.year },
    added: { at: target.addedAt.toISOString(), by: target.addedByName },
    withdrawn:
      withdrawnAt === null
        ? null
        : { at: withdrawnAt.toISOString(), by: withdrawnByName ?? '', reason: withdrawalReason ?? '' },
  };
}
