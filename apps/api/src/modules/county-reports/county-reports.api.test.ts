import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  countyHistorySchema,
  countyOverviewSchema,
  dataSetsSchema,
  evaluationSummarySchema,
  explanationSchema,
  savedCountyEntriesSchema,
  type CountyReport,
  type Round,
} from '@junheng/api-contract';
import ExcelJS from 'exceljs';
import { completeCounty, countyBatch, countyReportOf } from '../../../test/factories/county-reports.ts';
import { approveReport, openRound } from '../../../test/factories/reports.ts';
import { createPerson, giveGrant } from '../../../test/factories/world.ts';
import { statementsDuring } from '../../../test/harness/statements.ts';
import { startTestApi, type TestApi, type TestBrowser } from '../../../test/harness/test-api.ts';
import { systemActor } from '../../platform/database/actor.ts';

const EDITION = 'cn-2017-quality-balance';
const staff = 'items:county-staff';
const rotation = { 'rotation-eligible-teachers': '100', 'rotated-teachers': '12', 'rotated-backbone-teachers': '3' };

let api: TestApi;
let round: Round;
let bureau: TestBrowser;
let officer: TestBrowser;
let otherSection: string;

const patch = (browser: TestBrowser, report: CountyReport, entries: Record<string, string | null>) =>
  browser.patch(`/county-reports/${report.id}/entries`, countyBatch(report, entries));

/** Moves the clock; sessions do not last that long. */
async function at(instant: string): Promise<void> {
  api.clock.set(instant);
  [bureau, officer] = [await api.as('countyAdministrator'), await api.as('sectionOfficer')];
}

beforeAll(async () => {
  api = await startTestApi();
  [bureau, officer] = [await api.as('countyAdministrator'), await api.as('sectionOfficer')];
  otherSection = await api.transactions.run(systemActor('test'), async (tx) => {
    const [unit] = await tx.query<{ id: string }>(
      `INSERT INTO units (region_id, kind, name, opened_on) VALUES ($1, 'section', '计财科', '2001-01-01') RETURNING id`,
      [api.world.county],
    );
    const person = await createPerson(tx, { login: 'finance', displayName: '科员乙' });
    await giveGrant(tx, person, 'section-officer', { unitId: unit?.id ?? '' });
    return unit?.id ?? '';
  });
  round = await openRound(api);
  const report = await countyReportOf(bureau, round.id);
  const assigned = await bureau.put(`/county-reports/${report.id}/assignments`, {
    assignments: [
      { topic: staff, unitId: api.world.section },
      { topic: 'items:county-funds', unitId: otherSection },
    ],
  });
  expect(assigned.status).toBe(200);
});
afterAll(async () => api.stop());

describe('who sees and fills what', () => {
  it('a report is there as soon as the round is', async () => {
    const report = await countyReportOf(bureau, round.id);
    expect(report.parts.map(({ unit, status }) => [unit?.name ?? null, status])).toEqual([
      [null, 'filling'],
      ['督导室', 'filling'],
      ['计财科', 'filling'],
    ]);
    expect(report.timeline.map(({ kind }) => kind)).toEqual(['opened', 'assigned']);
  });

  it('a section sees its own part, with the requirements that read its items', async () => {
    const report = await countyReportOf(officer, round.id);
    expect(report.parts).toHaveLength(1);
    expect(report.parts[0]?.topics).toEqual([staff, 'requirement:G10', 'requirement:G11']);
    expect(report).toMatchObject({ mayAssign: false, units: [] });
  });

  it('saves of a section reach its own entries and nothing else', async () => {
    const report = await countyReportOf(officer, round.id);
    const saved = await patch(officer, report, { ...rotation, 'requirement:G11#steps': ' 续聘 ' });
    expect(savedCountyEntriesSchema.parse(saved.body)).toMatchObject({
      revision: 1,
      saved: { 'rotated-teachers': '12', 'requirement:G11#steps': '续聘' },
    });
    const foreign = await patch(officer, report, { 'special-education-funds': '5' });
    expect(foreign.problem()).toMatchObject({ status: 403, code: 'county-report.entry-not-yours' });
    const seen = await countyReportOf(officer, round.id);
    expect(Object.keys(seen.entries).sort()).toEqual([...Object.keys(rotation), 'requirement:G11#steps'].sort());
    const history = countyHistorySchema.parse((await officer.get(`/county-reports/${report.id}/history`)).body);
    expect(history.entries).toHaveLength(4);
    expect(history.entries[0]).toMatchObject({ by: '科员甲', source: 'typed', before: null });
    const hidden = await api.asPerson(await personOf('finance'));
    expect((await countyReportOf(hidden, round.id)).entries).toEqual({});
  });

  it('whoever may not fill is told', async () => {
    const report = await countyReportOf(bureau, round.id);
    for (const persona of ['inspector', 'cityReviewer', 'reporter'] as const) {
      const answer = await patch(await api.as(persona), report, { 'senior-places': '5' });
      expect([persona, answer.status]).toEqual([persona, 403]);
    }
    const inspected = await countyReportOf(await api.as('inspector'), round.id);
    expect(inspected.parts.every(({ may, lock }) => !may.fill && lock === 'no-right')).toBe(true);
  });
});

describe('saving', () => {
  it('the same key gives the same answer; another content under it is refused', async () => {
    const report = await countyReportOf(bureau, round.id);
    const path = `/county-reports/${report.id}/entries`;
    const request = countyBatch(report, { 'senior-places': '800' });
    const [first, again] = [await bureau.patch(path, request), await bureau.patch(path, request)];
    expect(again.body).toEqual(first.body);
    expect((await countyReportOf(bureau, round.id)).revision).toBe(report.revision + 1);
    const other = await bureau.patch(path, countyBatch(report, { 'senior-places': '801' }, request.key));
    expect(other.problem().code).toBe('county-report.idempotency-key-reused');
  });

  it('what somebody else changed meanwhile is a conflict that shows both', async () => {
    const seen = await countyReportOf(bureau, round.id);
    await patch(bureau, seen, { 'senior-places-allotted': '400' });
    const late = await patch(bureau, seen, { 'senior-places-allotted': '410' });
    expect(late.problem()).toMatchObject({
      code: 'county-report.conflict',
      problems: [{ at: 'senior-places-allotted', facts: { mine: '410', theirs: '400', by: '管理员甲' } }],
    });
  });

  it('whole or not at all: one bad value spoils the batch', async () => {
    const report = await countyReportOf(bureau, round.id);
    const bad = await patch(bureau, report, { 'senior-places-rural': '90', 'moral-education-grade': 'splendid' });
    expect(bad.problem()).toMatchObject({
      code: 'county-report.entry-invalid',
      problems: [{ at: 'moral-education-grade', code: 'not-an-option' }],
    });
    const unknown = await patch(bureau, report, { 'pupils.primary': '4', 'senior-places@1': '4' });
    expect(unknown.problem()).toMatchObject({ code: 'county-report.entry-unknown' });
    for (const entry of ['requirement:G1#expected', 'reason:county-required/senior-places']) {
      expect((await patch(bureau, report, { [entry]: 'perhaps' })).problem().code).toBe('county-report.entry-invalid');
    }
    expect((await countyReportOf(bureau, round.id)).revision).toBe(report.revision);
  });
});

describe('the way of a part', () => {
  it('is blocked while something is missing, wrong or unexplained', async () => {
    const report = await countyReportOf(officer, round.id);
    const path = `/county-reports/${report.id}/parts/${report.parts[0]?.id ?? ''}`;
    const missing = await officer.post(`${path}/submit`, { revision: report.revision });
    expect(missing.problem()).toMatchObject({
      code: 'county-report.blocked',
      problems: [{ at: 'posts-allocated-by-county', code: 'missing' }],
    });
    await patch(officer, report, { 'posts-allocated-by-county': 'yes', 'rotated-teachers': '101' });
    const more = await countyReportOf(officer, round.id);
    const above = await officer.post(`${path}/submit`, { revision: more.revision });
    expect(above.problem().problems).toEqual([
      expect.objectContaining({ at: 'rotated-teachers', code: 'reason-missing' }),
    ]);
    await patch(officer, more, { 'reason:county-share-within-whole/rotated-teachers': '含跨县交流' });
    const explained = await countyReportOf(officer, round.id);
    expect(explained.parts[0]).toMatchObject({ filled: 4, required: 4, softWithoutReason: 0 });
  });

  it('submit, return with reasons, correct, submit, approve; nobody approves what they did not see', async () => {
    let report = await countyReportOf(officer, round.id);
    const partId = report.parts[0]?.id ?? '';
    const path = `/county-reports/${report.id}/parts/${partId}`;
    expect((await officer.post(`${path}/submit`, { revision: report.revision })).status).toBe(200);
    const locked = await patch(officer, report, { 'rotated-teachers': '12' });
    expect(locked.problem()).toMatchObject({ status: 423, code: 'county-report.part-locked' });
    expect((await officer.post(`${path}/approve`, { revision: report.revision })).status).toBe(403);
    const stale = await bureau.post(`${path}/approve`, { revision: 0 });
    expect(stale.problem().code).toBe('county-report.stale');
    const reassigned = await bureau.put(`/county-reports/${report.id}/assignments`, {
      assignments: [{ topic: staff, unitId: otherSection }],
    });
    expect(reassigned.problem().code).toBe('county-report.part-locked');
    const elsewhere = await bureau.post(`${path}/return`, {
      revision: report.revision,
      reasons: [{ entry: 'special-education-funds', reason: '不是这个科室的' }],
    });
    expect(elsewhere.problem().code).toBe('county-report.entry-unknown');

    await at('2026-10-14T09:00:00+08:00');
    const returned = await bureau.post(`${path}/return`, {
      revision: report.revision,
      reasons: [{ entry: 'rotated-teachers', reason: '大于符合条件教师数' }],
    });
    expect(returned.status).toBe(200);
    report = await countyReportOf(officer, round.id);
    expect(report.parts[0]).toMatchObject({ status: 'returned', openReturns: 1, deadline: '2026-10-21' });
    await at('2026-10-17T09:00:00+08:00');
    const unchanged = await officer.post(`${path}/submit`, { revision: report.revision });
    expect(unchanged.problem().problems).toEqual([
      expect.objectContaining({ at: 'rotated-teachers', code: 'return-open' }),
    ]);
    await patch(officer, report, { 'rotated-teachers': '12' });
    report = await countyReportOf(officer, round.id);
    expect(report.returnReasons[0]).toMatchObject({ state: 'changed' });
    expect((await officer.post(`${path}/submit`, { revision: report.revision })).status).toBe(200);
    const approved = await bureau.post(`${path}/approve`, { revision: report.revision, note: '同意' });
    expect(approved.status).toBe(200);
    report = await countyReportOf(officer, round.id);
    expect(report.parts[0]).toMatchObject({ status: 'approved', submittedBy: '科员甲', approvedBy: '管理员甲' });
    expect(report.timeline.map(({ kind }) => kind)).toEqual(['submitted', 'returned', 'submitted', 'approved']);

    const others = await patch(bureau, await countyReportOf(bureau, round.id), { 'senior-places': '810' });
    expect(others.problem().code).toBe('round.closed');
    await at('2026-09-10T09:00:00+08:00');
  });

  it('who submitted does not approve, unless the round allows one person', async () => {
    const report = await countyReportOf(bureau, round.id);
    const own = report.parts.find(({ unit }) => unit?.id === otherSection);
    const path = `/county-reports/${report.id}/parts/${own?.id ?? ''}`;
    await patch(bureau, report, completeCounty(EDITION, ['county-funds']));
    const { revision } = await countyReportOf(bureau, round.id);
    expect((await bureau.post(`${path}/submit`, { revision })).status).toBe(200);
    const alone = await bureau.post(`${path}/approve`, { revision });
    expect(alone.problem()).toMatchObject({ status: 403, code: 'county-report.needs-second-person' });
    expect((await bureau.post(`${path}/withdraw`, { revision })).status).toBe(200);
  });
});

describe('what comes of it', () => {
  it('the overview names the section and where each line stands; as a workbook too', async () => {
    const answer = await bureau.get(`/rounds/${round.id}/county-report/overview`);
    const overview = countyOverviewSchema.parse(answer.body);
    const line = overview.rows.find(({ topic }) => topic === 'requirement:G11');
    expect(line).toMatchObject({
      outcome: 'met',
      status: 'approved',
      unit: { name: '督导室' },
      steps: '续聘',
      missing: 0,
    });
    expect(line?.measured).toEqual([
      expect.objectContaining({ part: 'rotated', value: 12, limit: '10' }),
      expect.objectContaining({ part: 'backbone', value: 25, limit: '20' }),
    ]);
    expect(overview.rows.find(({ topic }) => topic === 'requirement:E2')).toMatchObject({
      outcome: 'undetermined',
      unit: null,
    });
    const own = countyOverviewSchema.parse((await officer.get(`/rounds/${round.id}/county-report/overview`)).body);
    expect(own.rows.map(({ topic }) => topic)).toEqual(['requirement:G10', 'requirement:G11']);
    expect(own.totals).toEqual([]);
  });

  it('nothing that somebody typed becomes a formula in the workbook', async () => {
    const report = await countyReportOf(bureau, round.id);
    await patch(bureau, report, { 'requirement:G1#remark': '=HYPERLINK("http://example.invalid")' });
    const response = await fetch(`${api.baseUrl}/api/v1/rounds/${round.id}/county-report/overview.xlsx?language=en`, {
      headers: bureau.headers,
    });
    expect(response.status).toBe(200);
    const workbook = new ExcelJS.Workbook();
    await workbook.xlsx.load(await response.arrayBuffer());
    const texts: unknown[] = [];
    workbook.worksheets[0]?.eachRow((row) =>
      row.eachCell((cell) => {
        expect(cell.type).not.toBe(ExcelJS.ValueType.Formula);
        texts.push(cell.value);
      }),
    );
    expect(texts).toContain('=HYPERLINK("http://example.invalid")');
    expect(texts).toContain('Responsible section');
  });

  it('approved parts are frozen, evaluated, and every county cell names its people', async () => {
    await approveReport(api, round.id, api.world.school, 'primary');
    const run = evaluationSummarySchema.parse((await bureau.post(`/rounds/${round.id}/evaluations`, {})).body);
    const { dataSets } = dataSetsSchema.parse((await bureau.get(`/rounds/${round.id}/data-sets`)).body);
    // What no section handed in is not in it: a value that is not approved is missing.
    expect(dataSets[0]).toMatchObject({ countyCells: 4 });
    const path = encodeURIComponent('part/G11/rotated');
    const answer = await bureau.get(`/evaluations/${run.id}/explanation?path=${path}`);
    const { cells } = explanationSchema.parse(answer.body);
    expect(cells.find(({ cell }) => cell === 'rotated-teachers')).toMatchObject({
      schoolId: '',
      value: '12',
      enteredBy: '科员甲',
      submittedBy: '科员甲',
      approvedBy: '管理员甲',
    });
  });

  it('the next year begins with who answered for what, and with last year beside it', async () => {
    await at('2027-09-10T09:00:00+08:00');
    const next = await openRound(api, { year: 2027, opensOn: '2027-09-01', deadline: '2027-10-15' });
    const report = await countyReportOf(bureau, next.id);
    expect(report.parts.map(({ unit }) => unit?.name ?? null)).toEqual([null, '督导室', '计财科']);
    expect(report.entries).toEqual({});
    expect(report.lastYear).toMatchObject({ 'rotated-teachers': '12' });
    expect(report.lastYear).not.toHaveProperty(['senior-places']);
    await at('2026-09-10T09:00:00+08:00');
  });

  it('costs a constant number of statements', async () => {
    const own = async (path: string) =>
      (await statementsDuring(api, () => bureau.get(path))).filter((sql) => !/\b(sessions|grants)\b/.test(sql));
    expect(await own(`/rounds/${round.id}/county-report`)).toHaveLength(9);
    expect(await own(`/rounds/${round.id}/county-report/overview`)).toHaveLength(5);
  });
});

async function personOf(login: string): Promise<string> {
  const [row] = await api.database.query<{ id: string }>('SELECT id FROM people WHERE login = $1', [login]);
  return row?.id ?? '';
}
