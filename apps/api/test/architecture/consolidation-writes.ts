import type { Consolidation, Inspection } from '@junheng/api-contract';
import { wantedInspection } from '../factories/inspections.ts';
import type { Answer, TestApi } from '../harness/test-api.ts';

/** Bodies that pass the schemas, for the walk of every route with every role. */
export const consolidationBodies = {
  'PUT /inspections/:inspectionId/consolidation/limit': () => ({
    limit: { kind: 'points', value: '1' },
    reason: '按实施方案',
  }),
  'PUT /inspections/:inspectionId/consolidation/resolutions': ({ schoolId }: { readonly schoolId: string }) => ({
    schoolId,
    entry: 'visit:left-out',
    value: null,
    reason: '道路中断',
    seen: null,
    basis: '',
  }),
  'POST /inspections/:inspectionId/findings': () => ({ deadline: null }),
  'POST /inspections/:inspectionId/findings/takeover': () => ({ deadline: null }),
  'POST /checklists': ({ countyId }: { readonly countyId: string }) => ({
    regionId: countyId,
    name: '清单',
    nameEn: null,
    items: [{ kind: 'yes-no', text: '门前有护栏', textEn: null, maximum: null, criteria: null }],
  }),
  'POST /inspections/:inspectionId/consolidation/completion': () => ({ basis: '', dataSets: [] }),
  'POST /inspections/:inspectionId/consolidation/evaluations': ({ countyId }: { readonly countyId: string }) => ({
    countyId,
  }),
};

/** A project whose only school could not be visited, over the data that were frozen by now. */
export async function consolidateProject(
  api: TestApi,
  audited: (route: string, write: () => Promise<Answer>) => Promise<Answer>,
): Promise<void> {
  const { school: schoolId, county: countyId } = api.world;
  const inspector = await api.as('inspector');
  const wanted = wantedInspection(api, { selection: 'chosen', chosenSchoolIds: [schoolId] });
  const { id } = (await inspector.post('/inspections', wanted)).body as Inspection;
  await inspector.post(`/inspections/${id}/confirmation`);
  const path = `/inspections/${id}/consolidation`;
  const route = 'inspections/:inspectionId/consolidation';
  await audited(`PUT /${route}/limit`, () =>
    inspector.put(`${path}/limit`, { limit: { kind: 'points', value: '1' }, reason: '按实施方案' }),
  );
  const seen = (await inspector.get(path)).body as Consolidation;
  const decided = await audited(`PUT /${route}/resolutions`, () =>
    inspector.put(`${path}/resolutions`, {
      schoolId,
      entry: 'visit:left-out',
      value: null,
      reason: '道路中断，未能到校',
      seen: null,
      basis: seen.basis,
    }),
  );
  const { basis, counties } = decided.body as Consolidation;
  const dataSetId = counties[0]?.dataSets[0]?.id ?? '';
  await audited(`POST /${route}/completion`, () =>
    inspector.post(`${path}/completion`, { basis, dataSets: [{ countyId, dataSetId }] }),
  );
  await audited(`POST /${route}/evaluations`, () => inspector.post(`${path}/evaluations`, { countyId }));
}
