import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { batch, openRound, readReport, reportOf } from '../../../test/factories/reports.ts';
import { startTestApi, type TestApi } from '../../../test/harness/test-api.ts';
import { systemActor } from '../../platform/database/actor.ts';
import { Housekeeping } from '../../platform/housekeeping/housekeeping.ts';
import { Logger } from '../../platform/logging/logger.ts';
import { SaveAnswersForgetting } from '../self-reports/save-answers.service.ts';
import { AccessForgetting } from './forgetting.service.ts';

const DAY = 24 * 60 * 60_000;
let api: TestApi;
beforeAll(async () => {
  api = await startTestApi();
});
afterAll(() => api.stop());

const rows = async (table: 'sessions' | 'sign_ins' | 'saves' | 'one_time_links' | 'audit_entries') =>
  (await api.database.query<{ count: number }>(`SELECT count(*)::int AS count FROM ${table}`))[0]?.count;

test('what ended long ago goes, what is in use or young stays, and the log keeps everything', async () => {
  const access = api.app.get(AccessForgetting);
  await api.as('principal');
  const ended = await api.as('principal');
  await ended.delete('/session');
  await api.anonymous().post('/session', { login: 'reporter', password: 'wrong' });
  const entries = await rows('audit_entries');
  api.clock.advance(29 * DAY);
  const live = await api.as('principal');
  expect(await access.forget()).toEqual({ sessions: 0, one_time_links: 0, sign_ins: 0 });

  api.clock.advance(2 * DAY);
  // Still within its limits by its own clock: were it forgotten, somebody at work would be thrown out.
  await api.transactions.run(systemActor('test'), (tx) =>
    tx.execute('UPDATE sessions SET ends_at = $1, last_seen_at = $2 WHERE ended_at IS NULL AND started_at > $3', [
      new Date(tx.at.getTime() + DAY),
      tx.at,
      new Date(tx.at.getTime() - 3 * DAY),
    ]),
  );
  expect(await access.forget()).toMatchObject({ sessions: 2 });
  expect((await live.get('/session')).status).toBe(200);
  api.clock.advance(180 * DAY);
  expect(await access.forget()).toMatchObject({ sessions: 1, sign_ins: 1 });
  expect(await rows('audit_entries')).toBe(entries);
  api.clock.advance(-211 * DAY);
});

test('the answer to a save is kept for half a year; sent again after that it changes nothing silently', async () => {
  const forgetting = api.app.get(SaveAnswersForgetting);
  const round = await openRound(api, { deadline: '2027-12-31' });
  const { id } = await reportOf(api, round.id, api.world.school);
  const reporter = await api.as('reporter');
  const report = await readReport(reporter, id);
  const save = batch(report, { 'pupils.primary': '100' });
  const send = async (body: unknown) => (await api.as('reporter')).patch(`/self-reports/${id}/cells`, body);
  const first = await send(save);
  expect(first.status).toBe(200);
  api.clock.advance(179 * DAY);
  expect(await forgetting.forget()).toEqual({ saves: 0 });
  expect((await send(save)).body).toEqual(first.body);

  api.clock.advance(2 * DAY);
  expect(await forgetting.forget()).toEqual({ saves: 1 });
  expect(await rows('saves')).toBe(0);
  // The same again: decided anew, nothing new comes of it.
  expect((await send(save)).body).toMatchObject({ revision: 1, saved: { 'pupils.primary': '100' } });
  await send(batch(await readReport(await api.as('reporter'), id), { 'pupils.primary': '200' }));
  api.clock.advance(181 * DAY);
  await forgetting.forget();
  expect((await send(save)).problem().code).toBe('self-report.conflict');
  expect((await readReport(await api.as('reporter'), id)).cells['pupils.primary']).toBe('200');
});

test('housekeeping does all of it, and a failure keeps nothing else from being done', async () => {
  const lines: string[] = [];
  const done: string[] = [];
  const house = new Housekeeping(
    [
      { forget: () => Promise.reject(new Error('no space')) },
      {
        forget: async () => {
          done.push('second');
          return { sessions: 3 };
        },
      },
    ],
    new Logger('json', (line) => lines.push(line)),
  );
  await house.forgetAll();
  expect(done).toEqual(['second']);
  expect(lines.join('\n')).toContain('housekeeping.failed');
  expect(lines.join('\n')).toContain('"sessions":3');
  house.start();
  await house.stop();
});
