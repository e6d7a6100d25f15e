import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { answerOf, type ApiClient } from '@junheng/api-client';
import { openRound, reportOf } from '../../../test/factories/reports.ts';
import { startTestApi, type TestApi } from '../../../test/harness/test-api.ts';

let api: TestApi;
let bureau: ApiClient;
let codes = 500;

beforeAll(async () => {
  api = await startTestApi();
  bureau = await api.clientOf('countyAdministrator');
});
afterAll(() => api.stop());

const register = () =>
  answerOf(
    bureau.POST('/api/v1/schools', {
      body: {
        code: `99010100${(codes += 1)}`,
        name: '晚登记小学',
        regionId: api.world.town,
        type: 'primary',
        ownership: 'public',
        locale: 'town',
        boarding: false,
        foundedYear: 2026,
        flags: {},
        parentSchoolId: null,
        countedAsSchool: true,
        openedOn: '2026-09-01',
      },
    }),
  );
const join = (roundId: string, schoolId: string) =>
  bureau.POST('/api/v1/rounds/{roundId}/schools', { params: { path: { roundId } }, body: { schoolId } });

test('a school registered while a round is open joins it and gets its report', async () => {
  const round = await openRound(api);
  const school = await register();
  await join(round.id, school.id);
  expect(await reportOf(api, round.id, school.id)).toMatchObject({ status: 'not-started' });
  await expect(join(round.id, school.id)).rejects.toMatchObject({ code: 'round.school-enrolled' });
  await expect(join(round.id, api.world.foreignSchool)).rejects.toMatchObject({ code: 'school.not-found' });
});

test('the report of a round that is over shows the school as it was then', async () => {
  const school = await register();
  const round = await openRound(api, { year: 2025, kind: 'special', opensOn: '2026-09-01', deadline: '2026-09-20' });
  const report = await reportOf(api, round.id, school.id);
  expect(report.school.name).toBe('晚登记小学');
  api.clock.set('2026-10-10T01:00:00.000Z');
  bureau = await api.clientOf('countyAdministrator');
  await answerOf(
    bureau.POST('/api/v1/schools/{schoolId}/changes', {
      params: { path: { schoolId: school.id } },
      body: { change: 'renamed', validFrom: '2026-10-01', name: '改名以后小学', type: 'nine-year' },
    }),
  );
  const later = await reportOf(api, round.id, school.id);
  expect(later.school).toMatchObject({ name: '晚登记小学', type: 'primary' });
  const list = await answerOf(
    bureau.GET('/api/v1/rounds/{roundId}/self-reports', { params: { path: { roundId: round.id } } }),
  );
  expect(list.selfReports.find(({ schoolId }) => schoolId === school.id)).toMatchObject({ schoolName: '晚登记小学' });
  await expect(join(round.id, (await register()).id)).rejects.toMatchObject({ code: 'round.closed' });
});
