import { afterAll, beforeAll, expect, test } from '@jest/globals';
import {
  annualTargetSchema,
  annualTargetsSchema,
  evaluationSummarySchema,
  targetPlacesSchema,
  type AnnualTarget,
  type Round,
  type SetAnnualTargetRequest,
} from '@junheng/api-contract';
import { targetKey } from '@junheng/evaluation-core';
import { countyData, evaluated } from '../../../../test/factories/ledger.ts';
import { openRound } from '../../../../test/factories/reports.ts';
import { startTestApi, type TestApi, type TestBrowser } from '../../../../test/harness/test-api.ts';

const DAY = 86_400_000;
const EDITION = 'cn-2017-quality-balance';
let api: TestApi;
let bureau: TestBrowser;
let round: Round;

beforeAll(async () => {
  api = await startTestApi();
  bureau = await api.as('countyAdministrator');
  round = await openRound(api, { year: 2026, opensOn: '2026-09-01', deadline: '2026-10-15', editionId: EDITION });
});
afterAll(() => api.stop());

const places = async () =>
  targetPlacesSchema.parse((await bureau.get(`/annual-target-places?countyId=${api.world.county}`)).body).places;
const targets = async (): Promise<readonly AnnualTarget[]> => {
  const { body } = await (await api.as('cityReviewer')).get(`/annual-targets?countyId=${api.world.county}`);
  return annualTargetsSchema.parse(body).targets;
};

test('what a number is today comes from approved data, never from whoever sets the target', async () => {
  expect(await places()).toEqual([]);
  await evaluated(api, round.id, countyData(api));
  const tracked = (await places()).filter(({ now }) => now.value !== null);
  const chosen = tracked.find(({ place }) => place.kind === 'cv');
  if (chosen?.now.value === undefined || chosen.now.value === null) throw new Error('no coefficient to track');
  expect(chosen.now.comparator).toBe('at-most');
  const wanted = (value: number): SetAnnualTargetRequest => ({
    countyId: api.world.county,
    year: 2026,
    editionId: EDITION,
    place: chosen.place,
    value: value.toFixed(6),
    dueOn: '2026-09-12',
    document: '甲县教育高质量发展2026年目标任务清单',
  });
  const set = async (body: unknown) => bureau.post('/annual-targets', body);
  expect((await set({ ...wanted(1), dueOn: '2026-09-09' })).problem().code).toBe('rectification.deadline-past');
  expect((await set({ ...wanted(1), editionId: 'cn-2012-basic-balance' })).problem().code).toBe(
    'rectification.place-unknown',
  );
  expect((await set({ ...wanted(1), countyId: api.world.foreignCounty })).problem().code).toBe('region.not-found');

  const easy = annualTargetSchema.parse((await set(wanted(chosen.now.value + 0.001))).body);
  expect(easy).toMatchObject({
    comparator: 'at-most',
    state: 'reached',
    now: { value: chosen.now.value },
    baseline: { value: chosen.now.value },
    baselineYear: 2026,
    evaluation: { roundId: round.id, year: 2026 },
    added: { by: '管理员甲' },
  });
  expect((await set(wanted(0.1))).problem().code).toBe('annual-target.already-set');
  const path = `/annual-targets/${easy.id}/withdrawal`;
  expect(annualTargetSchema.parse((await bureau.post(path, { reason: '上级调整' })).body).withdrawn).toMatchObject({
    by: '管理员甲',
    reason: '上级调整',
  });
  expect((await bureau.post(path, { reason: '再来一次' })).problem().code).toBe('annual-target.withdrawn');

  const hard = annualTargetSchema.parse((await set(wanted(Math.max(0, chosen.now.value - 0.000_01)))).body);
  expect(hard.state).toBe('under-way');
  expect((await targets()).map(({ id, state }) => [id, state])).toEqual([
    [hard.id, 'under-way'],
    [easy.id, 'reached'],
  ]);
});

test('past its day a target that is not reached is missed; a school sees none', async () => {
  api.clock.advance(3 * DAY);
  expect((await targets())[0]).toMatchObject({ state: 'missed' });
  const school = await api.as('reporter');
  expect((await school.get(`/annual-targets?countyId=${api.world.county}`)).body).toEqual({ targets: [] });
});

test('a target is judged by data of its own year or before: a worse year after it takes nothing away', async () => {
  bureau = await api.as('countyAdministrator');
  const keyOf = ({ place }: Pick<AnnualTarget, 'place'>) => targetKey(place);
  const taken = new Set((await targets()).map(keyOf));
  const before = new Map((await places()).map((each) => [keyOf(each), each.now.value]));
  const own = (await targets())[0]?.evaluation?.id;
  const next = await openRound(api, { year: 2027, opensOn: '2026-09-05', editionId: EDITION });
  await evaluated(api, next.id, countyData(api, { school: { 'teaching-rooms-area': '400' } }));
  const worse = (await places()).flatMap(({ place, now }) => {
    const was = before.get(targetKey(place)) ?? null;
    if (taken.has(targetKey(place)) || was === null || now.value === null || now.comparator !== 'at-most') return [];
    return now.value > was + 0.01 ? [{ place, was, is: now.value }] : [];
  })[0];
  if (worse === undefined) throw new Error('no coefficient got worse');
  const set = async (year: number): Promise<AnnualTarget> => {
    const value = ((worse.was + worse.is) / 2).toFixed(6);
    const request = { countyId: api.world.county, year, editionId: EDITION, place: worse.place, value };
    const body = { ...request, dueOn: '2026-09-20', document: null };
    return annualTargetSchema.parse((await bureau.post('/annual-targets', body)).body);
  };
  const past = await set(2026);
  const expected = { state: 'reached', now: { value: worse.was }, evaluation: { id: own, year: 2026 } };
  expect(past).toMatchObject(expected);
  expect(await set(2027)).toMatchObject({ state: 'under-way', now: { value: worse.is }, evaluation: { year: 2027 } });
  expect(await set(2025)).toMatchObject({ state: 'unknown', now: null, evaluation: null });

  // A trial over its own data changes nothing either.
  const data = evaluationSummarySchema.parse((await bureau.get(`/evaluations/${own}`)).body).dataSet.id;
  const trial = await bureau.post(`/rounds/${round.id}/evaluations`, { dataSetId: data, evaluationDate: '2026-01-01' });
  expect(trial.status).toBe(201);
  expect((await targets()).find(({ id }) => id === past.id)).toMatchObject(expected);
});

test('how many schools reach an indicator, and what one school has, are targets too; their units and directions are the indicator’s', async () => {
  const county = api.world.county;
  const own = async (schoolId: string) => {
    const { body } = await bureau.get(`/annual-target-places?countyId=${county}&schoolId=${schoolId}`);
    return targetPlacesSchema.parse(body).places;
  };
  const set = async (place: object, value: string, year = 2027) =>
    bureau.post('/annual-targets', {
      countyId: county,
      year,
      editionId: EDITION,
      place,
      value,
      dueOn: '2026-12-31',
      document: null,
    });
  const rooms = { kind: 'indicator', schoolId: api.world.school, stage: 'primary', indicatorId: 'R4' } as const;
  const [found] = (await own(api.world.school)).filter(({ place }) => targetKey(place) === targetKey(rooms));
  expect(found).toMatchObject({ unit: 'square-metre-per-pupil', now: { comparator: 'at-least' }, year: 2027 });
  expect((await own(api.world.foreignSchool)).length).toBe(0);
  expect(annualTargetSchema.parse((await set(rooms, '4.5')).body)).toMatchObject({
    school: { id: api.world.school, name: '东镇中心小学' },
    unit: 'square-metre-per-pupil',
    comparator: 'at-least',
    state: 'under-way',
    now: { value: found?.now.value },
  });
  expect((await set({ ...rooms, schoolId: api.world.foreignSchool }, '4.5')).problem().code).toBe(
    'rectification.place-unknown',
  );

  // Of the two primary stages one fails by its rooms since the second year; in the first both had them.
  const reaching = { kind: 'schools-reaching', stage: 'primary', indicatorId: 'R4' } as const;
  const [all, half] = [await set({ ...reaching, as: 'count' }, '2'), await set({ ...reaching, as: 'share' }, '50')];
  expect(annualTargetSchema.parse(all.body)).toMatchObject({ unit: 'school', state: 'under-way', now: { value: 1 } });
  expect(annualTargetSchema.parse(half.body)).toMatchObject({ unit: 'percent', state: 'reached', now: { value: 50 } });
  const before = annualTargetSchema.parse((await set({ ...reaching, as: 'count' }, '2', 2026)).body);
  expect(before).toMatchObject({ state: 'reached', now: { value: 2 }, evaluation: { year: 2026 } });
  expect((await set({ ...reaching, as: 'count' }, '1.5', 2028)).status).toBe(422);
  expect((await set({ ...reaching, as: 'share' }, '101', 2028)).status).toBe(422);
});
