import type { DataSetView } from '@junheng/api-contract';
import type { FrozenDataSet } from './data-sets.types.ts';

export function presentDataSet(dataSet: FrozenDataSet): DataSetView {
  return {
    id: dataSet.id,
    roundId: dataSet.roundId,
    regionId: dataSet.countyId,
    kind: dataSet.kind,
    version: dataSet.version,
    hash: dataSet.hash,
    schoolCount: dataSet.schoolCount,
    countyCells: dataSet.countyCells,
    missingSchools: dataSet.missingSchools.map(({ schoolId, name }) => ({ schoolId, name })),
    reason: dataSet.reason,
    frozenAt: dataSet.frozenAt.toISOString(),
    frozenBy: dataSet.frozenBy,
  };
}
