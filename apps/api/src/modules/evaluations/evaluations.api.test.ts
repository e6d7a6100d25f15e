import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  evaluationSchema,
  evaluationSummariesSchema,
  evaluationSummarySchema,
  explanationSchema,
  type Round,
} from '@junheng/api-contract';
import { resultHash, rulesVersion, type CountyEvaluation } from '@junheng/evaluation-core';
import { approveReport, openRound } from '../../../test/factories/reports.ts';
import { startTestApi, type TestApi } from '../../../test/harness/test-api.ts';

describe('evaluating what is approved', () => {
  let api: TestApi;
  let round: Round;

  beforeAll(async () => {
    api = await startTestApi();
    round = await openRound(api);
  });
  afterAll(async () => api.stop());

  it('has nothing to evaluate before anything is approved', async () => {
    const bureau = await api.as('countyAdministrator');
    expect((await bureau.post(`/rounds/${round.id}/evaluations`, {})).problem()).toMatchObject({
      status: 409,
      code: 'data-set.nothing-approved',
    });
  });

  it('gives the same hash however often it runs, and another data set only when something changed', async () => {
    const bureau = await api.as('countyAdministrator');
    await approveReport(api, round.id, api.world.school, 'primary');
    const run = async () => {
      const answer = await bureau.post(`/rounds/${round.id}/evaluations`, {});
      expect(answer.status).toBe(201);
      return evaluationSummarySchema.parse(answer.body);
    };
    const first = await run();
    const second = await run();
    expect(second.id).not.toBe(first.id);
    expect(second.resultHash).toBe(first.resultHash);
    expect(second.dataSet).toEqual(first.dataSet);
    expect(first.dataSet).toMatchObject({
      version: 1,
      schoolCount: 1,
      missingSchools: [{ schoolId: api.world.otherSchool, name: '甲县实验学校' }],
    });
    // A school is still missing: the county can be unmet already, never met.
    expect(first.resourceAllocation).not.toBe('met');
    expect(first.county).not.toBe('met');

    await approveReport(api, round.id, api.world.otherSchool, 'nine-year');
    const third = await run();
    expect(third.dataSet).toMatchObject({ version: 2, schoolCount: 2, missingSchools: [] });
    expect(third.resultHash).not.toBe(first.resultHash);

    const again = await bureau.post(`/rounds/${round.id}/evaluations`, { dataSetId: first.dataSet.id });
    expect(again.body).toMatchObject({ resultHash: first.resultHash, dataSet: { version: 1 } });

    const list = evaluationSummariesSchema.parse((await bureau.get(`/rounds/${round.id}/evaluations`)).body);
    expect(list.evaluations).toHaveLength(4);
  });

  it('answers the result that was hashed, and why, down to the people behind a cell', async () => {
    const inspector = await api.as('inspector');
    const list = evaluationSummariesSchema.parse((await inspector.get(`/rounds/${round.id}/evaluations`)).body);
    const newest = list.evaluations.find(({ dataSet }) => dataSet.version === 2);
    const evaluation = evaluationSchema.parse((await inspector.get(`/evaluations/${newest?.id}`)).body);
    const result = evaluation.result as CountyEvaluation;
    expect(resultHash(result)).toBe(evaluation.resultHash);
    expect(result.hash).toBe(evaluation.resultHash);
    expect(evaluation.schools.map(({ townName }) => townName)).toEqual(['东镇', null]);

    const path = `indicator/${api.world.school}/primary/R4`;
    const answer = await inspector.get(`/evaluations/${evaluation.id}/explanation?path=${encodeURIComponent(path)}`);
    const explanation = explanationSchema.parse(answer.body);
    expect(explanation.cells.length).toBeGreaterThan(0);
    expect(explanation.cells[0]).toMatchObject({
      schoolId: api.world.school,
      enteredBy: '填报员甲',
      source: 'typed',
      submittedBy: '校长甲',
      approvedBy: '管理员甲',
    });

    expect(
      (await inspector.get(`/evaluations/${evaluation.id}/explanation?path=cv/primary/R9`)).problem(),
    ).toMatchObject({
      status: 404,
      code: 'evaluation.node-not-found',
    });
  });

  it('is not explained by other rules than those it was made by', async () => {
    const bureau = await api.as('countyAdministrator');
    const listed = evaluationSummariesSchema.parse((await bureau.get(`/rounds/${round.id}/evaluations`)).body);
    const [run] = listed.evaluations;
    // As a former release of the program left it.
    const [old] = await api.database.query<{ id: string }>(
      `INSERT INTO evaluation_runs (county_id, round_id, data_set_id, edition_id, edition_hash, options, rules_version,
                                    result, result_hash, summary, ran_at, ran_by, ran_by_name)
       SELECT county_id, round_id, data_set_id, edition_id, edition_hash, options, '0',
              result, result_hash, summary, ran_at, ran_by, ran_by_name
         FROM evaluation_runs WHERE id = $1 RETURNING id`,
      [run?.id],
    );
    expect((await bureau.get(`/evaluations/${old?.id}`)).status).toBe(200);
    const answer = await bureau.get(`/evaluations/${old?.id}/explanation?path=county`);
    expect(answer.problem()).toMatchObject({
      status: 409,
      code: 'evaluation.rules-changed',
      facts: { rulesBefore: '0', rulesNow: rulesVersion },
    });
    expect((await bureau.get(`/evaluations/${run?.id}/explanation?path=county`)).status).toBe(200);
  });

  it('is not for schools, nor for another county', async () => {
    for (const persona of ['reporter', 'areaInspector', 'foreignAdministrator'] as const) {
      const browser = await api.as(persona);
      expect([403, 404]).toContain((await browser.get(`/rounds/${round.id}/evaluations`)).status);
      expect([403, 404]).toContain((await browser.post(`/rounds/${round.id}/evaluations`, {})).status);
    }
  });
});
