import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { ArchiveIndex, Inspection, Visit } from '@junheng/api-contract';
import { photo, sampleFiles } from '../../../../test/factories/evidence.ts';
import { wantedInspection } from '../../../../test/factories/inspections.ts';
import { completeCells, openRound, reportOf } from '../../../../test/factories/reports.ts';
import { createPerson, giveGrant } from '../../../../test/factories/world.ts';
import { statementsDuring } from '../../../../test/harness/statements.ts';
import { startTestApi, type Answer, type TestApi, type TestBrowser } from '../../../../test/harness/test-api.ts';
import { systemActor } from '../../../platform/database/actor.ts';

let api: TestApi;
let first: TestBrowser;
let second: TestBrowser;
let secondId: string;

const NOW = '2026-09-10T01:00:00.000Z';
const POINT = 'target-2023/funds';

beforeAll(async () => {
  api = await startTestApi();
  secondId = await api.transactions.run(systemActor('test'), async (tx) => {
    const person = await createPerson(tx, { login: 'second.inspector', displayName: '督学乙' });
    await giveGrant(tx, person, 'inspector', { regionId: api.world.county });
    return person;
  });
  first = await api.as('inspector');
  second = await api.asPerson(secondId);
  const round = await openRound(api);
  const report = await reportOf(api, round.id, api.world.school);
  await api.transactions.run(systemActor('test'), (tx) =>
    tx.execute(`UPDATE self_reports SET cells = $2::jsonb, status = 'approved' WHERE id = $1`, [
      report.id,
      JSON.stringify({ ...completeCells('primary'), 'pupils.primary': '720' }),
    ]),
  );
});
afterAll(() => api.stop());

async function project(changes: Parameters<typeof wantedInspection>[1] = {}): Promise<string> {
  const planned = await first.post(
    '/inspections',
    wantedInspection(api, {
      selection: 'chosen',
      chosenSchoolIds: [api.world.school],
      verifiedItems: ['pupils', 'sports-field-area'],
      judgedRequirements: ['G1'],
      team: [
        { personId: api.world.people.inspector, part: 'lead' },
        { personId: secondId, part: 'member' },
      ],
      ...changes,
    }),
  );
  const { id } = planned.body as Inspection;
  expect((await first.post(`/inspections/${id}/confirmation`)).status).toBe(200);
  return `/inspections/${id}/visits/${api.world.school}`;
}

const change = (entry: string, value: string | null, baseRevision = 0) => ({
  entry,
  value,
  baseRevision,
  typedAt: NOW,
});
const save = (
  browser: TestBrowser,
  visit: string,
  changes: readonly ReturnType<typeof change>[],
  more: { readonly key?: string; readonly deviceTime?: string } = {},
): Promise<Answer> => browser.patch(`${visit}/entries`, { key: randomUUID(), deviceTime: NOW, ...more, changes });
const read = async (browser: TestBrowser, visit: string): Promise<Visit> => (await browser.get(visit)).body as Visit;

describe('the checklist', () => {
  test('is what the project verifies and judges, with what the school handed in', async () => {
    const visit = await read(first, await project());
    expect(visit).toMatchObject({ status: 'not-begun', revision: 0, reportedIn: { year: 2026, status: 'approved' } });
    expect(visit.checklist.cells.map(({ cell, reported }) => [cell, reported])).toEqual([
      ['pupils.primary', '720'],
      ['sports-field-area', completeCells('primary')['sports-field-area']],
    ]);
    expect(visit.checklist.points.map(({ point, maximum }) => [point, maximum])).toEqual([['G1', null]]);
    expect(visit.checklist.vetoes.map(({ requirementId }) => requirementId)).toEqual([
      'V1',
      'V2',
      'V3',
      'V4',
      'V5',
      'V6',
    ]);
    expect(visit.open.map(({ at }) => at)).toEqual([
      'verified:pupils.primary',
      'verified:sports-field-area',
      'score:G1',
    ]);
  });
});

describe('saving', () => {
  test('sent twice counts once, and the same key with other content is refused', async () => {
    const visit = await project();
    const key = randomUUID();
    const changes = [change('verified:pupils.primary', '７１９')];
    const answers = [await save(first, visit, changes, { key }), await save(first, visit, changes, { key })];
    expect(answers[0]?.body).toEqual({
      revision: 1,
      saved: { 'verified:pupils.primary': '719' },
      savedAt: NOW,
      clockAheadSeconds: 0,
    });
    expect(answers[1]?.body).toEqual(answers[0]?.body);
    const other = await save(first, visit, [change('verified:pupils.primary', '1')], { key });
    expect([other.status, other.problem().code]).toEqual([409, 'visit.idempotency-key-reused']);
    expect(await read(first, visit)).toMatchObject({ revision: 1, progress: { differences: 1, cellsDone: 0 } });
  });

  test('two inspectors merge entry by entry; the same entry shows both', async () => {
    const visit = await project();
    await save(first, visit, [change('verified:pupils.primary', '719'), change('note:pupils.primary', '点名册')]);
    const merged = await save(second, visit, [change('verified:sports-field-area', '100')]);
    expect(merged.status).toBe(200);
    const same = await save(second, visit, [change('verified:pupils.primary', '719')]);
    expect([same.status, same.body]).toEqual([200, expect.objectContaining({ revision: 3 })]);
    // Sent once more, as a batch of its own: nothing is there twice.
    const again = await save(second, visit, [change('verified:pupils.primary', '719')]);
    expect([again.status, again.body]).toEqual([200, expect.objectContaining({ revision: 3 })]);
    const agreed = await read(first, visit);
    expect(agreed.entries['verified:pupils.primary']).toMatchObject({ value: '719', revision: 1, by: '督学甲' });
    const agreeing = agreed.found['verified:pupils.primary']?.map(({ name, value }) => [name, value]);
    expect(agreeing).toHaveLength(2);
    expect(agreeing).toEqual(
      expect.arrayContaining([
        ['督学甲', '719'],
        ['督学乙', '719'],
      ]),
    );
    const conflict = await save(second, visit, [change('verified:pupils.primary', '718')]);
    expect([conflict.status, conflict.problem().problems]).toEqual([
      409,
      [
        {
          at: 'verified:pupils.primary',
          code: 'visit.conflict',
          facts: { mine: '718', theirs: '719', revision: 1, by: '督学甲', at: NOW },
        },
      ],
    ]);
    expect((await save(second, visit, [change('verified:pupils.primary', '718', 1)])).status).toBe(200);
    const apart = await read(first, visit);
    expect(apart.entries['verified:pupils.primary']).toMatchObject({ value: '718', by: '督学乙' });
    expect(new Set(apart.found['verified:pupils.primary']?.map(({ value }) => value))).toEqual(new Set(['718', '719']));
    // Cleared, it is found by nobody; found again, only by whoever finds it again.
    const clearing = change('verified:pupils.primary', null, apart.revision);
    expect((await save(first, visit, [clearing])).status).toBe(200);
    const cleared = await read(first, visit);
    expect(cleared.found['verified:pupils.primary']).toBeUndefined();
    expect((await save(second, visit, [change('verified:pupils.primary', '720', cleared.revision)])).status).toBe(200);
    const { found } = await read(first, visit);
    expect(found['verified:pupils.primary']).toMatchObject([{ name: '督学乙', value: '720' }]);
  });

  test('refuses each fault by name, at its entry', async () => {
    const visit = await project({
      editionId: 'cn-target-responsibility-2023',
      verifiedItems: [],
      judgedRequirements: [],
    });
    const two = await project();
    const codes = async (path: string, entry: string, value: string) => {
      const answer = await save(first, path, [change(entry, value)]);
      return [answer.problem().code, answer.problem().problems?.map(({ code }) => code)];
    };
    expect(await codes(two, 'verified:no-such-item', '5')).toEqual(['visit.entry-unknown', ['unknown-item']]);
    expect(await codes(two, 'verified:equipment-value', '5')).toEqual(['visit.entry-unknown', ['not-on-checklist']]);
    expect(await codes(two, 'verified:pupils.primary', '7.5')).toEqual(['visit.entry-invalid', ['not-an-integer']]);
    expect(await codes(two, 'veto:V1', 'maybe')).toEqual(['visit.entry-invalid', ['not-an-option']]);
    expect(await codes(two, 'finding:here/text', 'x')).toEqual(['visit.entry-unknown', ['unknown-entry']]);
    expect(await codes(two, `score:${api.world.people.inspector}/G1`, '5')).toEqual([
      'visit.entry-invalid',
      ['not-an-option'],
    ]);
    expect(await codes(two, `score:${secondId}/G1`, 'met')).toEqual([
      'visit.entry-not-yours',
      ['visit.entry-not-yours'],
    ]);
    expect(await codes(visit, `score:${api.world.people.inspector}/${POINT}`, '1')).toEqual([
      'visit.entry-unknown',
      ['not-on-checklist'],
    ]);
    expect((await read(first, two)).status).toBe('not-begun');
  });

  test('a wrong clock of the tablet is told and kept beside the server’s', async () => {
    const visit = await project();
    const deviceTime = '2019-01-01T00:00:00.000Z';
    const saved = await save(first, visit, [{ ...change('remark:visit', '慢钟'), typedAt: deviceTime }], {
      deviceTime,
    });
    const behind = Math.round((Date.parse(deviceTime) - Date.parse(NOW)) / 1000);
    expect(saved.body).toMatchObject({ savedAt: NOW, clockAheadSeconds: behind });
    expect((await read(first, visit)).entries['remark:visit']).toMatchObject({
      at: NOW,
      typedAt: deviceTime,
      clockAheadSeconds: behind,
    });
  });
});

describe('who', () => {
  test('only the team records; those in scope read, and what others scored only when it is signed', async () => {
    const visit = await project();
    await save(first, visit, [change(`score:${api.world.people.inspector}/G1`, 'met')]);
    expect(Object.keys((await read(second, visit)).entries)).toEqual([]);
    expect(Object.keys((await read(first, visit)).entries)).toHaveLength(1);
    const bureau = await api.as('countyAdministrator');
    expect((await read(bureau, visit)).may).toEqual({ record: false, sign: false, reopen: false });
    expect((await save(bureau, visit, [change('remark:visit', '不')])).status).toBe(403);
    const theirs = await project({ team: [{ personId: secondId, part: 'lead' }] });
    expect((await save(first, theirs, [change('remark:visit', '不')])).problem().code).toBe('visit.not-on-team');
    const elsewhere = visit.replace(api.world.school, api.world.foreignSchool);
    expect((await save(first, elsewhere, [change('remark:visit', '不')])).problem().code).toBe('visit.not-found');
  });

  test('signing waits for what is open, locks, and reopening needs a reason', async () => {
    const visit = await project();
    await save(first, visit, [change('verified:pupils.primary', '719'), change('veto:V1', 'found')]);
    const early = await first.post(`${visit}/signature`, { revision: 1 });
    expect(early.problem().code).toBe('visit.incomplete');
    expect(early.problem().problems?.map(({ at, code }) => [at, code])).toEqual([
      ['reason:pupils.primary', 'reason-missing'],
      ['verified:sports-field-area', 'not-verified'],
      ['score:G1', 'not-judged'],
      ['veto-facts:V1', 'facts-missing'],
    ]);
    await save(second, visit, [
      change('reason:pupils.primary', '一人已转出'),
      change('reason:sports-field-area', '操场施工，无法测量'),
      change(`score:${secondId}/G1`, 'met'),
      change('veto-facts:V1', '招生简章列有考试'),
    ]);
    expect((await first.post(`${visit}/signature`, { revision: 1 })).problem().code).toBe('visit.stale');
    const signed = await first.post(`${visit}/signature`, { revision: 2 });
    expect(signed.body).toMatchObject({ status: 'signed', signed: { by: '督学甲', revision: 2 } });
    expect(Object.keys((signed.body as Visit).entries)).toContain(`score:${secondId}/G1`);
    const late = await save(second, visit, [change('remark:visit', '晚了')]);
    expect([late.status, late.problem().code]).toEqual([423, 'visit.signed']);
    expect((await first.post(`${visit}/reopening`, { reason: ' ' })).status).toBe(422);
    expect((await second.post(`${visit}/reopening`, { reason: '漏记一项' })).body).toMatchObject({
      status: 'open',
      events: [{ kind: 'reopened', reason: '漏记一项', by: '督学乙' }, { kind: 'signed' }],
    });
    expect((await save(second, visit, [change('remark:visit', '补上')])).status).toBe(200);
  });

  test('the list of visits shows how far each is, at a fixed number of statements', async () => {
    const visit = await project();
    await save(first, visit, [
      change('verified:pupils.primary', '720'),
      change(`finding:${randomUUID()}/text`, '少一间'),
    ]);
    const list = visit.slice(0, visit.lastIndexOf('/'));
    const answers: Answer[] = [];
    const statements = await statementsDuring(api, async () => {
      answers.push(await first.get(list));
    });
    expect(answers[0]?.body).toMatchObject({
      mayRecord: true,
      visits: [{ status: 'open', inspectors: ['督学甲'], progress: { cells: 2, cellsDone: 1, findings: 1 } }],
    });
    expect(statements.filter((statement) => !/\b(sessions|grants)\b/.test(statement)).length).toBeLessThanOrEqual(8);
  });
});

describe('photos', () => {
  const send = (visit: string, id: string, bytes: Uint8Array, deviceTime = NOW) => {
    const body = new FormData();
    body.append('file', new Blob([new Uint8Array(bytes)]), 'IMG_1.jpg');
    return first.send(
      'PUT',
      `${visit}/photos/${id}?takenAt=${deviceTime}&deviceTime=${deviceTime}&about=remark:visit`,
      { body },
    );
  };

  test('are there once however often they are sent, with both clocks', async () => {
    const visit = await project();
    const id = randomUUID();
    const bytes = photo('操场');
    const answers = [await send(visit, id, bytes, '2026-09-10T02:00:00.000Z'), await send(visit, id, bytes)];
    expect(answers.map(({ status }) => status)).toEqual([200, 200]);
    expect((await read(first, visit)).photos).toEqual([
      expect.objectContaining({ id, about: 'remark:visit', receivedAt: NOW, clockAheadSeconds: 3600, by: '督学甲' }),
    ]);
    expect((await send(visit, id, photo('另一张'))).problem().code).toBe('visit.photo-id-used');
    const content = await first.get(`${visit}/photos/${id}/content`);
    expect([content.status, content.headers.get('content-type')]).toEqual([200, 'image/jpeg']);
    expect((await first.delete(`${visit}/photos/${id}`)).status).toBe(204);
    expect((await read(first, visit)).photos).toEqual([]);
    expect((await first.get(`${visit}/photos/${id}/content`)).status).toBe(404);
  });

  test.each([
    ['a document', sampleFiles.pdf],
    ['an archive', sampleFiles.docx],
    ['text', Buffer.from('not a photo')],
    ['nothing', Buffer.alloc(0)],
  ])('%s called a photo is none', async (_what, bytes) => {
    const refused = await send(await project(), randomUUID(), bytes);
    expect([refused.status, refused.problem().code]).toEqual([415, 'visit.photo-refused']);
  });
});

describe('the archive index', () => {
  test('says what is there, missing and rejected; rejecting needs a reason', async () => {
    const visit = await project();
    const [{ id: selfReportId } = { id: '' }] = await api.database.query<{ id: string }>(
      'SELECT id FROM self_reports WHERE school_id = $1',
      [api.world.school],
    );
    const evidenceId = await api.transactions.run(systemActor('test'), async (tx) => {
      await tx.execute('INSERT INTO files (sha256, size, stored_at) VALUES ($1, 4, $2)', ['a'.repeat(64), tx.at]);
      const [row] = await tx.query<{ id: string }>(
        `INSERT INTO evidence (self_report_id, sha256, name, media_type, added_at, added_by_name)
         VALUES ($1, $2, '教师名册.pdf', 'application/pdf', $3, '填报员') RETURNING id`,
        [selfReportId, 'a'.repeat(64), tx.at],
      );
      await tx.execute(`INSERT INTO evidence_targets VALUES ($1, 'indicator', 'R1')`, [row?.id]);
      return row?.id ?? '';
    });
    const lineOf = (answer: Answer, id: string) => (answer.body as ArchiveIndex).lines.find((line) => line.id === id);
    const index = await first.get(`${visit}/archive`);
    expect([lineOf(index, 'R1')?.state, lineOf(index, 'R2')?.state]).toEqual(['there', 'missing']);
    const decide = (decision: string, reason: string | null) =>
      first.put(`${visit}/archive/${evidenceId}`, { decision, reason });
    expect((await decide('rejected', null)).status).toBe(422);
    const rejected = await decide('rejected', '没有盖章，年份不符');
    expect(lineOf(rejected, 'R1')).toMatchObject({
      state: 'rejected',
      files: [{ decision: { decision: 'rejected', reason: '没有盖章，年份不符', by: '督学甲' } }],
    });
    expect(lineOf(await decide('accepted', null), 'R1')?.state).toBe('there');
    const bureau = await api.as('countyAdministrator');
    expect((await bureau.put(`${visit}/archive/${evidenceId}`, { decision: 'accepted', reason: null })).status).toBe(
      403,
    );
  });
});
