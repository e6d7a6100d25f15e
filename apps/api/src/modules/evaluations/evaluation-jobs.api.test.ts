import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  evaluationJobDetailsSchema,
  evaluationJobsSchema,
  evaluationSummarySchema,
  roundSchema,
  type EvaluationJobDetails,
  type EvaluationSummary,
  type Round,
} from '@junheng/api-contract';
import { approveReport, openRound } from '../../../test/factories/reports.ts';
import { statementsDuring } from '../../../test/harness/statements.ts';
import { startTestApi, type TestApi, type TestBrowser } from '../../../test/harness/test-api.ts';
import { systemActor } from '../../platform/database/actor.ts';
import { EvaluationJobRunner } from './evaluation-job-runner.service.ts';
import { EvaluationJobQueue } from './persistence/evaluation-job-queue.ts';

describe('evaluating all counties of a region', () => {
  let api: TestApi;
  let round: Round;
  let foreignRound: Round;
  let own: EvaluationSummary;

  beforeAll(async () => {
    api = await startTestApi();
    round = await openRound(api);
    await approveReport(api, round.id, api.world.school, 'primary');
    const foreign = await api.as('foreignAdministrator');
    const opened = await foreign.post('/rounds', {
      regionId: api.world.foreignCounty,
      kind: 'self-evaluation',
      year: 2026,
      editionId: 'cn-2017-quality-balance',
      opensOn: '2026-09-01',
      deadline: '2026-10-15',
      onePersonMaySubmit: false,
    });
    foreignRound = roundSchema.parse(opened.body);
    const bureau = await api.as('countyAdministrator');
    own = evaluationSummarySchema.parse((await bureau.post(`/rounds/${round.id}/evaluations`, {})).body);
  });
  afterAll(async () => api.stop());

  const wanted = { kind: 'self-evaluation', year: 2026 };
  async function ask(browser: TestBrowser, regionId: string, body: object = wanted): Promise<EvaluationJobDetails> {
    const answer = await browser.post(`/regions/${regionId}/evaluation-jobs`, body);
    expect([answer.status, answer.body]).toEqual([201, expect.anything()]);
    return evaluationJobDetailsSchema.parse(answer.body);
  }
  async function ended(browser: TestBrowser, jobId: string): Promise<EvaluationJobDetails> {
    await api.app.get(EvaluationJobRunner).wake();
    return evaluationJobDetailsSchema.parse((await browser.get(`/evaluation-jobs/${jobId}`)).body);
  }
  const runsOf = async (roundId: string): Promise<number> => {
    const [row] = await api.database.query<{ count: number }>(
      'SELECT count(*) FROM evaluation_runs WHERE round_id = $1',
      [roundId],
    );
    return row?.count ?? 0;
  };
  /** A job as a process left it that is gone, or still at it. */
  async function leftBehind(by: string, silentFor: string, asker: string = 'cityReviewer'): Promise<string> {
    return api.transactions.run(systemActor('test'), async (tx) => {
      const person = api.world.people[asker as 'cityReviewer'];
      const [job] = await tx.query<{ id: string }>(
        `INSERT INTO evaluation_jobs (region_id, kind, year, data, state, actor, asked_at, asked_by, asked_by_name, owner,
                                      heartbeat_at, started_at)
         VALUES ($1, 'self-evaluation', 2026, 'approved', 'running', $2, $3, $4, '市级审核员', $5,
                 clock_timestamp() - $6::interval, $3) RETURNING id`,
        [
          api.world.city,
          JSON.stringify({ kind: 'person', personId: person, name: '市级审核员', sessionId: '', address: '' }),
          tx.at,
          person,
          by,
          silentFor,
        ],
      );
      await tx.execute(
        `INSERT INTO evaluation_job_parts (job_id, round_id, county_id, state, evaluation_id)
         SELECT $1::uuid, r.id, r.region_id, CASE WHEN r.id = $2 THEN 'done' ELSE 'waiting' END, CASE WHEN r.id = $2 THEN $3::uuid END
           FROM rounds r WHERE r.year = 2026`,
        [job?.id, round.id, own.id],
      );
      return job?.id ?? '';
    });
  }

  it('goes on by itself, stores a run for each county, and says why one has none', async () => {
    const city = await api.as('cityReviewer');
    const asked = await ask(city, api.world.city);
    expect(asked).toMatchObject({ counties: 2, askedBy: '市级审核员', region: { name: '示例市' }, editionId: null });
    const job = await ended(city, asked.id);
    expect(job).toMatchObject({ state: 'done', done: 1, refused: 1, failure: null });
    const [first, second] = job.parts;
    expect(first).toMatchObject({ countyName: '甲县', state: 'done', resultHash: own.resultHash });
    expect(second).toMatchObject({ countyName: '乙县', state: 'refused', refusal: 'data-set.nothing-approved' });
    // The run is the county's like any other, in the name of who asked.
    const bureau = await api.as('countyAdministrator');
    const run = evaluationSummarySchema.parse((await bureau.get(`/evaluations/${first?.evaluationId}`)).body);
    expect(run).toMatchObject({ ranBy: '市级审核员', dataSet: own.dataSet, resultHash: own.resultHash });
    const { jobs } = evaluationJobsSchema.parse((await city.get(`/regions/${api.world.city}/evaluation-jobs`)).body);
    expect(jobs.map(({ id, state }) => [id, state])).toEqual([[asked.id, 'done']]);
  });

  it('takes the newest frozen version if so asked, and another edition as a trial', async () => {
    const province = await api.as('provinceReviewer');
    const frozen = await ended(province, (await ask(province, api.world.province, { ...wanted, data: 'frozen' })).id);
    expect(frozen.parts[0]).toMatchObject({ state: 'done', resultHash: own.resultHash });
    const trial = await ask(province, api.world.province, { ...wanted, editionId: 'cn-2012-basic-balance' });
    const { parts } = await ended(province, trial.id);
    expect(parts[0]?.resultHash).not.toBe(own.resultHash);
    const unknown = await province.post(`/regions/${api.world.city}/evaluation-jobs`, { ...wanted, editionId: 'none' });
    expect(unknown.problem()).toMatchObject({ status: 404, code: 'edition.not-found' });
  });

  it('is refused where there is nothing to evaluate, and outside one’s own region', async () => {
    const city = await api.as('cityReviewer');
    const path = `/regions/${api.world.city}/evaluation-jobs`;
    expect((await city.post(path, { ...wanted, year: 2019 })).problem()).toMatchObject({
      status: 409,
      code: 'evaluation-job.no-rounds',
    });
    // Its city is known to a county by name only.
    const bureau = await api.as('countyAdministrator');
    expect((await bureau.post(path, wanted)).problem()).toMatchObject({ status: 404, code: 'region.not-found' });
    expect(evaluationJobsSchema.parse((await bureau.get(path)).body).jobs).toEqual([]);
    const [job] = evaluationJobsSchema.parse((await city.get(path)).body).jobs;
    expect((await bureau.get(`/evaluation-jobs/${job?.id}`)).status).toBe(404);
    expect((await (await api.as('inspector')).post(path, wanted)).status).toBe(403);
  });

  it('is taken over from a process that is gone, and evaluates no county twice', async () => {
    const before = await runsOf(round.id);
    const jobId = await leftBehind(randomUUID(), '1 minute');
    const city = await api.as('cityReviewer');
    expect(await ended(city, jobId)).toMatchObject({ state: 'done', done: 1, refused: 1 });
    expect(await runsOf(round.id)).toBe(before);
  });

  it('stays with a process that is at it; nobody asks for the same twice; cancelled, nothing more is stored', async () => {
    const other = randomUUID();
    const jobId = await leftBehind(other, '1 second');
    const city = await api.as('cityReviewer');
    expect(await ended(city, jobId)).toMatchObject({ state: 'running', done: 1, refused: 0, counties: 2 });
    const again = await city.post(`/regions/${api.world.city}/evaluation-jobs`, wanted);
    expect(again.problem()).toMatchObject({ status: 409, code: 'evaluation-job.under-way' });

    const cancelled = await city.post(`/evaluation-jobs/${jobId}/cancellation`);
    expect(cancelled.body).toMatchObject({ state: 'cancelled', done: 1 });
    const settled = await api.transactions.run(systemActor('test'), (tx) =>
      api.app
        .get(EvaluationJobQueue)
        .settlePart(tx, other, jobId, { roundId: foreignRound.id, evaluationId: own.id, refusal: null }),
    );
    expect(settled).toBe(false);
    expect((await city.post(`/evaluation-jobs/${jobId}/cancellation`)).problem()).toMatchObject({
      status: 409,
      code: 'evaluation-job.ended',
    });
  });

  it('ends where whoever asked has lost the role meanwhile', async () => {
    const jobId = await leftBehind(randomUUID(), '1 minute');
    const person = api.world.people.cityReviewer;
    const province = await api.as('provinceReviewer');
    const until = (day: string | null) =>
      api.transactions.run(systemActor('test'), (tx) =>
        tx.execute('UPDATE grants SET valid_to = $2 WHERE person_id = $1', [person, day]),
      );
    await until('2026-09-01');
    expect(await ended(province, jobId)).toMatchObject({ state: 'failed', failure: 'permission.denied', done: 1 });
    await until(null);
  });

  it('asks the database as often for many counties as for few', async () => {
    const city = await api.as('cityReviewer');
    const [job] = evaluationJobsSchema.parse((await city.get(`/regions/${api.world.city}/evaluation-jobs`)).body).jobs;
    const read = async () => {
      expect((await city.get(`/evaluation-jobs/${job?.id}`)).status).toBe(200);
      expect((await city.get(`/regions/${api.world.city}/evaluation-jobs`)).status).toBe(200);
    };
    const before = await statementsDuring(api, read);
    await api.transactions.run(systemActor('test'), (tx) =>
      tx.execute(
        `WITH more AS (INSERT INTO rounds (region_id, kind, year, edition_id, edition_hash, opens_on, deadline, created_at)
           SELECT region_id, 'special', 2000 + n, edition_id, edition_hash, opens_on, deadline, created_at
             FROM rounds, generate_series(1, 40) n WHERE id = $1 RETURNING id, region_id)
         INSERT INTO evaluation_job_parts (job_id, round_id, county_id) SELECT $2, id, region_id FROM more`,
        [round.id, job?.id],
      ),
    );
    expect((await statementsDuring(api, read)).length).toBe(before.length);
  });
});
