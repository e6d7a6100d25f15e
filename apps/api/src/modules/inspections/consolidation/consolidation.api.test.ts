import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import {
  consolidationSchema,
  evaluationComparisonSchema,
  type Consolidation,
  type Inspection,
  type Round,
  type Visit,
} from '@junheng/api-contract';
import type { EvaluationComparison } from '@junheng/evaluation-core';
import { wantedInspection } from '../../../../test/factories/inspections.ts';
import { approvedData, countyData, evaluated, ledgerOf } from '../../../../test/factories/ledger.ts';
import { openRound, reportOf } from '../../../../test/factories/reports.ts';
import { createPerson, giveGrant } from '../../../../test/factories/world.ts';
import { statementsDuring } from '../../../../test/harness/statements.ts';
import { startTestApi, type Answer, type TestApi, type TestBrowser } from '../../../../test/harness/test-api.ts';
import { systemActor } from '../../../platform/database/actor.ts';

const AREA = 'teaching-rooms-area';
const NOW = '2026-09-10T01:00:00.000Z';

let api: TestApi;
let lead: TestBrowser;
let member: TestBrowser;
let memberId: string;
let round: Round;
let reported: string;

beforeAll(async () => {
  api = await startTestApi();
  memberId = await api.transactions.run(systemActor('test'), async (tx) => {
    const person = await createPerson(tx, { login: 'second.inspector', displayName: '督学乙' });
    await giveGrant(tx, person, 'inspector', { regionId: api.world.county });
    return person;
  });
  lead = await api.as('inspector');
  member = await api.asPerson(memberId);
  round = await openRound(api);
  const data = countyData(api);
  const cells = data.schools[0]?.cells ?? {};
  reported = cells[AREA] ?? '';
  const report = await reportOf(api, round.id, api.world.school);
  await api.transactions.run(systemActor('test'), (tx) =>
    tx.execute(`UPDATE self_reports SET cells = $2::jsonb, status = 'approved' WHERE id = $1`, [
      report.id,
      JSON.stringify(cells),
    ]),
  );
  await evaluated(api, round.id, data);
});
afterAll(() => api.stop());

interface Project {
  readonly path: string;
  readonly visit: string;
}

async function project(changes: Parameters<typeof wantedInspection>[1] = {}): Promise<Project> {
  const planned = await lead.post(
    '/inspections',
    wantedInspection(api, {
      selection: 'chosen',
      chosenSchoolIds: [api.world.school],
      verifiedItems: [AREA],
      judgedRequirements: ['G1'],
      team: [
        { personId: api.world.people.inspector, part: 'lead' },
        { personId: memberId, part: 'member' },
      ],
      ...changes,
    }),
  );
  const { id } = planned.body as Inspection;
  expect((await lead.post(`/inspections/${id}/confirmation`)).status).toBe(200);
  return { path: `/inspections/${id}/consolidation`, visit: `/inspections/${id}/visits/${api.world.school}` };
}

const change = (entry: string, value: string, baseRevision = 0) => ({ entry, value, baseRevision, typedAt: NOW });
async function record(browser: TestBrowser, visit: string, changes: readonly ReturnType<typeof change>[]) {
  const answer = await browser.patch(`${visit}/entries`, { key: randomUUID(), deviceTime: NOW, changes });
  expect([answer.status, answer.body]).toEqual([200, answer.body]);
  return (answer.body as { revision: number }).revision;
}
async function sign(visit: string, revision: number): Promise<void> {
  expect((await lead.post(`${visit}/signature`, { revision })).status).toBe(200);
}
const read = async (path: string, browser = lead): Promise<Consolidation> =>
  consolidationSchema.parse((await browser.get(path)).body);
const code = (answer: Answer): readonly unknown[] => [answer.status, answer.problem().code];
async function decide(
  path: string,
  entry: string,
  value: string | null,
  { seen = null, browser = lead, basis }: { seen?: number | null; browser?: TestBrowser; basis?: string } = {},
): Promise<Answer> {
  const on = { seen, basis: basis ?? (await read(path, browser)).basis };
  return browser.put(`${path}/resolutions`, {
    schoolId: api.world.school,
    entry,
    value,
    reason: '三人重新测量',
    ...on,
  });
}
async function complete(path: string, more: object = {}): Promise<Answer> {
  const { basis, counties } = await read(path);
  const dataSets = counties.flatMap(({ countyId, dataSets: [newest] }) =>
    newest === undefined ? [] : [{ countyId, dataSetId: newest.id }],
  );
  return lead.post(`${path}/completion`, { basis, dataSets, ...more });
}

/** Two inspectors who measured and judged differently, signed. */
async function apart(): Promise<Project> {
  const made = await project();
  await record(lead, made.visit, [
    change(`verified:${AREA}`, '390'),
    change(`reason:${AREA}`, '临时板房不计'),
    change(`score:${api.world.people.inspector}/G1`, 'met'),
  ]);
  const revision = await record(member, made.visit, [
    change(`verified:${AREA}`, '400', 1),
    change(`score:${memberId}/G1`, 'unmet'),
  ]);
  await sign(made.visit, revision);
  return made;
}

describe('differences', () => {
  test('are side by side once a visit is signed, and wait for the leader with a reason', async () => {
    const { path, visit } = await project();
    await record(lead, visit, [change(`score:${api.world.people.inspector}/G1`, 'met')]);
    expect((await read(path, member)).schools[0]).toMatchObject({
      points: [],
      open: [{ at: 'visit', code: 'visit-unsigned' }],
    });
    const made = await apart();
    const view = await read(made.path);
    expect(view.schools[0]?.points[0]).toMatchObject({
      state: 'differs',
      final: null,
      scores: expect.arrayContaining([
        expect.objectContaining({ name: '督学甲', value: 'met' }),
        expect.objectContaining({ name: '督学乙', value: 'unmet' }),
      ]),
    });
    expect(view.schools[0]?.cells[0]).toMatchObject({ state: 'differs', reported, reason: '临时板房不计' });
    expect(view.may).toEqual({ decide: true, complete: false });
    const early = await complete(made.path);
    expect(code(early)).toEqual([409, 'consolidation.open']);
    expect(early.problem().problems?.map(({ at, code: which }) => [at, which])).toEqual([
      [`${api.world.school}/score:G1`, 'score-differs'],
      [`${api.world.school}/verified:${AREA}`, 'value-differs'],
    ]);
    const noReason = {
      schoolId: api.world.school,
      entry: 'score:G1',
      value: 'met',
      reason: ' ',
      seen: null,
      basis: '',
    };
    expect((await lead.put(`${made.path}/resolutions`, noReason)).status).toBe(422);
    expect(code(await decide(made.path, 'score:G1', 'met', { browser: member }))).toEqual([
      403,
      'consolidation.lead-only',
    ]);
    const bureau = await api.as('countyAdministrator');
    expect((await decide(made.path, 'score:G1', 'met', { browser: bureau })).status).toBe(403);
    expect((await read(made.path, bureau)).may).toEqual({ decide: false, complete: false });
  });

  test('are none where two find and judge the same: both opinions stand side by side, each once', async () => {
    const { path, visit } = await project();
    await record(lead, visit, [
      change(`verified:${AREA}`, '390'),
      change(`reason:${AREA}`, '临时板房不计'),
      change(`score:${api.world.people.inspector}/G1`, 'met'),
    ]);
    const same = [change(`verified:${AREA}`, '390'), change(`score:${memberId}/G1`, 'met')];
    const revision = await record(member, visit, same);
    expect(await record(member, visit, same)).toBe(revision);
    await sign(visit, revision);
    const school = (await read(path)).schools[0];
    expect(school?.cells[0]).toMatchObject({ state: 'changed', final: '390', reported });
    expect(school?.cells[0]?.values.map(({ name, value }) => `${name} ${value}`).toSorted()).toEqual([
      '督学乙 390',
      '督学甲 390',
    ]);
    expect(school?.points[0]).toMatchObject({ state: 'agreed', final: 'met', scores: { length: 2 } });
    const done = consolidationSchema.parse((await complete(path)).body).completed;
    expect(done?.counties[0]?.changes[0]?.inspectors.toSorted()).toEqual(['督学乙', '督学甲']);
  });

  test('two leaders at once: the second sees that something was decided', async () => {
    const { path } = await apart();
    const { basis } = await read(path);
    const first = await decide(path, 'score:G1', 'unmet');
    expect(first.status).toBe(200);
    expect(code(await decide(path, 'score:G1', 'met'))).toEqual([409, 'consolidation.stale']);
    const id = consolidationSchema.parse(first.body).schools[0]?.points[0]?.resolution?.id ?? 0;
    expect((await decide(path, 'score:G1', 'met', { seen: id })).status).toBe(200);
    // Whoever looked before knows nothing of it.
    expect(code(await decide(path, `verified:${AREA}`, '400', { basis }))).toEqual([409, 'consolidation.stale']);
    expect((await decide(path, `verified:${AREA}`, '400')).status).toBe(200);
    const seen = await read(path);
    const dataSets = seen.counties.map(({ countyId, dataSets: [one] }) => ({ countyId, dataSetId: one?.id }));
    const both = await Promise.all([1, 2].map(() => lead.post(`${path}/completion`, { basis: seen.basis, dataSets })));
    expect(both.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 409]);
    expect(both.find(({ status }) => status === 409)?.problem().code).toBe('consolidation.done');
  });

  test('are decided anew once the opinions are others; a school that was left out is not, once signed and reopened', async () => {
    const { path, visit } = await apart();
    const reopen = async () => {
      expect((await member.post(`${visit}/reopening`, { reason: '复核一处评分' })).status).toBe(200);
    };
    expect((await decide(path, 'score:G1', 'unmet')).status).toBe(200);
    await reopen();
    expect((await decide(path, 'visit:left-out', null)).status).toBe(200);
    expect((await read(path)).schools[0]?.open).toEqual([]);
    const { revision } = (await member.get(visit)).body as Visit;
    await sign(visit, await record(member, visit, [change(`score:${memberId}/G1`, 'unclear', revision)]));
    const again = (await read(path)).schools[0];
    expect(again?.points[0]).toMatchObject({ state: 'differs', resolution: null });
    expect(again?.leftOut).toBeNull();
    expect((await decide(path, 'score:G1', 'met')).status).toBe(200);
    await reopen();
    expect((await read(path)).schools[0]).toMatchObject({
      leftOut: null,
      open: [{ at: 'visit', code: 'visit-unsigned' }],
    });
    expect((await decide(path, 'visit:left-out', null)).status).toBe(200);
  });

  test('refuses each fault by name', async () => {
    const { path } = await apart();
    expect(code(await decide(path, 'verified:no-such-item', '5'))).toEqual([422, 'consolidation.entry-unknown']);
    expect(code(await decide(path, 'score:G2', 'met'))).toEqual([422, 'consolidation.entry-unknown']);
    expect(code(await decide(path, `verified:${AREA}`, 'many'))).toEqual([422, 'consolidation.value-invalid']);
    expect(code(await decide(path, 'score:G1', '5'))).toEqual([422, 'consolidation.value-invalid']);
    expect(code(await decide(path, 'score:G1', null))).toEqual([422, 'consolidation.value-invalid']);
    expect(code(await decide(path, 'visit:left-out', null))).toEqual([409, 'consolidation.nothing-to-resolve']);
    const elsewhere = {
      schoolId: api.world.foreignSchool,
      entry: 'score:G1',
      value: 'met',
      reason: '不在名单',
      seen: null,
      basis: '',
    };
    expect(code(await lead.put(`${path}/resolutions`, elsewhere))).toEqual([404, 'consolidation.school-unknown']);
    expect(code(await lead.post(`${path}/evaluations`, { countyId: api.world.county }))).toEqual([
      409,
      'consolidation.not-completed',
    ]);
  });

  test('of points are held against the limit, and no score is above its maximum', async () => {
    const { path, visit } = await project({
      editionId: 'cn-2012-basic-balance',
      verifiedItems: [],
      judgedRequirements: ['basic-three-growths'],
    });
    const { checklist } = (await lead.get(visit)).body as Visit;
    const scored = checklist.points.find(({ maximum: most }) => most !== null);
    const maximum = scored?.maximum ?? '';
    const SCORED = scored?.point ?? '';
    await record(
      lead,
      visit,
      checklist.points.map(({ point, maximum: most }) =>
        change(`score:${api.world.people.inspector}/${point}`, most ?? 'met'),
      ),
    );
    await sign(visit, await record(member, visit, [change(`score:${memberId}/${SCORED}`, '0')]));
    const pointOf = async () => (await read(path)).schools[0]?.points.find(({ point }) => point === SCORED);
    expect(await pointOf()).toMatchObject({ state: 'differs', maximum });
    const above = await decide(path, `score:${SCORED}`, String(Number(maximum) + 1));
    expect([...code(above), above.problem().problems?.[0]?.code]).toEqual([
      422,
      'consolidation.value-invalid',
      'above-maximum',
    ]);
    const limit = await lead.put(`${path}/limit`, {
      limit: { kind: 'points', value: maximum },
      reason: '实施方案第九条',
    });
    expect(consolidationSchema.parse(limit.body).limit).toMatchObject({
      value: maximum,
      set: { reason: '实施方案第九条' },
    });
    expect(await pointOf()).toMatchObject({ state: 'within' });
  });
});

describe('verified data', () => {
  test('are a data set of their own, evaluated beside the reported ones; what they fail reaches the ledger once', async () => {
    const { path, visit } = await apart();
    await decide(path, 'score:G1', 'unmet');
    await decide(path, `verified:${AREA}`, '400');
    const before = await ledgerOf(await api.as('countyAdministrator'));
    const done = consolidationSchema.parse((await complete(path)).body).completed;
    expect(done).toMatchObject({
      outdated: [],
      counties: [
        {
          changes: [{ cell: AREA, before: reported, after: '400', inspectors: ['督学甲'], reason: '三人重新测量' }],
          absent: [],
          runs: null,
        },
      ],
    });
    expect(code(await complete(path))).toEqual([409, 'consolidation.done']);
    const verifiedId = done?.counties[0]?.verified.id ?? '';
    await expect(api.database.query(`UPDATE data_sets SET hash = 'other' WHERE id = $1`, [verifiedId])).rejects.toThrow(
      'data_sets',
    );
    // Nothing that asks for the approved data sees them.
    const bureau = await api.as('countyAdministrator');
    const listed = (await bureau.get(`/rounds/${round.id}/data-sets`)).body as { dataSets: { id: string }[] };
    expect(listed.dataSets.map(({ id }) => id)).not.toContain(verifiedId);

    const ran = await lead.post(`${path}/evaluations`, { countyId: api.world.county });
    const runs = consolidationSchema.parse(ran.body).completed?.counties[0]?.runs;
    expect(code(await lead.post(`${path}/evaluations`, { countyId: api.world.county }))).toEqual([
      409,
      'consolidation.evaluated',
    ]);
    const compared = evaluationComparisonSchema.parse(
      (await bureau.get(`/evaluations/${runs?.verifiedId}/comparison?before=${runs?.reportedId}`)).body,
    );
    expect(compared.after.dataSet).toMatchObject({ kind: 'verified', version: done?.counties[0]?.verified.version });
    const { basis, indicators } = compared.comparison as EvaluationComparison;
    expect(basis.map(({ what }) => what)).toEqual(['data-set']);
    expect(indicators.map(({ school }) => school.after)).toContain(api.world.school);
    expect(indicators.flatMap(({ becauseOf }) => becauseOf).length).toBeGreaterThan(0);
    const runList = (await bureau.get(`/rounds/${round.id}/evaluations`)).body as { evaluations: { id: string }[] };
    expect(runList.evaluations.map(({ id }) => id)).not.toContain(runs?.verifiedId);
    const release = await bureau.post(`/evaluations/${runs?.verifiedId}/release`, { countyVerdict: true });
    expect(code(release)).toEqual([404, 'evaluation.not-found']);

    const rowsOf = async () =>
      (await ledgerOf(bureau)).filter(
        ({ place, school }) =>
          place?.kind === 'indicator' && place.indicatorId === 'R4' && school?.id === api.world.school,
      );
    expect(before.some(({ place }) => place?.kind === 'indicator' && place.indicatorId === 'R4')).toBe(false);
    const [row, ...more] = await rowsOf();
    expect(more).toEqual([]);
    expect(row).toMatchObject({ standing: 'passing', status: 'to-verify', sources: [{ kind: 'finding' }] });

    // Reopened, it is visibly outdated; consolidated and evaluated again, no second row.
    await member.post(`${visit}/reopening`, { reason: '补测一间教室' });
    expect(await read(path)).toMatchObject({ completed: { outdated: ['visits'] }, may: { complete: false } });
    const state = (await lead.get(visit)).body as { revision: number };
    await sign(visit, await record(member, visit, [change('remark:visit', '复测', state.revision)]));
    expect((await complete(path)).status).toBe(200);
    expect((await lead.post(`${path}/evaluations`, { countyId: api.world.county })).status).toBe(200);
    expect(await rowsOf()).toEqual([row]);

    // The county corrects its report: the next evaluation of approved data opens the same row.
    await evaluated(api, round.id, countyData(api, { school: { [AREA]: '400' } }));
    expect((await rowsOf()).map(({ number, standing, status }) => [number, standing, status])).toEqual([
      [row?.number, 'failing', 'open'],
    ]);
    expect((await read(path)).completed?.outdated).toEqual(['data']);
    // Consolidated over the new data, which are replaced once more: nothing is evaluated of data that do not count any longer.
    expect((await complete(path)).status).toBe(200);
    await approvedData(api, round.id, countyData(api));
    expect(code(await lead.post(`${path}/evaluations`, { countyId: api.world.county }))).toEqual([
      409,
      'consolidation.outdated',
    ]);
  });

  test('a cell of a verified evaluation says who found it', async () => {
    const [run] = await api.database.query<{ id: string }>(
      `SELECT e.id FROM evaluation_runs e JOIN data_sets d ON d.id = e.data_set_id WHERE d.kind = 'verified' LIMIT 1`,
    );
    const bureau = await api.as('countyAdministrator');
    const path = `indicator/${api.world.school}/primary/R4`;
    const answer = await bureau.get(`/evaluations/${run?.id}/explanation?path=${encodeURIComponent(path)}`);
    const { cells } = answer.body as { cells: { cell: string; source: string; enteredBy: string }[] };
    expect(cells.find(({ cell }) => cell === AREA)).toMatchObject({
      source: 'verified',
      enteredBy: '督学甲',
      sourceDetail: { reported },
    });
  });

  test('a school that could not be visited is left out with a reason; its county may have no data', async () => {
    const { path } = await project();
    expect((await decide(path, 'visit:left-out', null)).status).toBe(200);
    const { basis } = await read(path);
    const stale = await lead.post(`${path}/completion`, { basis: 'another', dataSets: [] });
    expect(code(stale)).toEqual([409, 'consolidation.stale']);
    const dataSetId = await approvedData(api, round.id, countyData(api));
    const foreign = [{ countyId: api.world.foreignCounty, dataSetId }];
    const elsewhere = await lead.post(`${path}/completion`, { basis, dataSets: foreign });
    expect(code(elsewhere)).toEqual([404, 'data-set.not-found']);
    const done = await lead.post(`${path}/completion`, { basis, dataSets: [] });
    expect(consolidationSchema.parse(done.body).completed).toMatchObject({ number: 1, counties: [] });
  });

  test('two inspections of one county completed at once make two versions', async () => {
    const made = [await project(), await project()];
    for (const { path } of made) expect((await decide(path, 'visit:left-out', null)).status).toBe(200);
    const done = await Promise.all(made.map(({ path }) => complete(path)));
    expect(done.map(({ status }) => status)).toEqual([200, 200]);
    const [one = 0, other = 0] = done.map(
      ({ body }) => consolidationSchema.parse(body).completed?.counties[0]?.verified.version,
    );
    expect(Math.abs(one - other)).toBe(1);
  });

  test('ten data sets of a county are offered at most, the newest; the page takes a fixed number of statements', async () => {
    const { path } = await apart();
    await api.transactions.run(systemActor('test'), (tx) =>
      tx.execute(
        `INSERT INTO data_sets (county_id, round_id, version, hash, content, frozen_at, frozen_by_name)
         SELECT d.county_id, d.round_id, d.version + n, d.hash, d.content, d.frozen_at, d.frozen_by_name
           FROM data_sets d CROSS JOIN generate_series(1, 11) n WHERE d.round_id = $1 AND d.kind = 'approved'
          ORDER BY d.version DESC LIMIT 11`,
        [round.id],
      ),
    );
    const versions = (await read(path)).counties[0]?.dataSets.map(({ version }) => version) ?? [];
    expect(versions).toHaveLength(10);
    expect(versions).toEqual(versions.map((_, at) => Math.max(...versions) - at));
    const statements = await statementsDuring(api, () => lead.get(path));
    expect(statements.filter((each) => !/\b(sessions|grants)\b/.test(each)).length).toBeLessThanOrEqual(12);
  });
});
