import { randomUUID } from 'node:crypto';
import { countyReportSchema, earlierCountyEvidenceSchema } from '@junheng/api-contract';
import type { CountyRecords } from '../factories/county-records.ts';
import { countyBatch, countyReportOf } from '../factories/county-reports.ts';
import { sampleFiles } from '../factories/evidence.ts';
import type { Answer, TestApi } from '../harness/test-api.ts';

const move = () => ({ revision: 0 });

/** A body that passes the schema of each route that writes to a county report. */
export const countyReportBodies: Readonly<Record<string, (ids: CountyRecords) => unknown>> = {
  'PATCH /county-reports/:countyReportId/entries': () => ({
    key: randomUUID(),
    changes: [{ entry: 'senior-places', value: '5', baseRevision: 0 }],
  }),
  'PUT /county-reports/:countyReportId/assignments': ({ unitId }) => ({
    assignments: [{ topic: 'items:county-funds', unitId }],
  }),
  'POST /county-reports/:countyReportId/evidence/reuse': ({ countyEvidenceId }) => ({
    evidenceIds: [countyEvidenceId],
  }),
  'POST /county-reports/:countyReportId/parts/:partId/submit': move,
  'POST /county-reports/:countyReportId/parts/:partId/withdraw': move,
  'POST /county-reports/:countyReportId/parts/:partId/return': () => ({
    revision: 0,
    reasons: [{ entry: null, reason: '请核对' }],
  }),
  'POST /county-reports/:countyReportId/parts/:partId/approve': move,
};

type Audited = (route: string, write: () => Promise<Answer>) => Promise<Answer>;

function pdf(name: string): FormData {
  const form = new FormData();
  form.append('file', new Blob([new Uint8Array(sampleFiles.pdf)]), name);
  return form;
}

/** A file of the county's report before, to be taken over. */
export async function proveCountyReport(api: TestApi, roundId: string): Promise<void> {
  const bureau = await api.as('countyAdministrator');
  const { id } = await countyReportOf(bureau, roundId);
  await bureau.send('POST', `/county-reports/${id}/evidence?topic=indicator:R1`, { body: pdf('旧文件.pdf') });
}

/** Everything that writes to a county report, as the section and the bureau do it. */
export async function walkCountyReport(api: TestApi, audited: Audited, roundId: string): Promise<void> {
  const bureau = await api.as('countyAdministrator');
  const report = await countyReportOf(bureau, roundId);
  const path = `/county-reports/${report.id}`;
  const section = 'county-recognition';
  await audited('PUT /county-reports/:countyReportId/assignments', () =>
    bureau.put(`${path}/assignments`, {
      assignments: [{ topic: `items:${section}`, unitId: api.world.section }],
    }),
  );
  const earlier = earlierCountyEvidenceSchema.parse((await bureau.get(`${path}/evidence/earlier`)).body);
  await audited('POST /county-reports/:countyReportId/evidence/reuse', () =>
    bureau.post(`${path}/evidence/reuse`, { evidenceIds: earlier.evidence.map(({ id }) => id) }),
  );
  const officer = await api.as('sectionOfficer');
  const own = await countyReportOf(officer, roundId);
  const changes = { 'basic-balance-recognised-on': '2018-12-01', 'monitoring-stays-high': 'yes' };
  await audited('PATCH /county-reports/:countyReportId/entries', () =>
    officer.patch(`${path}/entries`, countyBatch(own, changes)),
  );
  const part = `${path}/parts/${own.parts[0]?.id ?? ''}`;
  const attached = await audited('POST /county-reports/:countyReportId/evidence', () =>
    officer.send('POST', `${path}/evidence?topic=${own.parts[0]?.topics[1] ?? ''}`, { body: pdf('认定文件.pdf') }),
  );
  const [file] = countyReportSchema.parse(attached.body).evidence;
  await audited('DELETE /county-reports/:countyReportId/evidence/:countyEvidenceId', () =>
    officer.delete(`${path}/evidence/${file?.id ?? ''}`),
  );
  const submit = () => officer.post(`${part}/submit`, { revision: own.revision + 3 });
  await audited('POST /county-reports/:countyReportId/parts/:partId/submit', submit);
  await audited('POST /county-reports/:countyReportId/parts/:partId/withdraw', () =>
    officer.post(`${part}/withdraw`, { revision: own.revision + 3 }),
  );
  await submit();
  await audited('POST /county-reports/:countyReportId/parts/:partId/return', () =>
    bureau.post(`${part}/return`, { revision: own.revision + 3, reasons: [{ entry: null, reason: '请附文件' }] }),
  );
  await submit();
  await audited('POST /county-reports/:countyReportId/parts/:partId/approve', () =>
    bureau.post(`${part}/approve`, { revision: own.revision + 3 }),
  );
}
