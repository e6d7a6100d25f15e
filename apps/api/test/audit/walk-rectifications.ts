import {
  annualTargetSchema,
  feedbackLetterSchema,
  rectificationSchema,
  targetPlacesSchema,
} from '@junheng/api-contract';
import { sampleFiles } from '../factories/evidence.ts';
import type { Answer, TestApi } from '../harness/test-api.ts';

type Audited = (route: string, write: () => Promise<Answer>) => Promise<Answer>;

/** Every write of the rectification ledger, each of which must leave its entry in the log. */
export async function walkRectifications(api: TestApi, audited: Audited): Promise<void> {
  const bureau = await api.as('countyAdministrator');
  const sheet = new FormData();
  sheet.append('file', new Blob(['\uFEFF反馈的问题,整改措施\r\n大班额没有消除,新建一所小学\r\n']), '问题清单.csv');
  await audited('POST /counties/:countyId/feedback-letter-readings', () =>
    bureau.send('POST', `/counties/${api.world.county}/feedback-letter-readings`, { body: sheet }),
  );
  const entered = await audited('POST /feedback-letters', () =>
    bureau.post('/feedback-letters', {
      countyId: api.world.county,
      document: '示督办〔2026〕3号',
      issuer: '示例市教育督导委员会办公室',
      addressee: '甲县人民政府',
      datedOn: '2026-09-01',
      dueOn: '2026-12-01',
      problems: [{ text: '大班额没有消除', deadline: null, rowIds: [], measures: [] }],
    }),
  );
  const letter = feedbackLetterSchema.parse(entered.body);
  await audited('PUT /feedback-letters/:feedbackLetterId', () =>
    bureau.put(`/feedback-letters/${letter.id}`, {
      revision: letter.revision,
      reason: '文号录入有误',
      document: '示督办〔2026〕13号',
      issuer: letter.issuer,
      addressee: letter.addressee,
      datedOn: letter.datedOn,
      dueOn: letter.dueOn,
      problems: letter.problems.map(({ id, text, deadline }) => ({ id, text, deadline })),
    }),
  );
  const { places } = targetPlacesSchema.parse(
    (await bureau.get(`/annual-target-places?countyId=${api.world.county}`)).body,
  );
  const set = await audited('POST /annual-targets', () =>
    bureau.post('/annual-targets', {
      countyId: api.world.county,
      year: 2026,
      editionId: places[0]?.editionId,
      place: places[0]?.place,
      value: '0.5',
      dueOn: '2026-12-01',
      document: null,
    }),
  );
  await audited('POST /annual-targets/:annualTargetId/withdrawal', () =>
    bureau.post(`/annual-targets/${annualTargetSchema.parse(set.body).id}/withdrawal`, { reason: '上级调整' }),
  );
  const raised = await audited('POST /rectifications', () =>
    bureau.post('/rectifications', {
      countyId: api.world.county,
      title: '校门口交通安全隐患',
      source: { kind: 'own', document: null },
      schoolId: api.world.school,
      place: null,
      deadline: '2026-12-01',
    }),
  );
  const { id } = rectificationSchema.parse(raised.body);
  const path = `/rectifications/${id}`;
  await audited('PUT /rectification-assignments', () =>
    bureau.put('/rectification-assignments', {
      ids: [id],
      to: { kind: 'own-school' },
      person: { id: api.world.people.reporter, name: '填报员甲' },
      deadline: '2026-12-01',
      reason: null,
    }),
  );
  const school = await api.as('reporter');
  await audited('POST /rectifications/:rectificationId/notes', () =>
    school.post(`${path}/notes`, { text: '已联系交警部门' }),
  );
  const measured = await audited('POST /rectifications/:rectificationId/measures', () =>
    school.post(`${path}/measures`, {
      kind: 'building',
      description: '设置减速带',
      money: '0.8',
      quantity: null,
      effects: [],
      alsoFor: [],
    }),
  );
  const measureId = rectificationSchema.parse(measured.body).measureList[0]?.id ?? '';
  await audited('PUT /rectifications/:rectificationId/measures/:measureId/completion', () =>
    school.put(`${path}/measures/${measureId}/completion`, { done: { on: '2026-09-09', spent: '0.75' } }),
  );
  await audited('DELETE /rectifications/:rectificationId/measures/:measureId', () =>
    school.delete(`${path}/measures/${measureId}`),
  );
  const form = new FormData();
  form.append('file', new Blob([new Uint8Array(sampleFiles.pdf)]), '验收单.pdf');
  await audited('POST /rectifications/:rectificationId/files', () =>
    school.send('POST', `${path}/files`, { body: form }),
  );
  const { files } = rectificationSchema.parse((await school.get(path)).body);
  await audited('DELETE /rectifications/:rectificationId/files/:fileId', () =>
    school.delete(`${path}/files/${files[0]?.id ?? ''}`),
  );
  const report = () => school.post(`${path}/completion`, { text: '减速带已装好' });
  await audited('POST /rectifications/:rectificationId/completion', report);
  await audited('POST /rectifications/:rectificationId/return', () =>
    bureau.post(`${path}/return`, { text: '还缺标志牌' }),
  );
  await audited('POST /rectifications/:rectificationId/exception', () =>
    bureau.post(`${path}/exception`, { reason: '道路正在施工', expiresOn: '2026-09-20' }),
  );
  api.clock.advance(11 * 86_400_000);
  const again = await api.as('reporter');
  await again.post(`${path}/completion`, { text: '标志牌已装好' });
  const verifier = await api.as('countyAdministrator');
  await audited('POST /rectifications/:rectificationId/closing', () =>
    verifier.post(`${path}/closing`, { note: '现场已核实' }),
  );
}
