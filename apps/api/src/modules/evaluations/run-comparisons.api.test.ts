import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  evaluationComparisonSchema,
  evaluationSummarySchema,
  nearnessSchema,
  type EvaluationSummary,
  type Round,
} from '@junheng/api-contract';
import type { EvaluationComparison } from '@junheng/evaluation-core';
import { approveReport, openRound } from '../../../test/factories/reports.ts';
import { createCountyRecords } from '../../../test/factories/county-records.ts';
import { startTestApi, type TestApi } from '../../../test/harness/test-api.ts';
import { systemActor } from '../../platform/database/actor.ts';

describe('two runs beside each other', () => {
  let api: TestApi;
  let round: Round;
  let first: EvaluationSummary;
  let second: EvaluationSummary;

  beforeAll(async () => {
    api = await startTestApi();
    round = await openRound(api);
    await approveReport(api, round.id, api.world.school, 'primary');
    first = await run({});
    await approveReport(api, round.id, api.world.otherSchool, 'nine-year');
    second = await run({});
  });
  afterAll(async () => api.stop());

  async function run(body: object): Promise<EvaluationSummary> {
    const bureau = await api.as('countyAdministrator');
    const answer = await bureau.post(`/rounds/${round.id}/evaluations`, body);
    expect(answer.status).toBe(201);
    return evaluationSummarySchema.parse(answer.body);
  }

  it('says what changed and because of what', async () => {
    const inspector = await api.as('inspector');
    const answer = await inspector.get(`/evaluations/${second.id}/comparison?before=${first.id}`);
    const compared = evaluationComparisonSchema.parse(answer.body);
    const comparison = compared.comparison as EvaluationComparison;
    expect(compared).toMatchObject({ before: { id: first.id }, after: { id: second.id }, causesKnown: true });
    expect(comparison.same).toBe(false);
    expect(comparison.basis.map(({ what }) => what)).toEqual(['data-set']);
    expect(compared.schools.map(({ name }) => name).sort()).toEqual(['东镇中心小学', '甲县实验学校']);
    // Only what changed its outcome is listed of the indicators; the others are counted.
    for (const { before, after } of comparison.indicators) expect(before?.outcome).not.toBe(after?.outcome);
  });

  it('the same data again are the same result, and nothing to tell', async () => {
    const again = await run({ dataSetId: second.dataSet.id });
    expect(again.resultHash).toBe(second.resultHash);
    const inspector = await api.as('inspector');
    const answer = await inspector.get(`/evaluations/${again.id}/comparison?before=${second.id}`);
    const { comparison } = evaluationComparisonSchema.parse(answer.body);
    expect(comparison).toMatchObject({ same: true, basis: [], indicators: [] });
  });

  it('another published edition may be tried on the same data, and the difference names it', async () => {
    const trial = await run({ dataSetId: second.dataSet.id, editionId: 'cn-2012-basic-balance' });
    expect(trial.editionId).not.toBe(second.editionId);
    const inspector = await api.as('inspector');
    const answer = await inspector.get(`/evaluations/${trial.id}/comparison?before=${second.id}`);
    const { basis } = evaluationComparisonSchema.parse(answer.body).comparison as EvaluationComparison;
    expect(basis.map(({ what }) => what)).toContain('edition');
    const bureau = await api.as('countyAdministrator');
    const unknown = await bureau.post(`/rounds/${round.id}/evaluations`, { editionId: 'no-such-edition' });
    expect(unknown.problem()).toMatchObject({ status: 404, code: 'edition.not-found' });
  });

  it('a run by rules that are gone is compared without naming causes', async () => {
    const [old] = await api.database.query<{ id: string }>(
      `INSERT INTO evaluation_runs (county_id, round_id, data_set_id, edition_id, edition_hash, options, rules_version,
                                    result, result_hash, summary, ran_at, ran_by_name)
       SELECT county_id, round_id, data_set_id, edition_id, edition_hash, options, '0',
              jsonb_set(result::jsonb, '{rulesVersion}', '"0"'), result_hash, summary, ran_at, ran_by_name
         FROM evaluation_runs WHERE id = $1 RETURNING id`,
      [second.id],
    );
    const inspector = await api.as('inspector');
    const answer = await inspector.get(`/evaluations/${second.id}/comparison?before=${old?.id}`);
    const compared = evaluationComparisonSchema.parse(answer.body);
    expect(compared.causesKnown).toBe(false);
    expect((compared.comparison as EvaluationComparison).basis.map(({ what }) => what)).toEqual(['rules-version']);
  });

  it('says how near the verdict is to another one', async () => {
    const inspector = await api.as('inspector');
    const answer = await inspector.get(`/evaluations/${second.id}/nearness`);
    const { outcome, tried, flips } = nearnessSchema.parse(answer.body);
    expect(outcome).toBe(second.resourceAllocation);
    expect(tried).toBeGreaterThan(0);
    for (const flip of flips) expect(flip.outcome).not.toBe(outcome);
  });

  it('is not for those who do not reach either run', async () => {
    const foreign = await api.transactions.run(systemActor('test'), (tx) =>
      createCountyRecords(
        tx,
        {
          countyId: api.world.foreignCounty,
          schoolId: api.world.foreignSchool,
          personId: api.world.people.foreignReporter,
        },
        '乙县之内容',
      ),
    );
    const bureau = await api.as('countyAdministrator');
    const answer = await bureau.get(`/evaluations/${second.id}/comparison?before=${foreign.evaluationId}`);
    expect(answer.problem()).toMatchObject({ status: 404, code: 'evaluation.not-found' });
  });
});
