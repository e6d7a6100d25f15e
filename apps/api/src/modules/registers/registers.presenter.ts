import type { RegisterRow, RegisterRowVersions } from '@junheng/api-contract';
import type { RegisterRowRecord, RegisterRowVersion } from './registers.types.ts';

export function presentRow(row: RegisterRowRecord): RegisterRow {
  const { kind: _kind, changedAt, changedByName, withdrawnAt, withdrawalReason, ...rest } = row;
  return {
    ...rest,
    changedAt: changedAt.toISOString(),
    changedBy: changedByName,
    withdrawn:
      withdrawnAt === null
        ? null
        : { at: withdrawnAt.toISOString(), by: changedByName, reason: withdrawalReason ?? '' },
  };
}

export function presentVersion({ at, byName, ...rest }: RegisterRowVersion): RegisterRowVersions['versions'][number] {
  return { ...rest, at: at.toISOString(), by: byName };
}
