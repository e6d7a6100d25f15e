import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  dataSetSchema,
  leftOutSchoolsSchema,
  dueSelfReportsSchema,
  ownMessagesSchema,
  roundSchema,
  roundSelfReportsSchema,
  roundsSchema,
  sentMessagesSchema,
} from '@junheng/api-contract';
import { systemActor } from '../../platform/database/actor.ts';
import { approveReport, completeCells, openRound, reportOf } from '../../../test/factories/reports.ts';
import { createSchool } from '../../../test/factories/world.ts';
import { startTestApi, type TestApi } from '../../../test/harness/test-api.ts';

describe('rounds', () => {
  let api: TestApi;

  beforeAll(async () => {
    api = await startTestApi();
  });
  afterAll(async () => api.stop());

  const wanted = (changes: Readonly<Record<string, unknown>> = {}) => ({
    regionId: api.world.county,
    kind: 'self-evaluation',
    year: 2026,
    editionId: 'cn-2017-quality-balance',
    opensOn: '2026-09-01',
    deadline: '2026-10-15',
    onePersonMaySubmit: false,
    ...changes,
  });

  it.each<[string, Readonly<Record<string, unknown>>, number, string]>([
    ['an edition that is not published', { editionId: 'no-such-edition' }, 404, 'edition.not-found'],
    [
      'an edition that asks nothing of schools',
      { editionId: 'cn-target-responsibility-2023' },
      422,
      'round.edition-asks-no-school',
    ],
    ['a deadline before its opening', { opensOn: '2026-10-16' }, 422, 'round.dates-wrong'],
    ['a deadline in the past', { opensOn: '2026-08-01', deadline: '2026-09-09' }, 422, 'round.dates-wrong'],
    ['a day that does not exist', { deadline: '2026-02-30' }, 422, 'request.malformed'],
    ['a kind that does not exist', { kind: 'party' }, 422, 'request.malformed'],
    ['a year as text', { year: '2026' }, 422, 'request.malformed'],
  ])('are not opened with %s', async (_what, changes, status, code) => {
    const bureau = await api.as('countyAdministrator');
    expect((await bureau.post('/rounds', wanted(changes))).problem()).toMatchObject({ status, code });
  });

  it('are opened by the county for itself only, for a county only, once a year', async () => {
    const bureau = await api.as('countyAdministrator');
    expect((await bureau.post('/rounds', wanted({ regionId: api.world.foreignCounty }))).status).toBe(404);
    expect((await bureau.post('/rounds', wanted({ regionId: api.world.town }))).problem().code).toBe(
      'round.needs-county',
    );
    for (const persona of ['cityReviewer', 'principal', 'inspector'] as const) {
      expect((await (await api.as(persona)).post('/rounds', wanted())).problem().code).toBe('permission.denied');
    }
    const [one, other] = await Promise.all([bureau.post('/rounds', wanted()), bureau.post('/rounds', wanted())]);
    expect([one.status, other.status].toSorted((left, right) => left - right)).toEqual([201, 409]);
    const refused = one.status === 409 ? one : other;
    expect(refused.problem().code).toBe('round.exists');
    expect(roundsSchema.parse((await bureau.get('/rounds')).body).rounds).toHaveLength(1);
  });

  it('show everybody only what is theirs', async () => {
    const seen = async (
      persona: 'countyAdministrator' | 'cityReviewer' | 'reporter' | 'areaInspector' | 'foreignAdministrator',
    ) =>
      roundsSchema
        .parse((await (await api.as(persona)).get('/rounds')).body)
        .rounds.map(({ schoolCount }) => schoolCount);
    expect(await seen('countyAdministrator')).toEqual([2]);
    expect(await seen('cityReviewer')).toEqual([2]);
    // A school sees its round, and counts nobody but itself.
    expect(await seen('reporter')).toEqual([1]);
    expect(await seen('areaInspector')).toEqual([1]);
    expect(await seen('foreignAdministrator')).toEqual([]);
    const [round] = roundsSchema.parse((await (await api.as('reporter')).get('/rounds')).body).rounds;
    const foreign = await api.as('foreignAdministrator');
    expect((await foreign.get(`/rounds/${round?.id}`)).problem().code).toBe('round.not-found');
    expect((await foreign.get(`/rounds/${round?.id}/self-reports`)).problem().code).toBe('round.not-found');
    const own = roundSelfReportsSchema.parse(
      (await (await api.as('reporter')).get(`/rounds/${round?.id}/self-reports`)).body,
    );
    expect(own.selfReports.map(({ schoolId }) => schoolId)).toEqual([api.world.school]);
  });

  it('begin with the register’s profile and last year’s approved values beside', async () => {
    const lastYear = await openRound(api, { year: 2030 });
    await approveReport(api, lastYear.id, api.world.school, 'primary');
    const thisYear = await openRound(api, { year: 2031 });
    const report = await reportOf(api, thisYear.id, api.world.school);
    expect(report.lastYear).toMatchObject({ 'pupils.primary': completeCells('primary')['pupils.primary'] });
    expect(report.cells).not.toHaveProperty(['pupils.primary']);
    expect(report.cells).toMatchObject({ 'school-type': 'primary' });
    const other = await reportOf(api, thisYear.id, api.world.otherSchool);
    expect(other.lastYear).toBeNull();
  });

  it('give a school more time, and of several extensions at once the latest day holds', async () => {
    const round = await openRound(api, { year: 2035 });
    const bureau = await api.as('countyAdministrator');
    const extend = (deadline: string) =>
      bureau.put(`/rounds/${round.id}/extensions/${api.world.school}`, { deadline, reason: '洪水停课' });
    // Both have begun before either can write.
    const begun = await api.transactions.run(systemActor('test'), async (tx) => {
      await tx.query('SELECT 1 AS held FROM round_schools WHERE round_id = $1 FOR UPDATE', [round.id]);
      const later = extend('2026-11-20');
      await new Promise((resolve) => setTimeout(resolve, 300));
      const earlier = extend('2026-11-05');
      await new Promise((resolve) => setTimeout(resolve, 300));
      return [later, earlier];
    });
    const extensions = await Promise.all(begun);
    expect(extensions.map(({ status }) => status)).toEqual([204, 422]);
    expect(await reportOf(api, round.id, api.world.school)).toMatchObject({ deadline: '2026-11-20' });
  });

  it('leave closed schools out and mark who is late', async () => {
    const closed = await api.transactions.run(systemActor('test'), async (tx) => {
      const id = await createSchool(tx, { countyId: api.world.county, code: '9901010099', name: '已撤并小学' });
      await tx.execute(`UPDATE schools SET closed_on = '2026-07-31' WHERE id = $1`, [id]);
      return id;
    });
    const round = await openRound(api, { year: 2040 });
    api.clock.set('2026-10-16T00:00:00.000Z');
    const bureau = await api.as('countyAdministrator');
    const list = roundSelfReportsSchema.parse((await bureau.get(`/rounds/${round.id}/self-reports`)).body);
    expect(list.selfReports.map(({ schoolId }) => schoolId)).not.toContain(closed);
    expect(list.selfReports.every(({ late }) => late)).toBe(true);
    expect(list.round.state).toBe('closed');
    const due = dueSelfReportsSchema.parse((await (await api.as('reporter')).get('/self-reports/due')).body);
    expect(due.selfReports[0]).toMatchObject({ lock: 'closed', deadline: '2026-10-15' });
    expect(due.selfReports[0]?.closesAt).toBe('2026-10-15T15:59:59.000Z');
    const bureauDue = dueSelfReportsSchema.parse((await bureau.get('/self-reports/due')).body);
    expect(bureauDue.selfReports).toEqual([]);
  });

  it('are opened for chosen schools, who are told of it; the others stay missing and may join', async () => {
    api.clock.set('2026-09-10T00:00:00.000Z');
    const bureau = await api.as('countyAdministrator');
    const closed = await api.transactions.run(systemActor('test'), async (tx) => {
      const id = await createSchool(tx, { countyId: api.world.county, code: '9901010098', name: '停办小学' });
      await tx.execute(`UPDATE schools SET closed_on = '2026-07-31' WHERE id = $1`, [id]);
      return id;
    });
    for (const stranger of [closed, api.world.foreignSchool, randomUUID()]) {
      const refused = await bureau.post('/rounds', wanted({ year: 2050, schoolIds: [api.world.school, stranger] }));
      expect(refused.problem().code).toBe('school.not-found');
    }
    expect((await bureau.post('/rounds', wanted({ year: 2050, schoolIds: [] }))).status).toBe(422);

    const text = '填报已布置，请按时完成。';
    const round = await openRound(api, { year: 2050, schoolIds: [api.world.school], announcement: text });
    expect(round).toMatchObject({ schoolCount: 1, leftOut: 1 });
    const left = `/rounds/${round.id}/left-out-schools`;
    expect(leftOutSchoolsSchema.parse((await bureau.get(left)).body).schools.map(({ id }) => id)).toEqual([
      api.world.otherSchool,
    ]);
    expect((await (await api.as('reporter')).get(left)).status).toBe(404);
    // A school that closes meanwhile is nobody's lack: the number and the list say the same.
    const closing = (closedOn: string | null) =>
      api.transactions.run(systemActor('test'), (tx) =>
        tx.execute('UPDATE schools SET closed_on = $2 WHERE id = $1', [api.world.otherSchool, closedOn]),
      );
    await closing('2026-09-01');
    expect(roundSchema.parse((await bureau.get(`/rounds/${round.id}`)).body).leftOut).toBe(0);
    expect(leftOutSchoolsSchema.parse((await bureau.get(left)).body).schools).toEqual([]);
    await closing(null);
    const own = ownMessagesSchema.parse((await (await api.as('reporter')).get('/messages')).body);
    expect(own.messages.map((each) => each.text)).toContain(text);
    const sent = sentMessagesSchema.parse((await bureau.get(`/rounds/${round.id}/messages`)).body);
    expect(sent.messages).toMatchObject([{ kind: 'announcement', text, schools: 1 }]);

    // What was approved of one school is no whole county.
    await approveReport(api, round.id, api.world.school, 'primary');
    const freeze = async () => dataSetSchema.parse((await bureau.post(`/rounds/${round.id}/data-sets`, {})).body);
    const missing = { missingSchools: [{ schoolId: api.world.otherSchool }] };
    expect(await freeze()).toMatchObject(missing);

    expect((await bureau.post(`/rounds/${round.id}/schools`, { schoolId: api.world.otherSchool })).status).toBe(204);
    expect(roundSchema.parse((await bureau.get(`/rounds/${round.id}`)).body)).toMatchObject({
      schoolCount: 2,
      leftOut: 0,
    });
    expect(await freeze()).toMatchObject(missing);
  });
});
