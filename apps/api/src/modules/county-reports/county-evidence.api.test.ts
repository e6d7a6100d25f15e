import { afterAll, beforeAll, expect, it } from '@jest/globals';
import {
  countyOverviewSchema,
  countyReportSchema,
  earlierCountyEvidenceSchema,
  type CountyReport,
  type Round,
} from '@junheng/api-contract';
import ExcelJS from 'exceljs';
import { completeCounty, countyBatch, countyReportOf } from '../../../test/factories/county-reports.ts';
import { photo, sampleFiles } from '../../../test/factories/evidence.ts';
import { openRound } from '../../../test/factories/reports.ts';
import { createPerson, giveGrant } from '../../../test/factories/world.ts';
import { startTestApi, type Answer, type TestApi, type TestBrowser } from '../../../test/harness/test-api.ts';
import { systemActor } from '../../platform/database/actor.ts';
import { FilesForgetting } from '../evidence/files-forgetting.service.ts';
import { FileStore } from '../../platform/files/file-store.ts';

const DAY = 24 * 60 * 60_000;
const rotation = 'requirement:G11';
let api: TestApi;
let round: Round;
let bureau: TestBrowser;
let officer: TestBrowser;
let other: TestBrowser;
let report: CountyReport;
let financeOfficer: string;

async function again(): Promise<void> {
  [bureau, officer] = [await api.as('countyAdministrator'), await api.as('sectionOfficer')];
}

function attach(
  browser: TestBrowser,
  name: string,
  bytes: Uint8Array,
  topic = rotation,
  reportId = report.id,
): Promise<Answer> {
  const body = new FormData();
  body.append('file', new Blob([new Uint8Array(bytes)]), name);
  return browser.send('POST', `/county-reports/${reportId}/evidence?topic=${topic}`, { body });
}
const evidenceIn = (answer: Answer) => countyReportSchema.parse(answer.body).evidence;
const take = (browser: TestBrowser, id: string) => browser.delete(`/county-reports/${report.id}/evidence/${id}`);
const contentOf = (browser: TestBrowser, id: string) =>
  fetch(`${api.baseUrl}/api/v1/county-reports/${report.id}/evidence/${id}/content`, { headers: browser.headers });

beforeAll(async () => {
  api = await startTestApi();
  await again();
  const finance = await api.transactions.run(systemActor('test'), async (tx) => {
    const [unit] = await tx.query<{ id: string }>(
      `INSERT INTO units (region_id, kind, name, opened_on) VALUES ($1, 'section', '计财科', '2001-01-01') RETURNING id`,
      [api.world.county],
    );
    const person = await createPerson(tx, { login: 'finance', displayName: '科员乙' });
    await giveGrant(tx, person, 'section-officer', { unitId: unit?.id ?? '' });
    return { unit: unit?.id ?? '', person };
  });
  financeOfficer = finance.person;
  other = await api.asPerson(financeOfficer);
  round = await openRound(api);
  report = await countyReportOf(bureau, round.id);
  const assigned = await bureau.put(`/county-reports/${report.id}/assignments`, {
    assignments: [
      { topic: 'items:county-staff', unitId: api.world.section },
      { topic: 'items:county-funds', unitId: finance.unit },
    ],
  });
  expect(assigned.status).toBe(200);
});
afterAll(() => api.stop());

it('a section proves its own indicators; what the bytes are decides, not the name', async () => {
  const [file, ...more] = evidenceIn(await attach(officer, '../交流名单.exe', sampleFiles.pdf));
  expect(more).toEqual([]);
  expect(file).toMatchObject({
    topic: rotation,
    name: '交流名单.exe.pdf',
    mediaType: 'application/pdf',
    size: sampleFiles.pdf.byteLength,
    addedBy: '科员甲',
    removed: null,
  });
  const seen = await countyReportOf(officer, round.id);
  expect(seen).toMatchObject({ revision: 1, parts: [{ evidence: 1 }], evidenceLimits: { filesPerReport: 300 } });
  // The same bytes at the same indicator are there already.
  expect(evidenceIn(await attach(officer, 'again.pdf', sampleFiles.pdf))).toHaveLength(1);
  expect((await countyReportOf(officer, round.id)).revision).toBe(1);

  const script = Buffer.from('<html><script>alert(1)</script></html>');
  expect((await attach(officer, 'a.pdf', script)).problem().code).toBe('evidence.type-refused');
  expect((await attach(officer, 'a.pdf', Buffer.alloc(0))).problem().code).toBe('evidence.empty');
  expect((await attach(officer, 'a.pdf', sampleFiles.pdf, 'requirement:Z9')).problem().code).toBe(
    'county-report.topic-unknown',
  );
  expect((await attach(officer, 'a.pdf', sampleFiles.pdf, 'items:county-staff')).status).toBe(422);
});

it('only those whose part it is add, see, open and take out', async () => {
  const [file] = (await countyReportOf(officer, round.id)).evidence;
  const id = file?.id ?? '';
  expect((await attach(other, 'b.pdf', sampleFiles.pdf)).problem()).toMatchObject({
    status: 403,
    code: 'county-report.entry-not-yours',
  });
  expect((await countyReportOf(other, round.id)).evidence).toEqual([]);
  expect((await contentOf(other, id)).status).toBe(404);
  expect((await take(other, id)).status).toBe(403);
  for (const persona of ['inspector', 'cityReviewer'] as const) {
    const reader = await api.as(persona);
    expect((await countyReportOf(reader, round.id)).evidence).toHaveLength(1);
    expect([persona, (await take(reader, id)).status]).toEqual([persona, 403]);
    const content = await contentOf(reader, id);
    expect([content.status, content.headers.get('content-type')]).toEqual([200, 'application/pdf']);
    expect(content.headers.get('content-security-policy')).toBe("sandbox; default-src 'none'");
    expect(content.headers.get('x-content-type-options')).toBe('nosniff');
    expect(Buffer.from(await content.arrayBuffer())).toEqual(sampleFiles.pdf);
  }
});

it('stands in the overview with its count and name, and in the workbook', async () => {
  const answer = await bureau.get(`/rounds/${round.id}/county-report/overview`);
  const row = countyOverviewSchema.parse(answer.body).rows.find(({ topic }) => topic === rotation);
  expect(row?.evidence).toEqual([expect.objectContaining({ name: '交流名单.exe.pdf' })]);
  const response = await fetch(`${api.baseUrl}/api/v1/rounds/${round.id}/county-report/overview.xlsx`, {
    headers: bureau.headers,
  });
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load(await response.arrayBuffer());
  const texts: unknown[] = [];
  workbook.worksheets[0]?.eachRow((line) => line.eachCell(({ value }) => texts.push(value)));
  expect(texts).toEqual(expect.arrayContaining(['佐证材料', '1 份\n交流名单.exe.pdf']));
});

it('nobody approves evidence they did not see; what was handed in cannot be changed and is kept', async () => {
  await officer.patch(
    `/county-reports/${report.id}/entries`,
    countyBatch(await countyReportOf(officer, round.id), completeCounty(round.editionId, ['county-staff'])),
  );
  const before = await countyReportOf(officer, round.id);
  const part = `/county-reports/${report.id}/parts/${before.parts[0]?.id ?? ''}`;
  const [late] = evidenceIn(await attach(officer, '名单照片.jpg', photo('a')));
  const { revision } = await countyReportOf(officer, round.id);
  expect(revision).toBe(before.revision + 1);
  expect((await officer.post(`${part}/submit`, { revision: before.revision })).problem().code).toBe(
    'county-report.stale',
  );
  expect((await officer.post(`${part}/submit`, { revision })).status).toBe(200);
  expect((await attach(officer, 'c.pdf', photo('c'))).problem()).toMatchObject({
    status: 423,
    code: 'county-report.part-locked',
  });
  expect((await take(officer, late?.id ?? '')).status).toBe(423);
  const [log] = await api.database.query<{ evidence: readonly { name: string }[] }>(
    `SELECT content::jsonb -> 'details' -> 'evidence' AS evidence FROM audit_entries WHERE action = 'county-report.submitted' ORDER BY id DESC LIMIT 1`,
  );
  expect(log?.evidence.map(({ name }) => name)).toEqual(['名单照片.jpg', '交流名单.exe.pdf']);
  expect((await officer.post(`${part}/withdraw`, { revision })).status).toBe(200);
  api.clock.advance(60_000);
  const [never] = evidenceIn(await attach(officer, 'never.jpg', photo('never')));
  for (const id of [late?.id ?? '', never?.id ?? '']) expect((await take(officer, id)).status).toBe(200);
  const after = await countyReportOf(officer, round.id);
  expect(after.evidence.map(({ removed }) => removed?.by ?? null)).toEqual(['科员甲', '科员甲', null]);
  expect(after.parts[0]).toMatchObject({ evidence: 1 });
  expect((await contentOf(officer, late?.id ?? '')).status).toBe(404);
  // Who looked before it was taken out does not approve what is left.
  expect((await officer.post(`${part}/submit`, { revision })).problem().code).toBe('county-report.stale');

  api.clock.advance(31 * DAY);
  await api.app.get(FilesForgetting).forget();
  api.clock.advance(2 * DAY);
  await api.app.get(FilesForgetting).forget();
  const isStored = (sha256: string) => api.app.get(FileStore).has(sha256);
  expect([await isStored(late?.sha256 ?? ''), await isStored(never?.sha256 ?? '')]).toEqual([true, false]);
  expect(await isStored(after.evidence.at(-1)?.sha256 ?? '')).toBe(true);
});

it('a return can be about evidence: it is worked off by what changes there, and stands in the way until then', async () => {
  await again();
  const entered = await countyReportOf(officer, round.id);
  const part = `/county-reports/${report.id}/parts/${entered.parts[0]?.id ?? ''}`;
  const { revision } = entered;
  expect((await officer.post(`${part}/submit`, { revision })).status).toBe(200);
  const returned = (entry: string) =>
    bureau.post(`${part}/return`, { revision, reasons: [{ entry, reason: '名单缺盖章' }] });
  expect((await returned('requirement:Z9#evidence')).problem().code).toBe('county-report.entry-unknown');
  // Of another section, and of a group of items, which has no evidence.
  expect((await returned('requirement:G1#evidence')).problem().code).toBe('county-report.entry-unknown');
  expect((await returned('items:county-staff#evidence')).status).toBe(422);
  expect((await returned(`${rotation}#evidence`)).status).toBe(200);
  const reasons = async () => (await countyReportOf(officer, round.id)).returnReasons;
  expect(await reasons()).toMatchObject([{ entry: `${rotation}#evidence`, state: 'open' }]);
  // Nothing is entered under it.
  const typed = await officer.patch(
    `/county-reports/${report.id}/entries`,
    countyBatch(entered, { [`${rotation}#evidence`]: '已盖章' }),
  );
  expect(typed.status).toBe(422);
  expect((await officer.post(`${part}/submit`, { revision })).problem()).toMatchObject({
    code: 'county-report.blocked',
    problems: [{ at: `${rotation}#evidence`, code: 'return-open' }],
  });
  await attach(officer, '盖章名单.jpg', photo('stamped'));
  expect(await reasons()).toMatchObject([{ state: 'changed' }]);
  const after = await countyReportOf(officer, round.id);
  expect((await officer.post(`${part}/submit`, { revision: after.revision })).status).toBe(200);
});

it('takes over what proved the report before, to its topic or another, once, and says whence', async () => {
  const before = await countyReportOf(bureau, round.id);
  const kept = before.evidence.filter(({ removed }) => removed === null);
  api.clock.set('2027-09-10T01:00:00.000Z');
  await again();
  const next = await openRound(api, { year: 2027, opensOn: '2027-09-01', deadline: '2027-10-15' });
  const fresh = await countyReportOf(officer, next.id);
  const path = `/county-reports/${fresh.id}/evidence`;
  const earlier = async (browser: TestBrowser) =>
    earlierCountyEvidenceSchema.parse((await browser.get(`${path}/earlier`)).body);
  expect(await earlier(officer)).toMatchObject({ year: 2026, evidence: kept.map(({ id, topic }) => ({ id, topic })) });
  other = await api.asPerson(financeOfficer);
  expect((await earlier(other)).evidence).toEqual([]);

  const [first] = kept;
  const id = first?.id ?? '';
  const reuse = (browser: TestBrowser, body: Readonly<Record<string, unknown>>) => browser.post(`${path}/reuse`, body);
  expect((await reuse(other, { evidenceIds: [id] })).problem().code).toBe('evidence.not-found');
  expect(evidenceIn(await reuse(officer, { evidenceIds: [id] }))).toMatchObject([
    { name: first?.name, sha256: first?.sha256, topic: rotation, reusedFromYear: 2026 },
  ]);
  expect(evidenceIn(await reuse(officer, { evidenceIds: [id, id] }))).toHaveLength(1);
  const foreignTopic = await reuse(officer, { evidenceIds: [id], topic: 'requirement:G1' });
  expect(foreignTopic.problem().code).toBe('county-report.entry-not-yours');
  expect(evidenceIn(await reuse(bureau, { evidenceIds: [id], topic: 'requirement:G1' }))).toHaveLength(2);
  // All or none.
  const gone = before.evidence.find(({ removed }) => removed !== null)?.id ?? '';
  const [, second] = kept;
  expect((await reuse(officer, { evidenceIds: [second?.id, gone] })).problem().code).toBe('evidence.not-found');
  expect((await countyReportOf(bureau, next.id)).evidence).toHaveLength(2);
});
