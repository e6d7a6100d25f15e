import { randomUUID } from 'node:crypto';
import type { Inspection } from '@junheng/api-contract';
import { sampleFiles } from '../factories/evidence.ts';
import { wantedInspection } from '../factories/inspections.ts';
import type { Answer, TestApi } from '../harness/test-api.ts';

/** A visit to the school that has handed in by now. */
export async function visitSchool(
  api: TestApi,
  audited: (route: string, write: () => Promise<Answer>) => Promise<Answer>,
): Promise<void> {
  const { school } = api.world;
  const inspector = await api.as('inspector');
  const wanted = wantedInspection(api, { selection: 'chosen', chosenSchoolIds: [school] });
  const project = await inspector.post('/inspections', wanted);
  const { id: inspectionId } = project.body as Inspection;
  await inspector.post(`/inspections/${inspectionId}/confirmation`);
  const base = 'inspections/:inspectionId/visits/:schoolId';
  const path = `/inspections/${inspectionId}/visits/${school}`;
  const at = '2026-09-10T01:00:00.000Z';
  await audited(`PATCH /${base}/entries`, () =>
    inspector.patch(`${path}/entries`, {
      key: randomUUID(),
      deviceTime: at,
      changes: [{ entry: 'remark:visit', value: '一切正常', baseRevision: 0, typedAt: at }],
    }),
  );
  const photo = `${path}/photos/${randomUUID()}`;
  const body = new FormData();
  body.append('file', new Blob([new Uint8Array(sampleFiles.jpg)]), 'a.jpg');
  await audited(`PUT /${base}/photos/:photoId`, () =>
    inspector.send('PUT', `${photo}?takenAt=${at}&deviceTime=${at}`, { body }),
  );
  await audited(`DELETE /${base}/photos/:photoId`, () => inspector.delete(photo));
  const [evidence] = await api.database.query<{ id: string }>(
    `SELECT e.id FROM evidence e JOIN self_reports r ON r.id = e.self_report_id
      WHERE r.school_id = $1 AND r.status = 'approved' AND e.removed_at IS NULL ORDER BY e.added_at DESC LIMIT 1`,
    [school],
  );
  await audited(`PUT /${base}/archive/:evidenceId`, () =>
    inspector.put(`${path}/archive/${evidence?.id ?? ''}`, { decision: 'rejected', reason: '没有盖章' }),
  );
  await audited(`POST /${base}/signature`, () => inspector.post(`${path}/signature`, { revision: 1 }));
  await audited(`POST /${base}/reopening`, () => inspector.post(`${path}/reopening`, { reason: '漏记一项' }));
}
