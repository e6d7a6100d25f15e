import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  personSchema,
  peopleSchema,
  profileSchema,
  sentMessagesSchema,
  type Round,
  type SentMessages,
} from '@junheng/api-contract';
import { systemActor } from '../../platform/database/actor.ts';
import { openRound } from '../../../test/factories/reports.ts';
import { giveGrant } from '../../../test/factories/world.ts';
import { startMailServer, type TestMailServer } from '../../../test/harness/mail-server.ts';
import { startTestApi, type TestApi } from '../../../test/harness/test-api.ts';
import { MailDelivery } from './mail-delivery.service.ts';

const text = '请于周五前提交。';

describe('messages by mail', () => {
  let server: TestMailServer;
  let api: TestApi;
  let round: Round;

  beforeAll(async () => {
    server = await startMailServer();
    api = await startTestApi({
      environment: {
        JUNHENG_SMTP_URL: server.url,
        JUNHENG_MAIL_FROM: '均衡 <junheng@example.cn>',
        JUNHENG_PUBLIC_URL: 'https://junheng.example.cn',
      },
    });
    round = await openRound(api);
  });
  afterAll(async () => {
    await api.stop();
    await server.stop();
  });

  const give = async (persona: 'reporter' | 'principal' | 'otherReporter', email: string | null) =>
    (await (await api.as(persona)).put('/profile/email', { email })).status;
  async function send(): Promise<SentMessages['messages'][number]> {
    // The newest is told by its time.
    api.clock.set(new Date(api.clock.now().getTime() + 1000).toISOString());
    const bureau = await api.as('countyAdministrator');
    const body = { kind: 'reminder', text, schoolIds: [api.world.school, api.world.otherSchool] };
    const { byMail, messages } = sentMessagesSchema.parse(
      (await bureau.post(`/rounds/${round.id}/messages`, body)).body,
    );
    const [sent] = messages;
    if (sent === undefined || !byMail) throw new Error('nothing was sent');
    return sent;
  }
  async function newest(): Promise<SentMessages['messages'][number]['mail']> {
    const bureau = await api.as('countyAdministrator');
    return sentMessagesSchema.parse((await bureau.get(`/rounds/${round.id}/messages`)).body).messages[0]?.mail ?? null;
  }
  const deliver = () => api.app.get(MailDelivery).deliver();

  it('go to whoever gave an address, in the background, and say what became of them', async () => {
    expect((await send()).mail).toBeNull();
    expect(await give('reporter', 'not an address')).toBe(422);
    expect(await give('reporter', 'reporter@school.example')).toBe(204);
    expect(await give('otherReporter', 'gone@school.example')).toBe(204);
    const profile = profileSchema.parse((await (await api.as('reporter')).get('/profile')).body);
    expect(profile).toMatchObject({ email: 'reporter@school.example', byMail: true });

    server.refuse.set('gone@school.example', { code: 550, text: 'no such user' });
    expect((await send()).mail).toEqual({ waiting: 2, sent: 0, failed: 0, troubles: [] });
    await deliver();
    expect(await newest()).toMatchObject({
      waiting: 0,
      sent: 1,
      failed: 1,
      troubles: [{ state: 'failed', problem: 'refused', detail: expect.stringContaining('<…>: no such user') }],
    });
    expect(server.mails).toHaveLength(1);
    expect(server.mails[0]).toMatchObject({
      subject: '【均衡】催报 2026 年自评',
      from: { name: '均衡', address: 'junheng@example.cn' },
      to: [{ address: 'reporter@school.example' }],
    });
    expect(server.mails[0]?.text).toContain(text);
    expect(server.mails[0]?.text).toContain('https://junheng.example.cn');
    // Sent once: nothing is due any more.
    await deliver();
    expect(server.mails).toHaveLength(1);
  });

  it('wait while the mail server is away, and go once it is back', async () => {
    expect(await give('otherReporter', null)).toBe(204);
    const port = Number(new URL(server.url).port);
    await server.stop();
    await send();
    await deliver();
    expect(await newest()).toMatchObject({ waiting: 1, troubles: [{ state: 'waiting', problem: 'unreachable' }] });
    server = await startMailServer(port);
    await deliver();
    expect(server.mails).toHaveLength(0);
    api.clock.set(new Date(api.clock.now().getTime() + 61_000).toISOString());
    await deliver();
    expect(await newest()).toMatchObject({ waiting: 0, sent: 1, failed: 0, troubles: [] });
    expect(server.mails).toHaveLength(1);
  });

  it('do not go to an address that was taken away meanwhile, and no line break gets into a header', async () => {
    await send();
    expect(await give('reporter', null)).toBe(204);
    await deliver();
    expect(await newest()).toMatchObject({ failed: 1, troubles: [{ problem: 'no-address' }] });
    for (const email of ['a@b.cn\nBcc: c@d.cn', 'a@b.cn, c@d.cn', `${'a'.repeat(250)}@b.cn`]) {
      expect(await give('reporter', email)).toBe(422);
    }
  });

  it('the administrator keeps the addresses of their people; the log says that one changed, never which', async () => {
    const bureau = await api.as('countyAdministrator');
    const { people } = peopleSchema.parse((await bureau.get('/people')).body);
    const person = people.find(({ id }) => id === api.world.people.otherReporter);
    const changed = await bureau.put(`/people/${person?.id ?? ''}`, {
      displayName: person?.displayName,
      email: 'office@school.example',
    });
    expect(personSchema.parse(changed.body).email).toBe('office@school.example');
    const [row] = await api.database.query<{ details: string }>(
      `SELECT string_agg(content::text, ' ') AS details FROM audit_entries WHERE action LIKE 'person.email-%'`,
    );
    expect(row?.details).toContain(api.world.people.otherReporter);
    expect(row?.details).not.toContain('@school.example');
  });

  it('are tried again where the server takes no mail from the installation', async () => {
    expect(await give('reporter', 'reporter@school.example')).toBe(204);
    expect(await give('otherReporter', null)).toBe(204);
    server.refuse.set('junheng@example.cn', { code: 550, text: 'no such sender' });
    await send();
    await deliver();
    expect(await newest()).toMatchObject({
      waiting: 1,
      troubles: [{ problem: 'unreachable', detail: expect.stringContaining('no such sender') }],
    });
    server.refuse.clear();
    api.clock.set(new Date(api.clock.now().getTime() + 61_000).toISOString());
    await deliver();
    expect(await newest()).toMatchObject({ waiting: 0, sent: 1 });
  });

  it('name only the schools where their reader still works, and go to nobody who lost the role or is locked', async () => {
    const both = [api.world.people.reporter, api.world.people.otherReporter];
    expect(await give('otherReporter', 'other@school.example')).toBe(204);
    const change = (sql: string, ids: readonly string[]) =>
      api.transactions.run(systemActor('test'), (tx) => tx.execute(sql, [ids]));
    // The reporter works at both schools when the message is sent, at one when it goes out.
    await api.transactions.run(systemActor('test'), (tx) =>
      giveGrant(tx, both[0] ?? '', 'school-reporter', { schoolId: api.world.otherSchool }),
    );
    await send();
    await change(
      `UPDATE grants SET valid_from = '2020-01-01', valid_to = '2026-09-09' WHERE person_id = ANY ($1) AND school_id = '${api.world.otherSchool}'`,
      both,
    );
    const before = server.mails.length;
    await deliver();
    expect(await newest()).toMatchObject({ sent: 1, failed: 1, troubles: [{ problem: 'no-role', detail: null }] });
    const [mail] = server.mails.slice(before);
    expect(mail?.text).toContain('东镇中心小学');
    expect(mail?.text).not.toContain('甲县实验学校');

    await send();
    await change('UPDATE people SET locked_at = now() WHERE id = ANY ($1)', [both[0] ?? '']);
    await deliver();
    expect(await newest()).toMatchObject({ sent: 0, failed: 1, troubles: [{ problem: 'no-role' }] });
    await change('UPDATE people SET locked_at = NULL WHERE id = ANY ($1)', [both[0] ?? '']);
    await change('UPDATE grants SET valid_to = NULL WHERE person_id = ANY ($1)', both);
  });

  it('do not hold up the end of the process: one that hangs is broken off, those after it wait for the next', async () => {
    await send();
    const waits = server.hang();
    const delivery = api.app.get(MailDelivery);
    const delivering = delivery.deliver();
    await waits;
    await delivery.onModuleDestroy();
    await delivering;
    const mails = await api.database.query<{ attempts: number; problem: string | null }>(
      `SELECT attempts, problem FROM mails WHERE state = 'waiting' ORDER BY attempts`,
    );
    expect(mails).toEqual([
      { attempts: 0, problem: null },
      { attempts: 1, problem: 'unreachable' },
    ]);
  });
});
