import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  rectificationCoverageSchema,
  rectificationSchema,
  type RectificationRow,
  type Round,
} from '@junheng/api-contract';
import { systemActor } from '../../platform/database/actor.ts';
import { approvedData, countyData, evaluated, ledgerOf, rowOf } from '../../../test/factories/ledger.ts';
import { openRound } from '../../../test/factories/reports.ts';
import { startTestApi, type TestApi, type TestBrowser } from '../../../test/harness/test-api.ts';

const AREA = 'teaching-rooms-area';
const DAY = 86_400_000;
/** Below the floor of its indicator: the school fails by it, and the coefficient with it. */
const POOR = { [AREA]: '400' };

describe('the rectification ledger', () => {
  let api: TestApi;
  let bureau: TestBrowser;
  let round: Round;

  beforeAll(async () => {
    api = await startTestApi();
    bureau = await api.as('countyAdministrator');
    round = await openRound(api);
  });
  afterAll(async () => api.stop());

  const rooms = (rows: readonly RectificationRow[]) =>
    rows.find(
      ({ place, school }) =>
        place?.kind === 'indicator' && place.indicatorId === 'R4' && school?.id === api.world.school,
    );
  const roomsRow = async (by = bureau): Promise<RectificationRow> => {
    const row = rooms(await ledgerOf(by));
    if (row === undefined) throw new Error('no row for the rooms of the school');
    return row;
  };

  it('gets a row for each thing the approved data fail, and never twice', async () => {
    expect(await ledgerOf(bureau)).toEqual([]);
    await evaluated(api, round.id, countyData(api, { school: POOR }));
    const first = await ledgerOf(bureau);
    expect(rooms(first)).toMatchObject({
      status: 'open',
      standing: 'failing',
      school: { name: '东镇中心小学' },
      sources: [{ kind: 'evaluation', document: null }],
      responsible: { unit: null, school: null, person: null },
      measured: { comparator: 'at-least', limit: '4.5' },
    });
    await bureau.post(`/rounds/${round.id}/evaluations`, { dataSetId: await newestData() });
    expect(await ledgerOf(bureau)).toEqual(first);
    const numbers = first.map(({ number }) => number).sort((a, b) => a - b);
    expect(numbers).toEqual(numbers.map((_, index) => index + 1));
  });

  async function newestData(): Promise<string> {
    const [row] = await api.database.query<{ id: string }>(
      'SELECT id FROM data_sets WHERE round_id = $1 ORDER BY version DESC LIMIT 1',
      [round.id],
    );
    return row?.id ?? '';
  }

  it('is not touched by a trial', async () => {
    const before = await ledgerOf(bureau);
    const dataSetId = await newestData();
    for (const trial of [
      { evaluationDate: '2026-01-01' },
      { split: 'reported-by-stage' },
      { editionId: 'cn-2012-basic-balance' },
    ]) {
      expect((await bureau.post(`/rounds/${round.id}/evaluations`, { dataSetId, ...trial })).status).toBe(201);
    }
    expect(await ledgerOf(bureau)).toEqual(before);
  });

  it('shows a school nothing before it is given something to do, and then only that', async () => {
    const school = await api.as('reporter');
    expect(await ledgerOf(school)).toEqual([]);
    const { id } = await roomsRow();
    expect((await school.get(`/rectifications/${id}`)).problem().code).toBe('rectification.not-found');
    const assign = (deadline: string, reason: string | null = null) =>
      bureau.put('/rectification-assignments', {
        ids: [id],
        to: { kind: 'own-school' },
        person: { id: api.world.people.countyAdministrator, name: '管理员甲' },
        deadline,
        reason,
      });
    expect((await assign('2026-09-09')).problem()).toMatchObject({
      status: 422,
      code: 'rectification.deadline-past',
      facts: { today: '2026-09-10' },
    });
    expect((await assign('2026-09-20')).status).toBe(204);
    expect((await assign('2026-09-30')).problem().code).toBe('rectification.extension-needs-reason');
    expect((await assign('2026-09-30', '汛期停工')).status).toBe(204);
    expect((await ledgerOf(school)).map((row) => row.id)).toEqual([id]);
    expect(await rowOf(school, id)).toMatchObject({
      may: { manage: false, work: true, close: false, except: false },
      evaluation: null,
    });
    expect((await ledgerOf(await api.as('otherReporter'))).length).toBe(0);
    expect((await ledgerOf(await api.as('areaInspector'))).every((row) => row.school?.id === api.world.school)).toBe(
      true,
    );
  });

  it('gives what is about no school to nobody’s “own school”', async () => {
    const row = (await ledgerOf(bureau)).find(({ kind }) => kind === 'cv');
    if (row === undefined) throw new Error('no row of the county');
    const answer = await bureau.put('/rectification-assignments', {
      ids: [row.id],
      to: { kind: 'own-school' },
      person: null,
      deadline: '2026-09-30',
      reason: null,
    });
    expect(answer.problem()).toMatchObject({ code: 'rectification.no-school', facts: { number: row.number } });
    const foreign = { ids: [row.id], person: null, deadline: '2026-09-30', reason: null };
    expect(
      (
        await bureau.put('/rectification-assignments', {
          ...foreign,
          to: { kind: 'school', schoolId: api.world.foreignSchool },
        })
      ).problem().code,
    ).toBe('rectification.responsible-not-of-county');
    const given = await bureau.put('/rectification-assignments', {
      ...foreign,
      to: { kind: 'unit', unitId: api.world.section },
    });
    expect(given.status).toBe(204);
    expect((await ledgerOf(await api.as('sectionOfficer'))).map(({ id }) => id)).toEqual([row.id]);
  });

  it('says by the core which problems the measures reach', async () => {
    const { id } = await roomsRow();
    const school = await api.as('reporter');
    const coverage = async () => {
      const path = `/rectification-coverage?countyId=${api.world.county}&editionId=${round.editionId}`;
      const { problems } = rectificationCoverageSchema.parse((await bureau.get(path)).body);
      return problems.find(({ row }) => row?.id === id);
    };
    expect(await coverage()).toMatchObject({ state: 'no-measure' });
    const measure = (by: string, key = AREA) =>
      school.post(`/rectifications/${id}/measures`, {
        kind: 'building',
        description: '新建教学楼',
        money: '860.5',
        quantity: '3000',
        effects: [{ kind: 'change', schoolId: api.world.school, key, by }],
        alsoFor: [],
      });
    expect((await measure('10', 'no-such-item')).problem()).toMatchObject({
      code: 'rectification.effect-unknown',
      facts: { key: 'no-such-item', problem: 'unknown-cell' },
    });
    expect((await measure('-500')).problem().facts).toMatchObject({ problem: 'below-zero' });
    const small = rectificationSchema.parse((await measure('10')).body);
    expect(small.measureList).toMatchObject([{ money: '860.5', quantity: '3000', rows: [{ id }] }]);
    expect(await coverage()).toMatchObject({ state: 'short' });
    expect((await measure('1900')).status).toBe(201);
    expect(await coverage()).toMatchObject({ state: 'reached' });
    const path = `/rectifications/${id}/measures/${small.measureList[0]?.id ?? ''}/completion`;
    const done = (on: string) => school.put(path, { done: { on, spent: '855.25' } });
    expect((await done('2026-09-11')).problem()).toMatchObject({ status: 422, code: 'rectification.done-ahead' });
    expect(rectificationSchema.parse((await done('2026-09-09')).body).measureList[0]?.done).toEqual({
      on: '2026-09-09',
      by: '填报员甲',
      spent: '855.25',
    });
    const undone = rectificationSchema.parse((await school.put(path, { done: null })).body);
    expect(undone.measureList[0]?.done).toBeNull();
    const removed = await school.delete(`/rectifications/${id}/measures/${small.measureList[0]?.id ?? ''}`);
    expect(removed.status).toBe(204);
  });

  it('closes only with newly approved data that pass, and not by who is responsible', async () => {
    const { id } = await roomsRow();
    const inspector = await api.as('inspector');
    const close = (by: TestBrowser) => by.post(`/rectifications/${id}/closing`, { note: '现场已核实' });
    expect((await close(inspector)).problem()).toMatchObject({ status: 409, code: 'rectification.data-fail' });
    expect((await bureau.post(`/rectifications/${id}/completion`, { text: '已建成' })).problem().code).toBe(
      'rectification.data-decide',
    );
    const good = countyData(api, { school: { [AREA]: '2300' } });
    await evaluated(api, round.id, good);
    expect(await roomsRow()).toMatchObject({ status: 'to-verify', standing: 'passing' });
    expect((await close(bureau)).problem()).toMatchObject({ status: 403, code: 'rectification.own-row' });
    await approvedData(api, round.id, countyData(api, { school: { [AREA]: '2350' } }));
    expect((await close(inspector)).problem().code).toBe('rectification.data-newer');
    // What the standard says anyway may be said: the run is no trial.
    await bureau.post(`/rounds/${round.id}/evaluations`, { dataSetId: await newestData(), split: 'weighted' });
    expect(rectificationSchema.parse((await close(inspector)).body)).toMatchObject({
      status: 'closed',
      closed: { by: '督学甲', note: '现场已核实' },
      may: { manage: false, work: false, close: false, except: false },
    });
    expect((await close(inspector)).problem()).toMatchObject({ status: 423, code: 'rectification.closed' });
  });

  it('opens again by itself when the next year fails, and an older round changes nothing', async () => {
    const next = await openRound(api, { year: 2027, opensOn: '2026-09-05' });
    await evaluated(api, next.id, countyData(api, { school: POOR }));
    const row = await roomsRow();
    expect(row).toMatchObject({ status: 'open', reopened: 1, closed: null, deadline: null });
    const { history } = await rowOf(bureau, row.id);
    expect(history.map(({ kind }) => kind)).toEqual([
      'raised',
      'assigned',
      'assigned',
      'measure-added',
      'measure-added',
      'measure-done',
      'measure-undone',
      'measure-removed',
      'passed',
      'closed',
      'reopened',
    ]);
    await bureau.post(`/rounds/${round.id}/evaluations`, { dataSetId: await newestData() });
    expect(await roomsRow()).toMatchObject({ status: 'open', reopened: 1 });
    // What was built for the first closing stands in the new data already: it covers nothing a second time.
    expect((await rowOf(bureau, row.id)).measureList).toMatchObject([{ done: { on: '2026-09-10', by: '督学甲' } }]);
    const path = `/rectification-coverage?countyId=${api.world.county}&editionId=${round.editionId}`;
    const { problems } = rectificationCoverageSchema.parse((await bureau.get(path)).body);
    expect(problems.find((problem) => problem.row?.id === row.id)).toMatchObject({ state: 'no-measure' });
  });

  it('takes a signed exception with an end, after which the row is open again', async () => {
    const { id } = await roomsRow();
    const inspector = await api.as('inspector');
    const sign = (by: TestBrowser, expiresOn: string) =>
      by.post(`/rectifications/${id}/exception`, { reason: '学校将于年底撤并', expiresOn });
    expect((await sign(bureau, '2026-12-31')).problem().code).toBe('rectification.own-row');
    expect((await sign(inspector, '2026-09-09')).problem().code).toBe('rectification.expiry-past');
    expect((await sign(inspector, '2031-01-01')).problem().code).toBe('rectification.expiry-too-far');
    expect(rectificationSchema.parse((await sign(inspector, '2026-09-11')).body)).toMatchObject({
      status: 'excepted',
      exception: { by: '督学甲', reason: '学校将于年底撤并', expiresOn: '2026-09-11' },
    });
    api.clock.advance(2 * DAY);
    const later = await api.as('inspector');
    expect(await rowOf(later, id)).toMatchObject({ status: 'open' });
    expect((await rowOf(later, id)).history.at(-1)).toMatchObject({ kind: 'exception-lapsed' });
  });

  it('lets worded problems be reported done, verified and sent back', async () => {
    const raise = async (body: object) =>
      (await api.as('countyAdministrator')).post('/rectifications', {
        countyId: api.world.county,
        title: '学区制管理成效不明显',
        source: { kind: 'letter', document: '示教督〔2026〕10号' },
        schoolId: null,
        place: null,
        deadline: null,
        ...body,
      });
    expect((await raise({ deadline: '2026-09-01' })).problem().code).toBe('rectification.deadline-past');
    const place = {
      editionId: round.editionId,
      place: { kind: 'requirement', requirementId: 'X9', part: null, schoolId: null, stage: null },
    };
    expect((await raise({ place })).problem().code).toBe('rectification.place-unknown');
    const row = rectificationSchema.parse((await raise({ deadline: '2026-09-15' })).body);
    expect(row).toMatchObject({
      kind: 'other',
      standing: 'none',
      sources: [{ kind: 'letter', document: '示教督〔2026〕10号' }],
    });
    const path = `/rectifications/${row.id}`;
    const inspector = await api.as('inspector');
    expect((await inspector.post(`${path}/closing`, { note: null })).problem().code).toBe('rectification.not-reported');
    const county = await api.as('countyAdministrator');
    await county.post(`${path}/completion`, { text: '方案已印发' });
    expect((await county.post(`${path}/closing`, { note: null })).problem().code).toBe('rectification.own-row');
    expect((await inspector.post(`${path}/return`, { text: '没有看到方案' })).status).toBe(200);
    expect(await rowOf(county, row.id)).toMatchObject({ status: 'open' });
    api.clock.advance(11 * DAY);
    const later = await api.as('countyAdministrator');
    expect(await rowOf(later, row.id)).toMatchObject({ overdueDays: 8, escalation: 'county' });
  });

  it('lists nothing twice by hand: it refuses, or adds a source that everybody sees', async () => {
    const later = await api.as('countyAdministrator');
    const row = await roomsRow(later);
    const raise = async (body: object) =>
      later.post('/rectifications', {
        countyId: api.world.county,
        title: '东镇中心小学教学用房严重不足',
        source: { kind: 'finding', document: null },
        schoolId: api.world.school,
        place: { editionId: row.editionId, place: row.place },
        deadline: null,
        ...body,
      });
    expect((await raise({})).problem()).toMatchObject({
      status: 409,
      code: 'rectification.already-there',
      facts: { number: row.number },
    });
    expect(rectificationSchema.parse((await raise({ joins: true })).body)).toMatchObject({
      id: row.id,
      sources: [{ kind: 'evaluation' }, { kind: 'finding' }],
    });
    // Without an indicator the words tell, of the same school.
    const worded = { title: '围墙开裂', place: null };
    const wall = rectificationSchema.parse((await raise(worded)).body);
    expect(wall).toMatchObject({ school: { id: api.world.school }, place: null, standing: 'none' });
    const same = { ...worded, title: '1、围墙开裂。' };
    expect((await raise(same)).problem().facts).toEqual({ number: wall.number });
    const joined = rectificationSchema.parse((await raise({ ...same, joins: true })).body);
    expect([joined.id, joined.sources.length]).toEqual([wall.id, 2]);
    const elsewhere = await raise({ ...worded, schoolId: api.world.otherSchool });
    expect(rectificationSchema.parse(elsewhere.body).id).not.toBe(wall.id);
    expect((await raise({ title: null, place: null })).status).toBe(422);
  });

  it('names an indicator only where the standard judges it, and the data close the row', async () => {
    const later = await api.as('countyAdministrator');
    const { editionId } = round;
    const at = { kind: 'indicator', schoolId: api.world.school, stage: 'primary', indicatorId: 'R6' } as const;
    const raise = async (place: object, schoolId: string | null = null) =>
      later.post('/rectifications', {
        countyId: api.world.county,
        title: null,
        source: { kind: 'own', document: null },
        schoolId,
        place: { editionId, place },
        deadline: null,
      });
    for (const [place, schoolId] of [
      [{ ...at, stage: 'junior' }, null],
      [{ ...at, indicatorId: 'X9' }, null],
      [at, api.world.otherSchool],
      [{ kind: 'cv', stage: 'primary', indicatorId: 'R4' }, api.world.school],
      [{ kind: 'composite-cv', stage: 'primary' }, null],
    ] as const) {
      expect((await raise(place, schoolId)).problem().code).toBe('rectification.place-unknown');
    }
    expect((await raise({ ...at, schoolId: api.world.foreignSchool })).problem().code).toBe(
      'rectification.responsible-not-of-county',
    );
    const row = rectificationSchema.parse((await raise(at)).body);
    // The approved data pass already: somebody else has to verify it, and nobody reports it done.
    expect(row).toMatchObject({
      kind: 'indicator',
      title: null,
      school: { id: api.world.school },
      standing: 'passing',
      status: 'to-verify',
      sources: [{ kind: 'own' }],
      measured: { comparator: 'at-least' },
    });
    expect((await later.post(`/rectifications/${row.id}/completion`, { text: '完成' })).problem().code).toBe(
      'rectification.data-decide',
    );
    const inspector = await api.as('inspector');
    expect((await inspector.post(`/rectifications/${row.id}/closing`, { note: null })).status).toBe(200);
    expect((await raise(at)).problem().code).toBe('rectification.already-there');
    const joining = await later.post('/rectifications', {
      countyId: api.world.county,
      title: null,
      source: { kind: 'own', document: null },
      schoolId: null,
      place: { editionId, place: at },
      deadline: null,
      joins: true,
    });
    expect(joining.problem().code).toBe('rectification.closed');
  });

  it('is not moved by a round of a part of the schools, unless those left out have closed', async () => {
    const later = await api.as('countyAdministrator');
    const before = await ledgerOf(later);
    expect(await roomsRow(later)).toMatchObject({ standing: 'failing' });
    const part = await openRound(api, {
      year: 2028,
      opensOn: '2026-09-23',
      deadline: '2026-12-01',
      schoolIds: [api.world.school],
    });
    const good = countyData(api, { school: { [AREA]: '2300' } });
    await evaluated(api, part.id, good);
    expect(await ledgerOf(later)).toEqual(before);
    await api.transactions.run(systemActor('test'), (tx) =>
      tx.execute(`UPDATE schools SET closed_on = '2026-09-23' WHERE id = $1`, [api.world.otherSchool]),
    );
    await evaluated(api, part.id, { ...good, schools: good.schools.slice(0, 1) });
    expect(await roomsRow(later)).toMatchObject({ standing: 'passing' });
  });
});
