import type { WriteInspectionRequest } from '@junheng/api-contract';
import { systemActor } from '../../src/platform/database/actor.ts';
import type { TestApi } from '../harness/test-api.ts';
import { createSchool } from './world.ts';

/** A project of the county's own inspector: ten schools drawn at random. */
export function wantedInspection(api: TestApi, changes: Partial<WriteInspectionRequest> = {}): WriteInspectionRequest {
  return {
    name: '2026年优质均衡督导评估',
    kind: 'evaluation',
    editionId: 'cn-2017-quality-balance',
    counties: [{ countyId: api.world.county, sampleSize: 10, sizeReason: null }],
    startsOn: '2026-10-12',
    endsOn: '2026-10-16',
    selection: 'random',
    schoolTypes: ['primary', 'junior', 'nine-year', 'teaching-point'],
    chosenSchoolIds: [],
    verifiedItems: [],
    judgedRequirements: [],
    team: [{ personId: api.world.people.inspector, part: 'lead' }],
    ...changes,
  };
}

/** Thirty more schools of a county, of three types and all locales. */
export async function addManySchools(api: TestApi, countyId: string, codePrefix: string): Promise<void> {
  const types = ['primary', 'primary', 'primary', 'junior', 'teaching-point'];
  const locales = ['urban', 'town', 'rural'];
  await api.transactions.run(systemActor('test'), async (tx) => {
    for (let index = 0; index < 30; index += 1) {
      await createSchool(tx, {
        countyId,
        code: `${codePrefix}${String(index).padStart(3, '0')}`,
        name: `示例学校${index}`,
        type: types[index % types.length] ?? 'primary',
        locale: locales[index % locales.length] ?? 'town',
      });
    }
  });
}
