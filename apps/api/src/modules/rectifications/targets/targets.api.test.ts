import { afterAll, beforeAll, expect, test } from '@jest/globals';
import {
  annualTargetSchema,
  annualTargetsSchema,
  targetPlacesSchema,
  type AnnualTarget,
  type Round,
  type SetAnnualTargetRequest,
} from '@junheng/api-contract';
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
