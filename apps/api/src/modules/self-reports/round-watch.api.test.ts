import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ownMessagesSchema, roundProgressSchema, sentMessagesSchema, type Round } from '@junheng/api-contract';
import { systemActor } from '../../platform/database/actor.ts';
import { approveReport, openRound, reportOf, submitReport } from '../../../test/factories/reports.ts';
import { createSchool } from '../../../test/factories/world.ts';
import { statementsDuring } from '../../../test/harness/statements.ts';
import { startTestApi, type TestApi, type TestBrowser } from '../../../test/harness/test-api.ts';

describe('watching a round and telling its schools', () => {
  let api: TestApi;
  let round: Round;
  let bureau: TestBrowser;

  beforeAll(async () => {
    api = await startTestApi();
    api.clock.set('2026-09-10T01:00:00.000Z');
    round = await openRound(api);
    bureau = await api.as('countyAdministrator');
  });
  afterAll(async () => api.stop());

  const send = (schoolIds: readonly string[], text = '请于周五前提交', kind = 'reminder') =>
    bureau.post(`/rounds/${round.id}/messages`, { kind, text, schoolIds });
  const messagesOf = async (browser: TestBrowser) =>
    ownMessagesSchema.parse((await browser.get('/messages')).body).messages;

  it('a reminder reaches the people of its schools only, and the bureau sees who has read it', async () => {
    const sent = sentMessagesSchema.parse((await send([api.world.school])).body);
    expect(sent.messages).toMatchObject([{ kind: 'reminder', by: '管理员甲', schools: 1, readBy: 0 }]);
    const reporter = await api.as('reporter');
    const [message] = await messagesOf(reporter);
    expect(message).toMatchObject({
      text: '请于周五前提交',
      by: '管理员甲',
      round: { id: round.id, year: 2026, kind: 'self-evaluation' },
      readAt: null,
    });
    expect(await messagesOf(await api.as('otherReporter'))).toEqual([]);
    // The bureau owes nothing: its own list is empty although it reaches the school.
    expect(await messagesOf(bureau)).toEqual([]);
    const path = `/messages/${message?.id ?? ''}/read`;
    expect((await (await api.as('otherReporter')).put(path)).problem()).toMatchObject({ code: 'message.not-found' });
    expect((await reporter.put(path)).status).toBe(204);
    expect((await reporter.put(path)).status).toBe(204);
    expect((await messagesOf(reporter))[0]?.readAt).toEqual(expect.any(String));
    // Each of the school reads for themselves.
    expect((await messagesOf(await api.as('principal')))[0]?.readAt).toBeNull();
    const after = sentMessagesSchema.parse((await bureau.get(`/rounds/${round.id}/messages`)).body);
    expect(after.messages).toMatchObject([{ schools: 1, readBy: 1 }]);
  });

  it('a school that is not in the round is refused, and then nobody is told', async () => {
    const before = await messagesOf(await api.as('otherReporter'));
    const refused = await send([api.world.otherSchool, api.world.foreignSchool]);
    expect([403, 404]).toContain(refused.status);
    expect(await messagesOf(await api.as('otherReporter'))).toEqual(before);
    expect((await send([], '没有学校')).status).toBe(422);
    expect((await send([api.world.school], ' ')).status).toBe(422);
  });

  it('counts sections of the form, and what was handed in and approved day by day in the zone of the region', async () => {
    const progress = async () => roundProgressSchema.parse((await bureau.get(`/rounds/${round.id}/progress`)).body);
    expect((await progress()).days).toEqual([]);
    // 16:30 UTC is the next day in Beijing.
    api.clock.set('2026-09-11T16:30:00.000Z');
    bureau = await api.as('countyAdministrator');
    await submitReport(api, round.id, api.world.school, 'primary');
    const submitted = await progress();
    expect(submitted.days).toEqual([{ day: '2026-09-12', handedIn: 1, approved: 0 }]);
    const teachers = submitted.sections.find(({ section }) => section === 'teachers');
    expect(teachers?.complete).toBe(1);
    expect(teachers?.schools).toBeGreaterThan(1);
    const { id, revision } = await reportOf(api, round.id, api.world.school);
    await bureau.post(`/self-reports/${id}/return`, { revision, reasons: [{ cell: null, reason: '请核对' }] });
    expect((await progress()).days).toEqual([{ day: '2026-09-12', handedIn: 0, approved: 0 }]);
  });

  it('what was approved and reopened is neither handed in nor approved any more', async () => {
    const other = await openRound(api, { kind: 'special', year: 2031, opensOn: '2026-09-01', deadline: '2026-10-15' });
    const report = await approveReport(api, other.id, api.world.school, 'primary');
    const days = async () => roundProgressSchema.parse((await bureau.get(`/rounds/${other.id}/progress`)).body).days;
    expect((await days()).at(-1)).toMatchObject({ handedIn: 1, approved: 1 });
    await bureau.post(`/self-reports/${report.id}/return`, {
      revision: report.revision,
      reasons: [{ cell: null, reason: '请核对' }],
    });
    expect((await days()).at(-1)).toMatchObject({ handedIn: 0, approved: 0 });
  });

  it('costs the same statements however many schools there are', async () => {
    const count = async () => (await statementsDuring(api, () => bureau.get(`/rounds/${round.id}/progress`))).length;
    const few = await count();
    await api.transactions.run(systemActor('test'), async (tx) => {
      for (let index = 0; index < 20; index += 1) {
        await createSchool(tx, { countyId: api.world.county, code: `99010188${index + 10}`, name: `示例小学${index}` });
      }
    });
    round = await openRound(api, { kind: 'special', year: 2032 });
    expect(await count()).toBe(few);
  });
});
