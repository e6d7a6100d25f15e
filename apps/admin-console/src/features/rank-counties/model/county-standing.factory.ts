import type { CountyStanding, StandingOfYear } from '@junheng/api-contract';

/** A county in one year, for tests. */
export function standingOfYear(changes: Partial<StandingOfYear> = {}): StandingOfYear {
  return {
    year: 2026,
    roundId: '10000000-0000-4000-8000-000000000001',
    evaluationId: '20000000-0000-4000-8000-000000000001',
    editionId: 'cn-2017-quality-balance',
    ranAt: '2026-11-20T02:00:00.000Z',
    dataSetVersion: 1,
    missingSchools: 0,
    released: false,
    resourceAllocation: 'unmet',
    county: 'undetermined',
    schoolStages: 10,
    schoolStagesMet: 8,
    cvs: 14,
    cvsMet: 14,
    ...changes,
  };
}

export function countyStanding(code: string, changes: Partial<CountyStanding> = {}): CountyStanding {
  return {
    regionId: `30000000-0000-4000-8000-000000${code}`,
    code,
    name: `示例${code}县`,
    parentId: null,
    parentName: '示例市',
    years: [standingOfYear(), null],
    coefficients: [],
    warnings: [],
    ...changes,
  };
}
