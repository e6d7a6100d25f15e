import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { hasAuditAction } from '@junheng/evaluation-messages/audit-log';
import { Secret, TOTP } from 'otpauth';
import { PasswordHasher } from '../../src/modules/access/password-hasher.ts';
import { systemActor } from '../../src/platform/database/actor.ts';
import { batch, completeCells, openRound, readReport, reportOf } from '../factories/reports.ts';
import { jobToCancel } from '../factories/evaluation-jobs.ts';
import { addEvidence, forIndicator, sampleFiles, uploaded } from '../factories/evidence.ts';
import { wantedInspection } from '../factories/inspections.ts';
import { walkOpinion } from '../factories/opinions.ts';
import { downloadWorkbook, EditedWorkbook, sendWorkbook } from '../factories/report-workbooks.ts';
import { proveCountyReport, walkCountyReport } from './county-report-writes.ts';
import { walkSupervision } from '../factories/special-supervision.ts';
import { consolidateProject } from './consolidation-writes.ts';
import { importPeople, importSchools } from './sheet-import-writes.ts';
import { walkRecognitions } from './recognition-writes.ts';
import { walkRegisters } from './register-writes.ts';
import { visitSchool } from './visit-writes.ts';
import { browser, startTestApi, type Answer, type TestApi, type TestBrowser } from '../harness/test-api.ts';
import { routesOf } from '../harness/routes.ts';
import { walkRectifications } from '../audit/walk-rectifications.ts';

/*
 * One walk through everything that writes. Each step must leave its entry in the audit log, and in the end no writing route
 * may be left out: a new one fails here until it is walked.
 */

/** What writes nothing that anybody sees, with the reason. */
const UNSEEN: Readonly<Record<string, string>> = {
  'PATCH /self-reports/:selfReportId/evidence-uploads/:uploadId':
    'bytes on their way: that they were announced, and what became of them, is in the log',
};
const PASSWORD = 'quiet harbour 7';
let api: TestApi;
let earlierEvidenceId = '';
const walked = new Set<string>();

beforeAll(async () => {
  api = await startTestApi({ passwordHash: await new PasswordHasher().hash(PASSWORD) });
});
afterAll(() => api.stop());

async function entries(): Promise<number> {
  const [row] = await api.database.query<{ count: number }>('SELECT count(*) FROM audit_entries');
  return row?.count ?? 0;
}

/** Does one successful write and expects it in the log. */
async function audited(route: string, write: () => Promise<Answer>): Promise<Answer> {
  const before = await entries();
  const answer = await write();
  expect([route, answer.status < 300, answer.body]).toEqual([route, true, answer.body]);
  expect([route, (await entries()) > before]).toEqual([route, true]);
  walked.add(route);
  return answer;
}

const text = (answer: Answer, key: string): string => {
  const value: unknown = Reflect.get(Object(answer.body), key);
  if (typeof value !== 'string') throw new Error(`no ${key} in ${JSON.stringify(answer.body)}`);
  return value;
};
const tokenOf = (url: string) => url.slice(url.lastIndexOf('/') + 1);

async function sessionsAndPeople(bureau: TestBrowser): Promise<void> {
  const { people, school } = api.world;
  const signedIn = await audited('POST /session', () =>
    api.anonymous().post('/session', { login: 'inspector', password: PASSWORD }),
  );
  const inspector = browser(api.baseUrl, {
    cookie: signedIn.headers.get('set-cookie')?.split(';')[0] ?? '',
    'x-csrf-token': text(signedIn, 'csrfToken'),
  });
  await audited('POST /session/password', () =>
    inspector.post('/session/password', { currentPassword: PASSWORD, newPassword: 'another one entirely' }),
  );
  const other = await api.as('inspector');
  const { sessions } = (await other.get('/session/active')).body as { sessions: { id: string; current: boolean }[] };
  const elsewhere = sessions.find((session) => !session.current)?.id ?? '';
  await audited('DELETE /session/active/:sessionId', () => other.delete(`/session/active/${elsewhere}`));
  await audited('DELETE /session/active', () => other.delete('/session/active'));
  await audited('PUT /profile/language', () => other.put('/profile/language', { language: 'en' }));
  await audited('PUT /profile/email', () => other.put('/profile/email', { email: 'somebody@example.cn' }));
  await audited('DELETE /session', () => other.delete('/session'));
  await secondFactor();

  const created = await audited('POST /people', () =>
    bureau.post('/people', {
      login: 'new.person',
      displayName: '新来者',
      grant: { role: 'school-reporter', place: { kind: 'school', id: school } },
    }),
  );
  const { person, link } = created.body as { person: { id: string; grants: { id: string }[] }; link: { url: string } };
  await audited('POST /one-time-links/:token', () =>
    api.anonymous().post(`/one-time-links/${tokenOf(link.url)}`, { newPassword: 'chosen by oneself' }),
  );
  await audited('POST /people/:personId/grants', () =>
    bureau.post(`/people/${person.id}/grants`, {
      role: 'school-principal',
      place: { kind: 'school', id: api.world.otherSchool },
    }),
  );
  await audited('PUT /people/:personId', () => bureau.put(`/people/${person.id}`, { displayName: '改名者' }));
  await audited('PUT /people/:personId/grants/:grantId', () =>
    bureau.put(`/people/${person.id}/grants/${person.grants[0]?.id ?? ''}`, { validTo: '2026-12-31' }),
  );
  await audited('DELETE /people/:personId/grants/:grantId', () =>
    bureau.delete(`/people/${person.id}/grants/${person.grants[0]?.id ?? ''}`),
  );
  await audited('POST /people/:personId/password-reset-links', () =>
    bureau.post(`/people/${people.otherReporter}/password-reset-links`),
  );
  await audited('DELETE /people/:personId/second-factor', () =>
    bureau.delete(`/people/${people.otherReporter}/second-factor`),
  );
  await audited('DELETE /people/:personId/sessions', () => bureau.delete(`/people/${people.otherReporter}/sessions`));
  await audited('PUT /people/:personId/lock', () =>
    bureau.put(`/people/${people.areaInspector}/lock`, { locked: true, reason: '调离' }),
  );
}

async function secondFactor(): Promise<void> {
  const person = await api.as('sectionOfficer');
  const begun = await audited('POST /profile/second-factor', () =>
    person.post('/profile/second-factor', { password: PASSWORD }),
  );
  const secret = Secret.fromBase32(text(begun, 'secret'));
  const code = () => {
    api.clock.advance(30_000);
    return new TOTP({ secret }).generate({ timestamp: api.clock.now().getTime() });
  };
  await audited('POST /profile/second-factor/confirmation', () =>
    person.post('/profile/second-factor/confirmation', { code: code() }),
  );
  await audited('POST /profile/second-factor/recovery-codes', () =>
    person.post('/profile/second-factor/recovery-codes', { password: PASSWORD, code: code() }),
  );
  await audited('POST /profile/second-factor/removal', () =>
    person.post('/profile/second-factor/removal', { password: PASSWORD, code: code() }),
  );
}

async function register(bureau: TestBrowser): Promise<void> {
  const facts = { type: 'primary', ownership: 'public', locale: 'town', boarding: false, foundedYear: 2026, flags: {} };
  const opened = await audited('POST /schools', () =>
    bureau.post('/schools', {
      ...facts,
      code: '9901010009',
      name: '新建小学',
      regionId: api.world.town,
      parentSchoolId: null,
      countedAsSchool: true,
      openedOn: '2026-08-01',
    }),
  );
  await audited('POST /schools/:schoolId/splits', () =>
    bureau.post(`/schools/${text(opened, 'id')}/splits`, {
      validFrom: '2026-08-15',
      note: '分设低年级部',
      remains: true,
      schools: [{ code: '9901010010', name: '新建小学低年级部', type: 'primary' }],
    }),
  );
  const mistaken = await bureau.post('/schools', {
    ...facts,
    code: '9901010011',
    name: '登记错了的小学',
    regionId: api.world.town,
    parentSchoolId: null,
    countedAsSchool: true,
    openedOn: '2026-08-01',
  });
  await audited('DELETE /schools/:schoolId', () => bureau.delete(`/schools/${text(mistaken, 'id')}`));
  await audited('POST /schools/:schoolId/changes', () =>
    bureau.post(`/schools/${text(opened, 'id')}/changes`, { change: 'closed', validFrom: '2026-08-31' }),
  );
}

async function joinLate(bureau: TestBrowser, roundId: string): Promise<void> {
  const late = await bureau.post('/schools', {
    type: 'primary',
    ownership: 'public',
    locale: 'town',
    boarding: false,
    foundedYear: 2026,
    flags: {},
    code: '9901010012',
    name: '晚登记的小学',
    regionId: api.world.town,
    parentSchoolId: null,
    countedAsSchool: true,
    openedOn: '2026-09-01',
  });
  await audited('POST /rounds/:roundId/schools', () =>
    bureau.post(`/rounds/${roundId}/schools`, { schoolId: text(late, 'id') }),
  );
}

async function unitsAndGroupings(bureau: TestBrowser): Promise<void> {
  const { county, school } = api.world;
  const unit = await audited('POST /units', () =>
    bureau.post('/units', {
      regionId: county,
      parentId: null,
      kind: 'office',
      name: '迎检办',
      openedOn: '2026-01-01',
    }),
  );
  const unitPath = `/units/${text(unit, 'id')}`;
  await audited('PUT /units/:unitId/name', () => bureau.put(`${unitPath}/name`, { name: '均衡迎检办' }));
  await audited('POST /units/:unitId/closing', () =>
    bureau.post(`${unitPath}/closing`, { closedOn: '2026-09-01', reason: '迎检结束' }),
  );
  const grouping = await audited('POST /groupings', () =>
    bureau.post('/groupings', {
      regionId: county,
      kind: 'education-group',
      name: '实验教育集团',
      leaderName: '示例集团校长',
      startsOn: '2026-01-01',
      members: [{ schoolId: school, part: 'core' }],
    }),
  );
  const path = `/groupings/${text(grouping, 'id')}`;
  await audited('PUT /groupings/:groupingId', () => bureau.put(path, { name: '实验集团', leaderName: null }));
  await audited('PUT /groupings/:groupingId/members', () =>
    bureau.put(`${path}/members`, { from: '2026-09-01', members: [{ schoolId: school, part: 'member' }] }),
  );
  await audited('POST /groupings/:groupingId/end', () =>
    bureau.post(`${path}/end`, { endsOn: '2026-09-05', reason: '布局调整' }),
  );
}

async function inspections(): Promise<void> {
  const inspector = await api.as('inspector');
  const reason = '示例县学校少';
  const counties = [{ countyId: api.world.county, sampleSize: 2, sizeReason: reason }];
  const project = await audited('POST /inspections', () =>
    inspector.post('/inspections', wantedInspection(api, { counties })),
  );
  const path = `/inspections/${text(project, 'id')}`;
  await audited('PUT /inspections/:inspectionId', () =>
    inspector.put(path, wantedInspection(api, { counties, name: '改了名的督导' })),
  );
  const committed = await audited('POST /inspections/:inspectionId/draws', () =>
    inspector.post(`${path}/draws`, { reason: null }),
  );
  const { drawList } = committed.body as { drawList: { id: string }[] };
  const draw = `${path}/draws/${drawList[0]?.id ?? ''}`;
  const now = api.clock.now();
  await audited('POST /inspections/:inspectionId/draws/:drawId/list', () =>
    inspector.post(`${draw}/list`, { headsAt: new Date(now.getTime() + 120_000).toISOString() }),
  );
  await api.sealer.sealAll();
  api.clock.advance(180_000);
  await audited('POST /inspections/:inspectionId/draws/:drawId/drawing', () => inspector.post(`${draw}/drawing`));
  const all = await inspector.post('/inspections', wantedInspection(api, { selection: 'all' }));
  await audited('POST /inspections/:inspectionId/confirmation', () =>
    inspector.post(`/inspections/${text(all, 'id')}/confirmation`),
  );
}

async function fillAndReview(bureau: TestBrowser, roundId: string): Promise<void> {
  const { school } = api.world;
  const reporter = await api.as('reporter');
  const principal = await api.as('principal');
  await audited('PUT /rounds/:roundId/extensions/:schoolId', () =>
    bureau.put(`/rounds/${roundId}/extensions/${school}`, { deadline: '2026-10-20', reason: '洪水停课' }),
  );
  const { id } = await reportOf(api, roundId, school);
  const path = `/self-reports/${id}`;
  const revision = async () => (await readReport(bureau, id)).revision;
  const cells = { ...completeCells('primary'), 'largest-class.primary': '1' };
  const report = await readReport(reporter, id);
  await audited('PATCH /self-reports/:selfReportId/cells', () => reporter.patch(`${path}/cells`, batch(report, cells)));
  const blocked = await principal.post(`${path}/submit`, { revision: await revision() });
  for (const { at, facts } of (blocked.problem().problems ?? []).filter(({ code }) => code === 'reason-missing')) {
    const rule = `${String(facts?.['ruleId'])}@${at}`;
    await audited('PUT /self-reports/:selfReportId/check-reasons/:ruleKey', () =>
      reporter.put(`${path}/check-reasons/${encodeURIComponent(rule)}`, { reason: '新校，班额小' }),
    );
  }
  const odd = await readReport(reporter, id);
  await reporter.patch(`${path}/cells`, batch(odd, completeCells('primary')));
  await evidenceOf(reporter, id);
  await workbookOf(reporter, id);
  await audited('PUT /self-reports/:selfReportId/sections', () =>
    principal.put(`${path}/sections`, {
      assignments: [{ section: 'teachers', personId: api.world.people.reporter, internalDate: '2026-09-30' }],
    }),
  );
  await audited('PUT /self-reports/:selfReportId/sections/:section/finished', () =>
    reporter.put(`${path}/sections/teachers/finished`, { finished: true }),
  );
  const move = async (by: TestBrowser, step: string) =>
    audited(`POST /self-reports/:selfReportId/${step}`, async () =>
      by.post(`${path}/${step}`, { revision: await revision() }),
    );
  await move(reporter, 'hand-over');
  await move(principal, 'take-back');
  await move(principal, 'submit');
  await move(principal, 'withdraw');
  await move(principal, 'submit');
  await move(bureau, 'review');
  await audited('POST /self-reports/:selfReportId/return', async () =>
    bureau.post(`${path}/return`, {
      revision: await revision(),
      reasons: [{ cell: 'pupils.primary', reason: '与学籍不符' }],
    }),
  );
  const reasonId = (await readReport(reporter, id)).returnReasons[0]?.id ?? '';
  await audited('PUT /self-reports/:selfReportId/return-reasons/:reasonId/answer', () =>
    reporter.put(`${path}/return-reasons/${reasonId}/answer`, { answer: '已与学籍核对，无误' }),
  );
  await move(principal, 'submit');
  // As an import leaves it: submitted, and a reason still open.
  await api.transactions.run(systemActor('test'), (tx) =>
    tx.execute('UPDATE return_reasons SET answer = NULL, answered_at = NULL, answered_by = NULL WHERE id = $1', [
      reasonId,
    ]),
  );
  await audited('PUT /self-reports/:selfReportId/return-reasons/:reasonId/reply', () =>
    bureau.put(`${path}/return-reasons/${reasonId}/reply`, { answer: '教育局已与学籍核对' }),
  );
  await audited('PUT /rounds/:roundId/review-assignments', () =>
    bureau.put(`/rounds/${roundId}/review-assignments`, {
      personId: api.world.people.sectionOfficer,
      subjects: [{ kind: 'section', subject: 'teachers' }],
    }),
  );
  await audited('POST /self-reports/:selfReportId/comments', () =>
    bureau.post(`${path}/comments`, { cell: 'pupils.primary', text: '请核对', audience: 'reviewers' }),
  );
  await audited('POST /rounds/:roundId/messages', () =>
    bureau.post(`/rounds/${roundId}/messages`, {
      kind: 'reminder',
      text: '请尽快填报',
      schoolIds: [api.world.school],
    }),
  );
  const told = (await reporter.get('/messages')).body as { messages: { id: string }[] };
  await audited('PUT /messages/:messageId/read', () => reporter.put(`/messages/${told.messages[0]?.id ?? ''}/read`));
  await move(bureau, 'approve');
  const approved = await readReport(bureau, id);
  await audited('POST /self-reports/:selfReportId/corrections', () =>
    bureau.post(`${path}/corrections`, {
      revision: approved.revision,
      reason: '复核固定资产台账',
      changes: [{ cell: 'founded-year', value: '1997' }],
    }),
  );
}

async function workbookOf(reporter: TestBrowser, selfReportId: string): Promise<void> {
  const edited = await EditedWorkbook.of(await downloadWorkbook(reporter, selfReportId));
  edited.fill({ 'founded-year': 1999 });
  const sent = await audited('POST /self-reports/:selfReportId/workbooks', () =>
    sendWorkbook(reporter, selfReportId, edited.bytes()),
  );
  const { revision } = await readReport(reporter, selfReportId);
  await audited('POST /self-reports/:selfReportId/workbooks/:workbookId/apply', () =>
    reporter.post(`/self-reports/${selfReportId}/workbooks/${text(sent, 'id')}/apply`, {
      revision,
      conflicts: [],
      clear: [],
    }),
  );
}

/** A file of the report before, to be taken over. */
async function evidenceOfLastYear(): Promise<void> {
  const { id } = await openRound(api, { kind: 'special', opensOn: '2026-08-01' });
  const report = await reportOf(api, id, api.world.school);
  const file = { name: '操场.pdf', bytes: sampleFiles.pdf, targets: [forIndicator('R5')] };
  earlierEvidenceId = (await addEvidence(await api.clientOf('reporter'), await api.as('reporter'), report.id, file)).id;
  await proveCountyReport(api, id);
}

async function evidenceOf(reporter: TestBrowser, selfReportId: string): Promise<void> {
  const client = await api.clientOf('reporter');
  const path = `/self-reports/${selfReportId}/evidence`;
  const targets = [forIndicator('R4')];
  await audited('POST /self-reports/:selfReportId/evidence-uploads', () =>
    reporter.post(`/self-reports/${selfReportId}/evidence-uploads`, { size: 5 }),
  );
  const given = await reporter.post(`/self-reports/${selfReportId}/evidence-uploads`, { size: 5 });
  await audited('DELETE /self-reports/:selfReportId/evidence-uploads/:uploadId', () =>
    reporter.delete(`/self-reports/${selfReportId}/evidence-uploads/${text(given, 'id')}`),
  );
  const uploadId = await uploaded(client, reporter, selfReportId, sampleFiles.png);
  const added = await audited('POST /self-reports/:selfReportId/evidence', () =>
    reporter.post(path, { uploadId, name: '教室.png', targets }),
  );
  await audited('PUT /self-reports/:selfReportId/evidence/:evidenceId/targets', () =>
    reporter.put(`${path}/${text(added, 'id')}/targets`, { targets: [forIndicator('R5')] }),
  );
  await audited('DELETE /self-reports/:selfReportId/evidence/:evidenceId', () =>
    reporter.delete(`${path}/${text(added, 'id')}`),
  );
  await audited('POST /self-reports/:selfReportId/evidence/reuse', () =>
    reporter.post(`${path}/reuse`, { evidenceIds: [earlierEvidenceId] }),
  );
}

async function importAndApproveMany(bureau: TestBrowser, roundId: string): Promise<void> {
  const upload = () => {
    const form = new FormData();
    const lines = ['学校标识码,学校名称,学校类型,小学在校生数', `9901010002,甲县实验学校,九年一贯制学校,1200`];
    form.append('file', new Blob([`\uFEFF${lines.join('\r\n')}\r\n`]), '统计表.csv');
    return audited('POST /rounds/:roundId/imports', () =>
      bureau.send('POST', `/rounds/${roundId}/imports`, { body: form }),
    );
  };
  const first = await upload();
  await audited('POST /imports/:importId/discard', () => bureau.post(`/imports/${text(first, 'id')}/discard`));
  const second = await upload();
  await audited('POST /imports/:importId/confirm', () =>
    bureau.post(`/imports/${text(second, 'id')}/confirm`, { purpose: 'hand-in', mapping: [], replaceConfirmed: true }),
  );
  const report = await reportOf(api, roundId, api.world.otherSchool);
  await audited('POST /rounds/:roundId/approvals', () =>
    bureau.post(`/rounds/${roundId}/approvals`, {
      reports: [{ selfReportId: report.id, revision: report.revision }],
      warningsConfirmed: true,
    }),
  );
}

async function standards(bureau: TestBrowser): Promise<void> {
  const copy = { regionId: api.world.county, baseId: 'cn-2017-quality-balance', instrument: '甲教〔2026〕1号' };
  const names = { name: '甲县标准', nameEn: 'County A' };
  const copied = () => audited('POST /edition-drafts', () => bureau.post('/edition-drafts', { ...copy, ...names }));
  const unwanted = text(await copied(), 'id');
  await audited('DELETE /edition-drafts/:editionDraftId', () => bureau.delete(`/edition-drafts/${unwanted}`));
  const draft = `/edition-drafts/${text(await copied(), 'id')}`;
  const source = { document: '甲教〔2026〕1号', clause: null, confidence: 'A', note: null };
  await audited('PUT /edition-drafts/:editionDraftId', () =>
    bureau.put(draft, {
      revision: 0,
      instrument: copy.instrument,
      ...names,
      amendments: [{ kind: 'cv-limit', stage: 'primary', value: '0.45', source }],
      evidenceTexts: {},
    }),
  );
  await audited('POST /edition-drafts/:editionDraftId/publication', () =>
    bureau.post(`${draft}/publication`, { revision: 1 }),
  );
}

test('every write leaves its entry in the audit log', async () => {
  const bureau = await api.as('countyAdministrator');
  await sessionsAndPeople(bureau);
  await register(bureau);
  await unitsAndGroupings(bureau);
  await inspections();
  await importSchools(api, audited);
  await importPeople(api, audited);
  await walkOpinion(api, audited);
  await walkRegisters(bureau, api.world, audited);
  await walkRecognitions(bureau, api.world, audited);
  await evidenceOfLastYear();
  const before = await entries();
  const round = await openRound(api);
  await joinLate(bureau, round.id);
  expect(await entries()).toBeGreaterThan(before);
  walked.add('POST /rounds');
  await fillAndReview(bureau, round.id);
  await importAndApproveMany(bureau, round.id);
  await visitSchool(api, audited);
  await walkCountyReport(api, audited, round.id);
  await audited('POST /rounds/:roundId/data-sets', () => bureau.post(`/rounds/${round.id}/data-sets`));
  const run = await audited('POST /rounds/:roundId/evaluations', () =>
    bureau.post(`/rounds/${round.id}/evaluations`, {}),
  );
  await consolidateProject(api, audited);
  await walkSupervision(api, audited);
  const release = `/evaluations/${text(run, 'id')}/release`;
  await audited('POST /evaluations/:evaluationId/release', () => bureau.post(release, { countyVerdict: true }));
  await audited('DELETE /evaluations/:evaluationId/release', () => bureau.delete(release));
  const ask = () => bureau.post(`/regions/${api.world.county}/evaluation-jobs`, { kind: round.kind, year: round.year });
  const job = await audited('POST /regions/:regionId/evaluation-jobs', ask);
  const cancel = await jobToCancel(api, bureau, text(job, 'id'));
  await audited('POST /evaluation-jobs/:evaluationJobId/cancellation', cancel);

  await standards(bureau);
  const province = await api.as('provinceReviewer');
  await audited('PUT /retention', () => province.put('/retention', { endedSessionsDays: 60, signInsDays: 365 }));
  await audited('PUT /counties/:countyId/second-factor-rules', () =>
    bureau.put(`/counties/${api.world.county}/second-factor-rules`, { roles: ['inspector'] }),
  );
  await api.sealer.sealAll();
  await audited('POST /audit/chains/:countyId/verification', () =>
    bureau.post(`/audit/chains/${api.world.county}/verification`),
  );

  // Last, since days pass in it, and sessions end.
  await walkRectifications(api, audited);
  const actions = await api.database.query<{ action: string }>('SELECT DISTINCT action FROM audit_entries');
  expect(actions.map(({ action }) => action).filter((action) => !hasAuditAction(action))).toEqual([]);
  const writing = routesOf(api.app).filter((route) => route.method !== 'GET');
  expect(writing.map((route) => route.name).filter((name) => !walked.has(name) && !(name in UNSEEN))).toEqual([]);
}, 60_000);
