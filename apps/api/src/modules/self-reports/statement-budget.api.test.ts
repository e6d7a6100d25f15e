import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { roundSelfReportsSchema, type Round } from '@junheng/api-contract';
import { systemActor } from '../../platform/database/actor.ts';
import { batch, openRound, reportOf } from '../../../test/factories/reports.ts';
import { createPerson, createSchool, giveGrant } from '../../../test/factories/world.ts';
import { statementsDuring } from '../../../test/harness/statements.ts';
import { startTestApi, type TestApi, type TestBrowser } from '../../../test/harness/test-api.ts';

/** Statements that belong to the session, whatever the route does. */
const ofSession = /\b(sessions|grants)\b/;

/** A budget, not a wish: deadline day is lost in statements nobody counted. */
describe('how many statements a request costs', () => {
  let api: TestApi;
  let round: Round;

  beforeAll(async () => {
    api = await startTestApi();
    await api.transactions.run(systemActor('test'), async (tx) => {
      for (let index = 0; index < 60; index += 1) {
        await createSchool(tx, { countyId: api.world.county, code: `99010199${index + 10}`, name: `示例小学${index}` });
      }
    });
    round = await openRound(api);
  });
  afterAll(async () => api.stop());

  async function own(
    browser: TestBrowser,
    work: (browser: TestBrowser) => Promise<unknown>,
  ): Promise<readonly string[]> {
    return (await statementsDuring(api, () => work(browser))).filter((statement) => !ofSession.test(statement));
  }

  it('the list of a round: the round, its counts and one statement for all rows', async () => {
    const bureau = await api.as('countyAdministrator');
    const statements = await own(bureau, async (browser) => {
      const list = roundSelfReportsSchema.parse((await browser.get(`/rounds/${round.id}/self-reports`)).body);
      expect(list.selfReports).toHaveLength(62);
    });
    expect(statements).toHaveLength(3);
    expect(statements.filter((statement) => statement.includes('sr.cells'))).toEqual([]);
  });

  it('the rounds: two statements, however many there are', async () => {
    const statements = await own(await api.as('countyAdministrator'), (browser) => browser.get('/rounds'));
    expect(statements).toHaveLength(2);
  });

  it('one report: the report, its way, its reasons, its round', async () => {
    const { id } = await reportOf(api, round.id, api.world.school);
    const statements = await own(await api.as('reporter'), (browser) => browser.get(`/self-reports/${id}`));
    expect(statements).toHaveLength(4);
  });

  it('a save: read with the receipt, write everything and its audit entry in one statement', async () => {
    const report = await reportOf(api, round.id, api.world.school);
    const reporter = await api.as('reporter');
    const request = batch(report, { 'pupils.primary': '300', 'full-time-teachers': '20', 'classes.primary': '8' });
    const statements = await own(reporter, async (browser) => {
      expect((await browser.patch(`/self-reports/${report.id}/cells`, request)).status).toBe(200);
    });
    expect(statements.map((statement) => statement.trim().split(' ')[0])).toEqual(['SELECT', 'WITH']);
    const repeated = await own(reporter, (browser) => browser.patch(`/self-reports/${report.id}/cells`, request));
    expect(repeated).toHaveLength(1);
  });

  it('saves of many schools at once: the statements of a few saves', async () => {
    const reports = roundSelfReportsSchema
      .parse((await (await api.as('countyAdministrator')).get(`/rounds/${round.id}/self-reports`)).body)
      .selfReports.slice(0, 40);
    const reporter = await api.transactions.run(systemActor('test'), async (tx) => {
      const person = await createPerson(tx, { login: 'reporter-of-many', displayName: '填报员多校' });
      for (const { schoolId } of reports) await giveGrant(tx, person, 'school-reporter', { schoolId });
      return person;
    });
    const browser = await api.asPerson(reporter);
    const statements = await own(browser, async () => {
      const answers = await Promise.all(
        reports.map(({ selfReportId }) =>
          browser.patch(`/self-reports/${selfReportId}/cells`, {
            key: crypto.randomUUID(),
            changes: [{ cell: 'pupils.primary', value: '300', baseRevision: 0 }],
          }),
        ),
      );
      expect(answers.map(({ status }) => status)).toEqual(reports.map(() => 200));
    });
    // Two each, were each alone.
    expect(statements.length).toBeLessThan(reports.length);
  });

  it('opening a round: not a statement more for more schools', async () => {
    const statements = await statementsDuring(api, () => openRound(api, { year: 2027 }));
    expect(statements.length).toBeLessThan(25);
  });
});
