import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  evaluationSummariesSchema,
  evaluationSummarySchema,
  explanationSchema,
  schoolExplanationSchema,
  schoolResultSchema,
  schoolResultsSchema,
  type EvaluationSummary,
  type Round,
  type SchoolResult,
} from '@junheng/api-contract';
import type { ExplanationNode, SchoolStageEvaluation } from '@junheng/evaluation-core';
import { batch, openRound, readReport, reportOf, submitReport } from '../../../test/factories/reports.ts';
import { createPerson, createSchool, giveGrant } from '../../../test/factories/world.ts';
import { startTestApi, type TestApi, type TestBrowser } from '../../../test/harness/test-api.ts';
import { systemActor } from '../../platform/database/actor.ts';

/** Stands in values and names of the other schools, and nowhere else. */
const OTHERS_AREA = '9876.54';
const OTHERS_NAME = '邻校';

describe('what a school sees of an evaluation', () => {
  let api: TestApi;
  let round: Round;
  let own: string;
  let run: EvaluationSummary;
  let campus: string;
  let others: readonly string[];

  /** Submits a report with these changes and approves it. */
  async function approve(schoolId: string, type: string, changes: Readonly<Record<string, string>> = {}) {
    const bureau = await api.as('countyAdministrator');
    const submitted = await submitReport(api, round.id, schoolId, type);
    const filled = Object.keys(changes).length === 0 ? submitted : await changed(submitted.id, schoolId, changes);
    const answer = await bureau.post(`/self-reports/${filled.id}/approve`, { revision: filled.revision });
    expect([answer.status, answer.body]).toEqual([200, answer.body]);
    return filled.id;
  }

  /** Withdraws, changes and submits again as the system's own person at the school. */
  async function changed(reportId: string, schoolId: string, changes: Readonly<Record<string, string>>) {
    const person = await api.transactions.run(systemActor('test'), async (tx) => {
      const id = await createPerson(tx, { login: `second-${schoolId}`, displayName: `${OTHERS_NAME}校长` });
      await giveGrant(tx, id, 'school-principal', { schoolId });
      return id;
    });
    const principal = await api.asPerson(person);
    const move = async (name: string) => {
      const { revision } = await readReport(principal, reportId);
      const answer = await principal.post(`/self-reports/${reportId}/${name}`, { revision });
      expect([name, answer.status, answer.body]).toEqual([name, 200, answer.body]);
    };
    await move('withdraw');
    const saved = await principal.patch(
      `/self-reports/${reportId}/cells`,
      batch(await readReport(principal, reportId), changes),
    );
    expect(saved.status).toBe(200);
    await move('submit');
    return readReport(principal, reportId);
  }

  const read = async (browser: TestBrowser): Promise<SchoolResult> => {
    const answer = await browser.get(`/school-results/${own}`);
    expect([answer.status, answer.body]).toEqual([200, answer.body]);
    return schoolResultSchema.parse(answer.body);
  };

  beforeAll(async () => {
    api = await startTestApi();
    const { county, school } = api.world;
    [campus, ...others] = await api.transactions.run(systemActor('test'), async (tx) => [
      await createSchool(tx, {
        countyId: county,
        code: '9901010090',
        name: '东镇中心小学北校区',
        parentSchoolId: school,
        countedAsSchool: false,
      }),
      ...(await Promise.all(
        [1, 2, 3, 4].map((each) =>
          createSchool(tx, { countyId: county, code: `990101001${each}`, name: `${OTHERS_NAME}${each}` }),
        ),
      )),
    ]);
    round = await openRound(api, { onePersonMaySubmit: true });
    own = await approve(school, 'primary');
    for (const other of others) await approve(other, 'primary', { 'sports-field-area': OTHERS_AREA });
    const bureau = await api.as('countyAdministrator');
    run = evaluationSummarySchema.parse((await bureau.post(`/rounds/${round.id}/evaluations`, {})).body);
  }, 120_000);
  afterAll(async () => api.stop());

  it('is nothing before the bureau has released it', async () => {
    const principal = await api.as('principal');
    expect(run.release).toBeNull();
    expect(schoolResultsSchema.parse((await principal.get('/school-results')).body).results).toEqual([]);
    expect((await principal.get(`/school-results/${own}`)).problem()).toMatchObject({
      status: 404,
      code: 'school-result.not-found',
    });
    const bureau = await api.as('countyAdministrator');
    expect((await bureau.delete(`/evaluations/${run.id}/release`)).problem()).toMatchObject({
      status: 409,
      code: 'evaluation.not-released',
    });
    for (const persona of ['principal', 'inspector', 'cityReviewer', 'foreignAdministrator'] as const) {
      const answer = await (await api.as(persona)).post(`/evaluations/${run.id}/release`, { countyVerdict: true });
      expect([persona, [403, 404].includes(answer.status)]).toEqual([persona, true]);
    }
  });

  it('is its own result with its place, and the county only where that was released too', async () => {
    const bureau = await api.as('countyAdministrator');
    const released = await bureau.post(`/evaluations/${run.id}/release`, { countyVerdict: false });
    expect(evaluationSummarySchema.parse(released.body).release).toMatchObject({
      countyVerdict: false,
      releasedBy: '管理员甲',
    });
    const reporter = await api.as('reporter');
    const list = schoolResultsSchema.parse((await reporter.get('/school-results')).body);
    expect(list.results).toMatchObject([{ selfReportId: own, schoolName: '东镇中心小学', round: { year: 2026 } }]);

    const result = await read(reporter);
    expect(result).toMatchObject({
      resultHash: run.resultHash,
      approved: true,
      county: null,
      mergedInto: null,
      campuses: [{ schoolId: campus, name: '东镇中心小学北校区' }],
    });
    const stages = result.schoolStages as SchoolStageEvaluation[];
    expect(stages.map(({ schoolId, stage }) => [schoolId, stage])).toEqual([[api.world.school, 'primary']]);
    // Four others and itself; the campus is part of it and its report is not approved, so what it adds is not known.
    for (const { schools } of result.places) expect(schools).toBeGreaterThanOrEqual(5);

    await bureau.post(`/evaluations/${run.id}/release`, { countyVerdict: true });
    expect((await read(reporter)).county).toMatchObject({ outcome: run.county, stages: [{ stage: 'primary' }, {}] });
  });

  it('is explained as the bureau sees it, for nodes of the school and no others', async () => {
    const principal = await api.as('principal');
    const bureau = await api.as('countyAdministrator');
    const result = await read(principal);
    const why = (path: string) => `explanation?path=${encodeURIComponent(path)}`;
    const open = [`school/${api.world.school}/primary`];
    const seen = new Set<string>();
    for (let path = open.pop(); path !== undefined; path = open.pop()) {
      if (seen.has(path)) continue;
      seen.add(path);
      const answer = await principal.get(`/school-results/${own}/${why(path)}`);
      expect([path, answer.status]).toEqual([path, 200]);
      const { node } = schoolExplanationSchema.parse(answer.body) as { node: ExplanationNode };
      const whole = await bureau.get(`/evaluations/${run.id}/${why(path)}`);
      expect(node).toEqual(explanationSchema.parse(whole.body).node);
      expect(JSON.stringify(answer.body)).not.toContain(OTHERS_AREA);
      open.push(...node.children);
    }
    expect(seen.size).toBeGreaterThan(15);
    expect((result.schoolStages as SchoolStageEvaluation[])[0]?.indicators.length).toBe(7);
    for (const path of [
      'county',
      'stage/primary',
      'cv/primary/R5',
      'resource-allocation',
      'requirement/G1',
      `school/${others[0]}/primary`,
      `indicator/${others[0]}/primary/R5`,
      `school/../${others[0]}`,
    ]) {
      const answer = await principal.get(`/school-results/${own}/${why(path)}`);
      expect([path, answer.status, answer.problem().code]).toEqual([path, 404, 'evaluation.node-not-found']);
    }
  });

  it('holds nothing of another school', async () => {
    for (const persona of ['reporter', 'principal'] as const) {
      const browser = await api.as(persona);
      const text = JSON.stringify([(await browser.get('/school-results')).body, await read(browser)]);
      for (const secret of [OTHERS_AREA, OTHERS_NAME, ...others, api.world.otherSchool]) {
        expect([secret, text.includes(secret)]).toEqual([secret, false]);
      }
    }
    const neighbour = await api.as('otherReporter');
    expect((await neighbour.get(`/school-results/${own}`)).status).toBe(404);
    expect((await neighbour.get(`/school-results/${own}/explanation?path=county`)).status).toBe(404);
    const results = schoolResultsSchema.parse((await neighbour.get('/school-results')).body).results;
    expect(results.map(({ schoolId }) => schoolId)).toEqual([api.world.otherSchool]);
  });

  it('of a campus is the name of the school it is counted with', async () => {
    const person = await api.transactions.run(systemActor('test'), async (tx) => {
      const id = await createPerson(tx, { login: 'campus', displayName: '校区填报员' });
      await giveGrant(tx, id, 'school-reporter', { schoolId: campus });
      return id;
    });
    const browser = await api.asPerson(person);
    const report = await reportOf(api, round.id, campus);
    const result = schoolResultSchema.parse((await browser.get(`/school-results/${report.id}`)).body);
    expect(result).toMatchObject({ mergedInto: '东镇中心小学', schoolStages: [], places: [], approved: false });
    expect(
      (await browser.get(`/school-results/${report.id}/explanation?path=school/${api.world.school}/primary`)).status,
    ).toBe(404);
  });

  it('is the newest released run, and nothing again once that is taken back', async () => {
    const bureau = await api.as('countyAdministrator');
    await approve(api.world.otherSchool, 'nine-year');
    // Runs of one instant have no order.
    api.clock.advance(1000);
    const second = evaluationSummarySchema.parse((await bureau.post(`/rounds/${round.id}/evaluations`, {})).body);
    await bureau.post(`/evaluations/${second.id}/release`, { countyVerdict: false });
    const list = evaluationSummariesSchema.parse((await bureau.get(`/rounds/${round.id}/evaluations`)).body);
    expect(list.evaluations.map(({ id, release }) => [id, release !== null])).toEqual([
      [second.id, true],
      [run.id, false],
    ]);
    const principal = await api.as('principal');
    expect((await read(principal)).resultHash).toBe(second.resultHash);
    expect((await bureau.delete(`/evaluations/${second.id}/release`)).status).toBe(200);
    expect((await principal.get(`/school-results/${own}`)).status).toBe(404);
  });
});
