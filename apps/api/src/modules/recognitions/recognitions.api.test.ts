import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import {
  recognitionSchema,
  recognitionsSchema,
  type Recognition,
  type RecordRecognitionRequest,
} from '@junheng/api-contract';
import { approveReport, openRound } from '../../../test/factories/reports.ts';
import { startTestApi, type Answer, type TestApi, type TestBrowser } from '../../../test/harness/test-api.ts';

const EDITION = 'cn-2017-quality-balance';
let api: TestApi;
let [county, city, province]: TestBrowser[] = [];
let evaluationId = '';

beforeAll(async () => {
  api = await startTestApi();
  [county, city, province] = [
    await api.as('countyAdministrator'),
    await api.as('cityReviewer'),
    await api.as('provinceReviewer'),
  ];
  const round = await openRound(api);
  await approveReport(api, round.id, api.world.school, 'primary');
  evaluationId = ((await at(county).post(`/rounds/${round.id}/evaluations`, {})).body as { id: string }).id;
});
afterAll(() => api.stop());

function at(browser: TestBrowser | undefined): TestBrowser {
  if (browser === undefined) throw new Error('nobody has signed in yet');
  return browser;
}
const record = (by: TestBrowser | undefined, changes: Partial<RecordRecognitionRequest>): Promise<Answer> =>
  at(by).post(`/counties/${api.world.county}/recognition-steps`, {
    editionId: EDITION,
    step: 'self-evaluated',
    on: '2026-03-01',
    document: null,
    issuer: null,
    evaluationId: null,
    note: null,
    seen: 0,
    ...changes,
  });
const seenBy = async (by: TestBrowser | undefined, regionId: string): Promise<readonly Recognition[]> =>
  recognitionsSchema.parse((await at(by).get(`/regions/${regionId}/recognitions`)).body).recognitions;
const withdraw = (by: TestBrowser | undefined, id: string) =>
  at(by).post(`/recognition-steps/${id}/withdrawal`, { reason: '录入有误' });

describe('the recognition of a county', () => {
  test('goes from the county through city and province, each step by its own level, and is seen at each', async () => {
    const begun = recognitionSchema.parse((await record(county, { evaluationId })).body);
    expect(begun).toMatchObject({ state: 'self-evaluated', seen: 1, next: [], mayWithdraw: true });
    expect(begun.steps[0]).toMatchObject({ evaluation: { id: evaluationId, year: 2026 }, recordedBy: '管理员甲' });
    const next = { step: 'city-reviewed', on: '2026-04-01', seen: 1 } as const;
    expect((await record(county, next)).problem().code).toBe('recognition.not-your-level');
    expect((await record(city, { ...next, on: '2026-02-01' })).problem().code).toBe('recognition.before-last');
    expect((await record(city, { ...next, on: '2099-01-01' })).problem().code).toBe('recognition.in-future');
    expect((await record(city, { ...next, step: 'recognised' })).problem().code).toBe('recognition.not-next');
    expect((await record(city, next)).status).toBe(201);
    // What somebody had not seen is not overtaken.
    expect((await record(city, next)).problem().code).toBe('recognition.stale');
    const assessed = { step: 'province-assessed', on: '2026-05-01', seen: 2 } as const;
    expect((await record(city, assessed)).problem().code).toBe('recognition.not-your-level');
    expect((await record(province, assessed)).status).toBe(201);
    const recognised = { step: 'recognised', on: '2026-06-01', seen: 3 } as const;
    expect((await record(province, recognised)).problem().code).toBe('recognition.document-missing');
    const document = '某督〔2026〕1号';
    expect((await record(province, { ...recognised, document, issuer: '某教育督导委员会' })).status).toBe(201);
    for (const [by, regionId] of [
      [county, api.world.county],
      [city, api.world.city],
      [province, api.world.province],
    ] as const) {
      const [seen] = await seenBy(by, regionId);
      expect(seen).toMatchObject({ countyName: '甲县', editionId: EDITION, state: 'recognised', seen: 4 });
      expect(seen?.steps.map(({ step }) => step)).toEqual([
        'recognised',
        'province-assessed',
        'city-reviewed',
        'self-evaluated',
      ]);
    }
  });

  test('is lost on a re-check; the last step alone is taken back, with a reason, and stays to be seen', async () => {
    const revoked = await record(province, { step: 'revoked', on: '2026-07-01', document: '某督〔2026〕9号', seen: 4 });
    const lost = recognitionSchema.parse(revoked.body);
    expect(lost).toMatchObject({ state: 'revoked', next: ['self-evaluated'] });
    const [last, before] = lost.steps;
    expect((await withdraw(province, before?.id ?? '')).problem().code).toBe('recognition.step-not-last');
    expect((await withdraw(county, last?.id ?? '')).problem().code).toBe('recognition.not-your-level');
    const back = recognitionSchema.parse((await withdraw(province, last?.id ?? '')).body);
    expect(back).toMatchObject({ state: 'recognised', seen: 4, next: ['rechecked', 'revoked'] });
    expect(back.steps[0]).toMatchObject({ step: 'revoked', withdrawn: { by: '省级审核员', reason: '录入有误' } });
  });

  test('rests on an evaluation of that county by that standard, and stays within its region', async () => {
    const older = {
      editionId: 'cn-2012-basic-balance',
      step: 'recognised',
      on: '2015-12-01',
      document: '某督〔2015〕3号',
    };
    const wrong = await record(county, { ...older, evaluationId } as Partial<RecordRecognitionRequest>);
    expect(wrong.problem().code).toBe('recognition.run-elsewhere');
    // A recognition from before the records began is entered from its document.
    expect((await record(county, older as Partial<RecordRecognitionRequest>)).status).toBe(201);
    expect((await record(county, { editionId: 'no-such-edition' })).problem().code).toBe('edition.not-found');
    const foreign = await api.as('foreignAdministrator');
    expect((await record(foreign, {})).status).toBe(404);
    expect(await seenBy(foreign, api.world.foreignCounty)).toEqual([]);
    expect((await at(foreign).get(`/regions/${api.world.county}/recognitions`)).status).toBe(404);
    expect((await record(await api.as('inspector'), {})).problem().code).toBe('permission.denied');
  });
});
