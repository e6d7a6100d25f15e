import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { savedCellsSchema, type Round, type SelfReport } from '@junheng/api-contract';
import { batch, openRound, readReport, reportOf } from '../../../test/factories/reports.ts';
import { systemActor } from '../../platform/database/actor.ts';
import { startTestApi, type TestApi, type TestBrowser } from '../../../test/harness/test-api.ts';
import { Scope } from '../access/access.scope.ts';
import { ReportWritesRepository } from './persistence/report-writes.repository.ts';
import { ReportsToSaveRepository } from './persistence/reports-to-save.repository.ts';
import { hashOf } from './report-hash.rules.ts';

describe('saving cells', () => {
  let api: TestApi;
  let reporter: TestBrowser;
  let principal: TestBrowser;
  let round: Round;
  let year = 2026;
  let report: SelfReport;

  beforeAll(async () => {
    api = await startTestApi();
    reporter = await api.as('reporter');
    principal = await api.as('principal');
  });
  afterAll(async () => api.stop());

  beforeEach(async () => {
    api.clock.set('2026-09-10T01:00:00.000Z');
    round = await openRound(api, { year });
    year += 1;
    report = await reportOf(api, round.id, api.world.school);
  });

  const save = (browser: TestBrowser, cells: Readonly<Record<string, string | null>>, from: SelfReport = report) =>
    browser.patch(`/self-reports/${report.id}/cells`, batch(from, cells));
  const now = () => readReport(reporter, report.id);
  async function auditCount(): Promise<number> {
    const [row] = await api.database.query<{ count: number }>(
      `SELECT count(*)::int AS count FROM audit_entries WHERE subject_id = $1 AND action = 'self-report.cells-saved'`,
      [report.id],
    );
    return row?.count ?? 0;
  }

  it('stores the canonical value, its history and its audit entry', async () => {
    const saved = savedCellsSchema.parse((await save(reporter, { 'pupils.primary': ' ３００．０ ' })).body);
    expect(saved).toMatchObject({ revision: 1, status: 'filling', saved: { 'pupils.primary': '300' } });
    await save(reporter, { 'pupils.primary': '310' }, await now());
    await save(reporter, { 'pupils.primary': null }, await now());
    const after = await now();
    expect(after.revision).toBe(3);
    expect(after.cells).not.toHaveProperty(['pupils.primary']);
    expect((await reporter.get(`/self-reports/${report.id}/history?cell=pupils.primary`)).body).toMatchObject({
      entries: [
        { revision: 3, before: '310', after: null, by: '填报员甲', source: 'typed' },
        { revision: 2, before: '300', after: '310' },
        { revision: 1, before: null, after: '300' },
      ],
    });
    expect(await auditCount()).toBe(3);
  });

  it('answers a repeated save the same and changes nothing, even after the report was locked', async () => {
    const request = batch(report, { 'pupils.primary': '300' });
    const first = await reporter.patch(`/self-reports/${report.id}/cells`, request);
    await save(principal, { 'pupils.primary': '301' }, await now());
    expect((await reporter.patch(`/self-reports/${report.id}/cells`, request)).body).toEqual(first.body);
    await reporter.post(`/self-reports/${report.id}/hand-over`, { revision: 2 });
    api.clock.set('2027-01-01T00:00:00.000Z');
    const late = await (await api.as('reporter')).patch(`/self-reports/${report.id}/cells`, request);
    expect(late.body).toEqual(first.body);
    expect((await readReport(await api.as('reporter'), report.id)).cells['pupils.primary']).toBe('301');
    expect(await auditCount()).toBe(2);
  });

  it('refuses a key that comes back with other content', async () => {
    const key = randomUUID();
    await reporter.patch(`/self-reports/${report.id}/cells`, batch(report, { 'pupils.primary': '300' }, key));
    const other = await reporter.patch(
      `/self-reports/${report.id}/cells`,
      batch(report, { 'pupils.primary': '1' }, key),
    );
    expect(other.problem()).toMatchObject({ status: 409, code: 'self-report.idempotency-key-reused' });
  });

  it('shows both values where two people changed one cell, and applies nothing of the later batch', async () => {
    await save(reporter, { 'pupils.primary': '300' });
    const refused = await save(principal, { 'pupils.primary': '305', 'full-time-teachers': '20' });
    expect(refused.problem()).toMatchObject({
      status: 409,
      code: 'self-report.conflict',
      problems: [
        {
          at: 'pupils.primary',
          facts: { mine: '305', theirs: '300', by: '填报员甲', revision: 1, at: '2026-09-10T01:00:00.000Z' },
        },
      ],
    });
    expect((await now()).cells).not.toHaveProperty(['full-time-teachers']);
    // Other cells of the same report do not stand in each other's way.
    expect((await save(principal, { 'full-time-teachers': '20' })).status).toBe(200);
    // The same value from both is no conflict.
    expect((await save(principal, { 'pupils.primary': '300' })).body).toMatchObject({ revision: 2 });
  });

  it('loses none of 200 parallel saves', async () => {
    const cells = [
      'pupils.primary',
      'migrant-pupils',
      'full-time-teachers',
      'certified-teachers',
      'classes.primary',
      'teaching-rooms-area',
      'gymnasium-area',
      'sports-field-area',
      'equipment-value',
      'multimedia-classrooms',
    ];
    await save(reporter, Object.fromEntries(cells.map((cell) => [cell, '1000'])));
    const start = await now();
    // 20 rounds of saves to each of 10 cells, all on their way at once; one chain per cell keeps its own base.
    await Promise.all(
      cells.map(async (cell, index) => {
        let base = start.cellRevisions[cell] ?? 0;
        for (let value = 1; value <= 20; value += 1) {
          const answer = await (index % 2 === 0 ? reporter : principal).patch(`/self-reports/${report.id}/cells`, {
            key: randomUUID(),
            changes: [{ cell, value: String(value), baseRevision: base }],
          });
          expect(answer.status).toBe(200);
          base = savedCellsSchema.parse(answer.body).revision;
        }
      }),
    );
    const end = await now();
    expect(end.revision).toBe(201);
    for (const cell of cells) expect(end.cells[cell]).toBe('20');
    const [{ count } = { count: 0 }] = await api.database.query<{ count: number }>(
      `SELECT count(*)::int AS count FROM cell_revisions WHERE self_report_id = $1 AND source = 'typed'`,
      [report.id],
    );
    expect(count).toBe(210);
    expect(await auditCount()).toBe(201);
  });

  it('lets exactly one of many same-based saves of one cell through', async () => {
    const answers = await Promise.all(
      Array.from({ length: 30 }, (_, index) => save(reporter, { 'pupils.primary': String(100 + index) })),
    );
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    expect(answers.filter(({ status }) => status === 409)).toHaveLength(29);
    expect((await now()).revision).toBe(1);
  });

  it('applies a batch sent many times at once only once', async () => {
    const request = batch(report, { 'pupils.primary': '300' });
    const answers = await Promise.all(
      Array.from({ length: 10 }, () => reporter.patch(`/self-reports/${report.id}/cells`, request)),
    );
    expect(new Set(answers.map(({ body }) => JSON.stringify(body))).size).toBe(1);
    expect((await now()).revision).toBe(1);
  });

  it('lets nobody wait for a report that somebody else holds', async () => {
    const other = await reportOf(api, round.id, api.world.otherSchool);
    const otherReporter = await api.as('otherReporter');
    const { held, settled } = await api.transactions.run(systemActor('test'), async (tx) => {
      await tx.query('SELECT id FROM self_reports WHERE id = $1 FOR UPDATE', [report.id]);
      const waiting = save(reporter, { 'pupils.primary': '300' });
      let answered = false;
      void waiting.then(() => (answered = true));
      const path = `/self-reports/${other.id}/cells`;
      for (const value of ['100', '101', '102']) {
        const base = await readReport(otherReporter, other.id);
        expect((await otherReporter.patch(path, batch(base, { 'pupils.primary': value }))).status).toBe(200);
      }
      return { held: waiting, settled: answered };
    });
    expect(settled).toBe(false);
    expect((await held).status).toBe(200);
  });

  it('writes nothing over what has been written since it was read', async () => {
    const scope = Scope.ofSystem();
    const request = batch(report, { 'pupils.primary': '300' });
    const wanted = { scope, reportId: report.id, key: request.key, content: request };
    const read = await api.app.get(ReportsToSaveRepository).read(api.database, [wanted]);
    const version = read.get(report.id)?.version ?? '';
    const write = (of: string) =>
      api.app.get(ReportWritesRepository).saveAllFree(api.transactions.oneStatement(), [
        {
          actor: systemActor('test'),
          scope,
          version: of,
          entry: null,
          write: {
            reportId: report.id,
            baseRevision: report.revision,
            revision: report.revision + 1,
            status: 'filling',
            totals: {
              filled: 1,
              required: 1,
              hardFindings: 0,
              softFindings: 0,
              softWithoutReason: 0,
              openReturns: 0,
            },
            changes: [{ cell: 'pupils.primary', before: null, after: '300' }],
            reasonChanges: [],
            source: 'typed',
            sourceDetails: {},
            receipt: null,
          },
        },
      ]);
    // Neither its revision nor its values: whoever hands a report over or divides its sections changes what a save may do.
    await api.transactions.run(systemActor('test'), (tx) =>
      tx.execute('UPDATE self_reports SET sections_held = sections_held WHERE id = $1', [report.id]),
    );
    expect(await write(version)).toEqual(new Set());
    expect((await now()).revision).toBe(report.revision);
    const again = await api.app.get(ReportsToSaveRepository).read(api.database, [wanted]);
    expect(await write(again.get(report.id)?.version ?? '')).toEqual(new Set([report.id]));
  });

  it('answers a save that another process has done meanwhile as that one was answered', async () => {
    const request = batch(report, { 'pupils.primary': '300' });
    const answer = {
      revision: 0,
      status: 'filling',
      saved: {},
      settledReturnReasons: [],
      savedAt: '2026-09-10T01:00:00.000Z',
    };
    const repeated = await api.transactions.run(systemActor('test'), async (tx) => {
      await tx.query('SELECT id FROM self_reports WHERE id = $1 FOR UPDATE', [report.id]);
      const waiting = reporter.patch(`/self-reports/${report.id}/cells`, request);
      await wait(300);
      await tx.execute(
        `INSERT INTO saves (self_report_id, key, request_hash, revision, answer, saved_at) VALUES ($1, $2, $3, 0, $4, $5)`,
        [report.id, request.key, hashOf(request.changes), JSON.stringify(answer), tx.at],
      );
      return { waiting };
    });
    const { status, body } = await repeated.waiting;
    expect([status, body]).toEqual([200, answer]);
    expect((await now()).cells).toEqual(report.cells);
  });

  it('refuses one of several saves that came together without touching the others', async () => {
    const other = await reportOf(api, round.id, api.world.otherSchool);
    const otherReporter = await api.as('otherReporter');
    const [good, foreign, invalid] = await Promise.all([
      otherReporter.patch(`/self-reports/${other.id}/cells`, batch(other, { 'pupils.primary': '100' })),
      otherReporter.patch(`/self-reports/${report.id}/cells`, batch(report, { 'pupils.primary': '100' })),
      save(reporter, { 'pupils.primary': 'x' }),
    ]);
    expect([good.status, foreign.status, invalid.status]).toEqual([200, 404, 422]);
    expect((await readReport(otherReporter, other.id)).cells['pupils.primary']).toBe('100');
    expect((await now()).revision).toBe(0);
  });

  it('refuses cells one by one, each with its place and reason, and saves nothing of the batch', async () => {
    const refused = await save(reporter, {
      'pupils.primary': '-1',
      'classes.primary': '1.5',
      'equipment-value': 'NaN',
      'sports-field-area': 'Infinity',
      'pupils.junior': '3',
      'no-such-item': '1',
      'full-time-teachers': '20',
    });
    expect(refused.problem()).toMatchObject({ status: 422, code: 'self-report.cell-invalid' });
    expect(Object.fromEntries((refused.problem().problems ?? []).map(({ at, code }) => [at, code]))).toEqual({
      'pupils.primary': 'negative',
      'classes.primary': 'not-an-integer',
      'equipment-value': 'not-a-number',
      'sports-field-area': 'not-a-number',
      'pupils.junior': 'not-applicable',
      'no-such-item': 'unknown-item',
    });
    expect((await save(reporter, { 'pupils.junior': '3' })).problem().code).toBe('self-report.cell-not-applicable');
    expect((await now()).revision).toBe(0);
  });

  it.each([
    ['a number for a value', { key: randomUUID(), changes: [{ cell: 'pupils.primary', value: 3, baseRevision: 0 }] }],
    ['no key', { changes: [{ cell: 'pupils.primary', value: '3', baseRevision: 0 }] }],
    ['a key that is none', { key: 'x', changes: [{ cell: 'pupils.primary', value: '3', baseRevision: 0 }] }],
    ['no changes', { key: randomUUID(), changes: [] }],
    ['a cell that is none', { key: randomUUID(), changes: [{ cell: '__proto__', value: '3', baseRevision: 0 }] }],
    ['a base that is none', { key: randomUUID(), changes: [{ cell: 'pupils.primary', value: '3', baseRevision: -1 }] }],
    ['a list', []],
  ])('refuses a body with %s', async (_what, body) => {
    const refused = await reporter.patch(`/self-reports/${report.id}/cells`, body);
    expect(refused.problem()).toMatchObject({ status: 422, code: 'request.malformed' });
    expect(refused.problem().problems?.length).toBeGreaterThan(0);
  });

  it('refuses text that cannot be stored, at its place', async () => {
    for (const text of ['东\u0000镇', '东\ud800镇']) {
      const attempts = [
        await save(reporter, { 'pupils.primary': text }),
        await reporter.post(`/self-reports/${report.id}/hand-over`, { revision: 0, note: text }),
        await reporter.put(`/self-reports/${report.id}/check-reasons/implausible`, { reason: text }),
      ];
      for (const attempt of attempts)
        expect(attempt.problem()).toMatchObject({ status: 422, code: 'request.malformed' });
      expect(attempts[1]?.problem().problems).toMatchObject([{ at: '/note' }]);
    }
    const query = await reporter.get(`/self-reports/${report.id}/history?cell=%00`);
    expect(query.problem().code).toBe('request.malformed');
  });

  it('refuses a body that is too large, and one that is no JSON', async () => {
    const changes = Array.from({ length: 300 }, () => ({
      cell: 'pupils.primary',
      value: '1'.repeat(9000),
      baseRevision: 0,
    }));
    const large = await reporter.patch(`/self-reports/${report.id}/cells`, { key: randomUUID(), changes });
    expect(large.problem()).toMatchObject({ status: 413, code: 'request.too-large' });
    const broken = await reporter.send('PATCH', `/self-reports/${report.id}/cells`, {
      body: '{"key":',
      headers: { 'content-type': 'application/json' },
    });
    expect(broken.problem().code).toBe('request.malformed');
  });

  it('accepts the last second of the deadline day and refuses the next, keeping what was saved', async () => {
    api.clock.set('2026-10-15T15:59:59.999Z');
    expect((await save(await api.as('reporter'), { 'pupils.primary': '300' })).status).toBe(200);
    api.clock.set('2026-10-15T16:00:00.000Z');
    const late = await api.as('reporter');
    const refused = await save(late, { 'pupils.primary': '301' }, await readReport(late, report.id));
    expect(refused.problem()).toMatchObject({
      status: 423,
      code: 'round.closed',
      facts: { lock: 'closed', deadline: '2026-10-15' },
    });
    expect(await readReport(late, report.id)).toMatchObject({
      cells: { 'pupils.primary': '300' },
      lock: 'closed',
      may: { fill: false },
    });

    const bureau = await api.as('countyAdministrator');
    const extension = await bureau.put(`/rounds/${round.id}/extensions/${api.world.school}`, {
      deadline: '2026-10-20',
      reason: '台风停课',
    });
    expect(extension.status).toBe(204);
    expect((await save(late, { 'pupils.primary': '301' }, await readReport(late, report.id))).status).toBe(200);
    expect((await readReport(late, report.id)).timeline.at(-1)).toMatchObject({ kind: 'extended', note: '台风停课' });
    const earlier = await bureau.put(`/rounds/${round.id}/extensions/${api.world.school}`, {
      deadline: '2026-10-18',
      reason: '改回',
    });
    expect(earlier.problem()).toMatchObject({ status: 422, code: 'round.extension-not-later' });
    const foreign = await bureau.put(`/rounds/${round.id}/extensions/${api.world.foreignSchool}`, {
      deadline: '2026-10-28',
      reason: '越权',
    });
    expect(foreign.status).toBe(404);
  });

  it('refuses before the round opens', async () => {
    api.clock.set('2026-08-31T15:59:59.999Z');
    expect((await save(await api.as('reporter'), { 'pupils.primary': '300' })).problem().code).toBe(
      'round.not-open-yet',
    );
  });

  it('does not exist for another school, and is not written by who may only read', async () => {
    for (const persona of ['otherReporter', 'foreignReporter'] as const) {
      const browser = await api.as(persona);
      expect((await save(browser, { 'pupils.primary': '300' })).problem().code).toBe('self-report.not-found');
      expect((await browser.get(`/self-reports/${report.id}`)).status).toBe(404);
      expect((await browser.get(`/self-reports/${report.id}/history`)).status).toBe(404);
      expect((await browser.post(`/self-reports/${report.id}/hand-over`, { revision: 0 })).status).toBe(404);
    }
    for (const persona of ['countyAdministrator', 'sectionOfficer', 'inspector'] as const) {
      expect((await save(await api.as(persona), { 'pupils.primary': '300' })).problem().code).toBe('permission.denied');
    }
    expect((await (await api.as('foreignAdministrator')).get(`/self-reports/${report.id}`)).status).toBe(404);
    expect((await now()).revision).toBe(0);
  });
});
