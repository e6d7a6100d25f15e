import type { RegisterRow } from '@junheng/api-contract';
import type { CountyRecords } from '../factories/county-records.ts';
import type { Answer, TestApi, TestBrowser } from '../harness/test-api.ts';

const hazard = {
  schoolId: null,
  startsOn: '2026-09-01',
  endsOn: null,
  details: { kind: 'safety', case: 'hazard', severity: 'minor', facts: '围墙开裂', putRightOn: null },
  evidence: null,
};
const withdrawal = { reason: '重复登记' };

/** A body that passes the schema of each route of the registers. */
export const registerBodies: Readonly<Record<string, (ids: CountyRecords) => unknown>> = {
  'POST /register-rows': ({ countyId }) => ({ countyId, ...hazard }),
  'PUT /register-rows/:registerRowId': () => ({ revision: 1, ...hazard }),
  'POST /register-rows/:registerRowId/withdrawal': () => ({ revision: 1, ...withdrawal }),
};

/** A row is entered, changed and withdrawn. */
export async function walkRegisters(
  bureau: TestBrowser,
  { county, school }: TestApi['world'],
  audited: (route: string, write: () => Promise<Answer>) => Promise<Answer>,
): Promise<void> {
  const row = { ...hazard, schoolId: school };
  const added = await audited('POST /register-rows', () => bureau.post('/register-rows', { countyId: county, ...row }));
  const path = `/register-rows/${(added.body as RegisterRow).id}`;
  await audited('PUT /register-rows/:registerRowId', () =>
    bureau.put(path, { revision: 1, ...row, evidence: '安全检查记录 3 号' }),
  );
  await audited('POST /register-rows/:registerRowId/withdrawal', () =>
    bureau.post(`${path}/withdrawal`, { revision: 2, ...withdrawal }),
  );
}
