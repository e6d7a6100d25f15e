import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { checkReport, qualityBalance2017, type PeerStatistics } from '@junheng/evaluation-core';
import {
  approveReport,
  batch,
  completeCells,
  openRound,
  readReport,
  reportOf,
} from '../../../test/factories/reports.ts';
import { createSchool } from '../../../test/factories/world.ts';
import { startTestApi, type TestApi } from '../../../test/harness/test-api.ts';
import { systemActor } from '../../platform/database/actor.ts';

describe('what a report is compared with', () => {
  let api: TestApi;
  let others: readonly string[];

  beforeAll(async () => {
    api = await startTestApi();
    others = await api.transactions.run(systemActor('test'), async (tx) => {
      const ids: string[] = [];
      for (const each of [1, 2, 3, 4]) {
        ids.push(await createSchool(tx, { countyId: api.world.county, code: `990101001${each}`, name: `邻校${each}` }));
      }
      return ids;
    });
    api.clock.set('2025-09-10T01:00:00.000Z');
    const before = await openRound(api, { year: 2025, opensOn: '2025-09-01', deadline: '2025-10-15' });
    for (const school of [api.world.school, ...others]) await approveReport(api, before.id, school, 'primary');
    await approveReport(api, before.id, api.world.otherSchool, 'nine-year');
    // Schools are not all alike: the first has a little less than the second, and so on.
    await api.transactions.run(systemActor('test'), (tx) =>
      tx.execute(
        `UPDATE self_reports sr
            SET cells = cells || jsonb_build_object('sports-field-area', ((cells ->> 'sports-field-area')::numeric + 50 * x.place)::text)
           FROM unnest($1::uuid[]) WITH ORDINALITY AS x (school_id, place) WHERE sr.school_id = x.school_id`,
        [others],
      ),
    );
    api.clock.set('2026-09-10T01:00:00.000Z');
  }, 120_000);
  afterAll(async () => api.stop());

  it('is frozen when the round opens: schools of its type, five or more, and of no other type', async () => {
    const round = await openRound(api);
    const own = await reportOf(api, round.id, api.world.school);
    const statistics = own.peers?.statistics as PeerStatistics;
    expect(Object.keys(statistics.types)).toEqual(['primary']);
    expect(Object.values(statistics.types['primary'] ?? {}).map(({ count }) => count)).toContain(5);
    expect((await reportOf(api, round.id, api.world.otherSchool)).peers).toBeNull();
    expect(own.peers?.bands['sports-field-area']?.schools).toBe(5);
    // Where all are alike there is no band: it would tell everybody's value.
    expect(own.peers?.bands['multimedia-classrooms']).toBeUndefined();
    expect(own.prefilledFrom).toMatchObject({ 'school-type': 'register' });
  });

  it('is the same for the server’s checks and the page’s', async () => {
    const bureau = await api.as('countyAdministrator');
    const { rounds } = (await bureau.get('/rounds')).body as { rounds: { id: string; year: number }[] };
    const round = rounds.find(({ year }) => year === 2026)?.id ?? '';
    const { id } = await reportOf(api, round, api.world.school);
    const reporter = await api.as('reporter');
    const cells: Record<string, string> = { ...completeCells('primary') };
    // A slip of a digit: ten times the area of everybody else.
    cells['sports-field-area'] = String(Number(cells['sports-field-area']) * 10);
    const saved = await reporter.patch(`/self-reports/${id}/cells`, batch(await readReport(reporter, id), cells));
    expect(saved.status).toBe(200);
    const report = await readReport(reporter, id);
    const inThePage = checkReport(qualityBalance2017, report.cells, {
      ...(report.lastYear === null ? {} : { lastYear: report.lastYear }),
      peers: report.peers?.statistics as PeerStatistics,
    }).filter(({ severity }) => severity === 'soft');
    expect(inThePage.map(({ ruleId }) => ruleId)).toContain('unusual-among-peers');
    const list = (await bureau.get(`/rounds/${round}/self-reports`)).body as {
      selfReports: { selfReportId: string; softFindings: number }[];
    };
    expect(list.selfReports.find(({ selfReportId }) => selfReportId === id)?.softFindings).toBe(inThePage.length);
  });
});
