import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { groupingStandingsSchema, standingsSchema, type Round, type Standings } from '@junheng/api-contract';
import type { CountyEvaluation } from '@junheng/evaluation-core';
import { approveReport, openRound } from '../../../test/factories/reports.ts';
import { statementsDuring } from '../../../test/harness/statements.ts';
import { startTestApi, type TestApi, type TestBrowser } from '../../../test/harness/test-api.ts';

describe('how counties stand', () => {
  let api: TestApi;
  let round: Round;

  beforeAll(async () => {
    api = await startTestApi();
    round = await openRound(api);
    await approveReport(api, round.id, api.world.school, 'primary');
    await approveReport(api, round.id, api.world.otherSchool, 'nine-year');
    const bureau = await api.as('countyAdministrator');
    expect((await bureau.post(`/rounds/${round.id}/evaluations`, {})).status).toBe(201);
    // The same data a year before, and in the neighbouring county, with one coefficient that says something else.
    await copyRun(api.world.county, 2025, 0.3);
    await copyRun(api.world.foreignCounty, 2026, 0.45);
    await copyRun(api.world.foreignCounty, 2025, 0.4);
  });
  afterAll(async () => api.stop());

  async function copyRun(countyId: string, year: number, cv: number): Promise<void> {
    await api.database.query(
      `WITH own AS (SELECT * FROM evaluation_runs WHERE round_id = $1 ORDER BY ran_at LIMIT 1),
            r AS (INSERT INTO rounds (region_id, kind, year, edition_id, edition_hash, opens_on, deadline, created_at)
                  SELECT $2, 'self-evaluation', $3, edition_id, edition_hash, '2025-09-01', '2025-10-15', ran_at FROM own
                  RETURNING id),
            d AS (INSERT INTO data_sets (county_id, round_id, version, hash, content, frozen_at, frozen_by_name)
                  SELECT $2, r.id, 1, d.hash, d.content, d.frozen_at, '某人' FROM r, own JOIN data_sets d ON d.id = own.data_set_id
                  RETURNING id)
       INSERT INTO evaluation_runs (county_id, round_id, data_set_id, edition_id, edition_hash, options, rules_version, result,
                                    result_hash, summary, coefficients, ran_at, ran_by_name)
       SELECT $2, r.id, d.id, own.edition_id, own.edition_hash, own.options, own.rules_version, own.result, own.result_hash,
              own.summary, jsonb_build_array(jsonb_build_object('stage', 'primary', 'indicatorId', 'R1', 'cv', $4::float8,
                'limit', '0.5', 'outcome', 'met')), own.ran_at, '某人' FROM r, d, own`,
      [round.id, countyId, year, cv],
    );
  }

  const under = async (browser: TestBrowser, regionId: string): Promise<Standings> => {
    const answer = await browser.get(`/regions/${regionId}/standings`);
    expect(answer.status).toBe(200);
    return standingsSchema.parse(answer.body);
  };

  it('shows a city its counties, year by year, and who is moving toward failing', async () => {
    const { years, region, counties } = await under(await api.as('cityReviewer'), api.world.city);
    expect(region).toMatchObject({ name: '示例市', level: 'city' });
    expect(years).toEqual([2026, 2025]);
    expect(counties.map(({ name, parentName }) => [name, parentName])).toEqual([
      ['甲县', '示例市'],
      ['乙县', '示例市'],
    ]);
    const [own, other] = counties;
    expect(own?.years[0]).toMatchObject({ year: 2026, roundId: round.id, dataSetVersion: 1, released: false });
    expect(own?.coefficients.find((each) => each.stage === 'primary' && each.indicatorId === 'R1')?.values[1]).toBe(
      0.3,
    );
    // 0.05 a year, 0.05 left: on the limit after one year, over it after two.
    expect(other?.warnings).toEqual([
      {
        stage: 'primary',
        indicatorId: 'R1',
        limit: '0.5',
        sinceYear: 2025,
        before: 0.4,
        year: 2026,
        now: 0.45,
        yearsLeft: 2,
        marginLeft: expect.closeTo(0.1, 9),
      },
    ]);
  });

  it('warns by the thresholds asked for', async () => {
    const city = await api.as('cityReviewer');
    const warned = async (query: string) => {
      const answer = await city.get(`/regions/${api.world.city}/standings${query}`);
      return standingsSchema.parse(answer.body).counties[1]?.warnings.map(({ yearsLeft }) => yearsLeft);
    };
    expect(await warned('?yearsAhead=1')).toEqual([]);
    // A tenth of the limit is left.
    expect(await warned('?yearsAhead=1&margin=0.11')).toEqual([null]);
    expect(await warned('?yearsAhead=2&margin=0.05')).toEqual([2]);
    expect((await city.get(`/regions/${api.world.city}/standings?margin=2`)).status).toBe(422);
  });

  it('stands by the run that schools see, not by a later trial', async () => {
    const bureau = await api.as('countyAdministrator');
    const [first] = ((await bureau.get(`/rounds/${round.id}/evaluations`)).body as { evaluations: { id: string }[] })
      .evaluations;
    await bureau.post(`/evaluations/${first?.id}/release`, { countyVerdict: false });
    const later = await bureau.post(`/rounds/${round.id}/evaluations`, { split: 'reported-by-stage' });
    expect(later.status).toBe(201);
    const trial = await bureau.post(`/rounds/${round.id}/evaluations`, { editionId: 'cn-2012-basic-balance' });
    expect(trial.status).toBe(201);
    const { counties } = await under(bureau, api.world.county);
    expect(counties[0]?.years[0]).toMatchObject({ evaluationId: first?.id, released: true });
  });

  it('shows a county itself only, also when it asks for its city', async () => {
    const bureau = await api.as('countyAdministrator');
    for (const regionId of [api.world.city, api.world.county]) {
      const { counties } = await under(bureau, regionId);
      expect(counties.map(({ name }) => name)).toEqual(['甲县']);
      expect(JSON.stringify(counties)).not.toContain('乙县');
    }
    expect((await bureau.get(`/regions/${api.world.foreignCounty}/standings`)).status).toBe(404);
    expect((await under(await api.as('areaInspector'), api.world.city)).counties).toEqual([]);
  });

  it('compares areas and groups of all its counties, each by the run of its own county', async () => {
    const bureau = await api.as('countyAdministrator');
    const opened = await bureau.post('/groupings', {
      regionId: api.world.county,
      kind: 'school-district',
      name: '城东学区',
      leaderName: '某督学',
      startsOn: '2026-01-01',
      members: [{ schoolId: api.world.otherSchool, part: 'member' }],
    });
    expect(opened.status).toBe(201);
    const of = async (browser: TestBrowser, regionId: string, query = '') => {
      const answer = await browser.get(`/regions/${regionId}/grouping-standings${query}`);
      return [answer.status, answer.status === 200 ? groupingStandingsSchema.parse(answer.body) : null] as const;
    };
    const city = await api.as('cityReviewer');
    const [, seen] = await of(city, api.world.city);
    expect(seen?.year).toBe(2026);
    const ofDistrict = seen?.standings.filter(({ kind }) => kind === 'school-district') ?? [];
    const [own] = ofDistrict.filter(({ grouping }) => grouping?.name === '城东学区');
    expect(own).toMatchObject({ county: { name: '甲县', parentName: '示例市' }, roundId: round.id, schools: 1 });
    // What is in none of them, so that nothing of a county is left out.
    const result = ((await bureau.get(`/evaluations/${own?.evaluationId}`)).body as { result: CountyEvaluation })
      .result;
    const counted = ofDistrict.filter(({ county }) => county.name === '甲县');
    expect(counted.reduce((sum, { schoolStages }) => sum + schoolStages, 0)).toBe(
      result.schoolStages.filter(({ outcome }) => outcome !== 'not-applicable').length,
    );
    const inArea = result.schoolStages.filter(({ schoolId }) => schoolId === api.world.otherSchool);
    expect([own?.schoolStages, inArea.length > 0]).toEqual([inArea.length, true]);
    expect([own?.met, own?.unmet]).toEqual(
      ['met', 'unmet'].map((wanted) => inArea.filter(({ outcome }) => outcome === wanted).length),
    );
    // A year that nobody was evaluated in; a county sees its own only; what is out of scope does not exist.
    expect(await of(city, api.world.city, '?year=2019')).toEqual([200, { year: 2019, standings: [] }]);
    const [, county] = await of(bureau, api.world.city);
    expect(new Set(county?.standings.map(({ county: each }) => each.name))).toEqual(new Set(['甲县']));
    expect((await of(bureau, api.world.foreignCounty))[0]).toBe(404);
  });

  it('asks the database as often for many counties as for one', async () => {
    const province = await api.as('provinceReviewer');
    const ask = () => under(province, api.world.province);
    const before = await statementsDuring(api, ask);
    const city = api.world.city;
    await api.database.query(
      `INSERT INTO regions (parent_id, level, code, name, path)
       SELECT $1, 'county', '9902' || lpad(n::text, 2, '0'), '第' || n || '县', c.path || '9902' || lpad(n::text, 2, '0') || '/'
         FROM generate_series(1, 30) n, regions c WHERE c.id = $1`,
      [city],
    );
    expect((await ask()).counties).toHaveLength(32);
    expect((await statementsDuring(api, ask)).length).toBe(before.length);
  });
});
