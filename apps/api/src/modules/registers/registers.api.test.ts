import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { answerOf, type ApiClient } from '@junheng/api-client';
import type { AddRegisterRowRequest, RegisterRow } from '@junheng/api-contract';
import { countyReportOf } from '../../../test/factories/county-reports.ts';
import { openRound } from '../../../test/factories/reports.ts';
import { startTestApi, type TestApi } from '../../../test/harness/test-api.ts';

let api: TestApi;
let bureau: ApiClient;

beforeAll(async () => {
  api = await startTestApi();
  bureau = await api.clientOf('countyAdministrator');
});
afterAll(() => api.stop());

type Rotation = Extract<AddRegisterRowRequest['details'], { readonly kind: 'staff-rotation' }>;

const rotation = (changes: Partial<Rotation> = {}): Omit<AddRegisterRowRequest, 'countyId'> => ({
  schoolId: api.world.school,
  startsOn: '2026-09-01',
  endsOn: '2027-08-31',
  evidence: '甲教人〔2026〕12号',
  details: {
    kind: 'staff-rotation',
    form: 'rotation',
    post: 'teacher',
    direction: 'urban-to-rural',
    people: 6,
    backbone: 2,
    toSchoolId: api.world.otherSchool,
    toName: null,
    ...changes,
  },
});
const add = (content: Omit<AddRegisterRowRequest, 'countyId'>, countyId = api.world.county): Promise<RegisterRow> =>
  answerOf(bureau.POST('/api/v1/register-rows', { body: { countyId, ...content } }));
const change = (row: RegisterRow, content: Omit<AddRegisterRowRequest, 'countyId'>): Promise<RegisterRow> =>
  answerOf(
    bureau.PUT('/api/v1/register-rows/{registerRowId}', {
      params: { path: { registerRowId: row.id } },
      body: { revision: row.revision, ...content },
    }),
  );
const withdraw = (row: RegisterRow): Promise<RegisterRow> =>
  answerOf(
    bureau.POST('/api/v1/register-rows/{registerRowId}/withdrawal', {
      params: { path: { registerRowId: row.id } },
      body: { revision: row.revision, reason: '重复登记' },
    }),
  );
const rowsOf = async (year?: number) =>
  (
    await answerOf(
      bureau.GET('/api/v1/register-rows', {
        params: { query: { kind: 'staff-rotation', ...(year === undefined ? {} : { year }) } },
      }),
    )
  ).rows;

test('a row is entered, changed and withdrawn; everything it was stays to be seen', async () => {
  const row = await add(rotation());
  expect(row).toMatchObject({ schoolName: expect.any(String), toSchoolName: expect.any(String), revision: 1 });
  const changed = await change(row, rotation({ people: 8 }));
  await expect(change(row, rotation())).rejects.toMatchObject({ code: 'register-row.stale' });
  const gone = await withdraw(changed);
  expect(gone.withdrawn?.reason).toBe('重复登记');
  await expect(withdraw(gone)).rejects.toMatchObject({ code: 'register-row.withdrawn' });
  const { versions } = await answerOf(
    bureau.GET('/api/v1/register-rows/{registerRowId}/versions', { params: { path: { registerRowId: row.id } } }),
  );
  expect(versions.map(({ revision, details, withdrawalReason }) => [revision, details, withdrawalReason])).toEqual([
    [3, expect.objectContaining({ people: 8 }), '重复登记'],
    [2, expect.objectContaining({ people: 8 }), null],
    [1, expect.objectContaining({ people: 6 }), null],
  ]);
  expect((await rowsOf(2026)).map(({ id }) => id)).toContain(row.id);
  expect(await rowsOf(2025)).toEqual([]);
});

describe('what cannot be is refused, and says what', () => {
  test.each([
    ['register-row.backbone-above-people', () => rotation({ people: 1, backbone: 2 })],
    ['register-row.same-school', () => rotation({ toSchoolId: api.world.school })],
    ['register-row.school-elsewhere', () => rotation({ toSchoolId: api.world.foreignSchool })],
    ['register-row.dates-wrong', () => ({ ...rotation(), endsOn: '2026-08-31' })],
    [
      'register-row.in-future',
      () => ({
        ...rotation(),
        endsOn: null,
        startsOn: '2027-01-01',
        details: {
          kind: 'safety' as const,
          case: 'incident' as const,
          severity: 'minor' as const,
          facts: '尚未发生',
          putRightOn: null,
        },
      }),
    ],
    [
      'register-row.source-twice',
      () => ({
        ...rotation(),
        details: {
          kind: 'project' as const,
          name: '教学楼扩建',
          projectKind: 'extension' as const,
          state: 'planned' as const,
          area: '1200.5',
          money: [
            { source: 'county' as const, amount: '100' },
            { source: 'county' as const, amount: '5.5' },
          ],
        },
      }),
    ],
  ])('%s', async (code, content) => {
    await expect(add(content())).rejects.toMatchObject({ code });
  });

  test('another county', async () => {
    await expect(add(rotation(), api.world.foreignCounty)).rejects.toMatchObject({ code: 'region.not-found' });
  });

  test('a row does not move to another register', async () => {
    const row = await add(rotation());
    const pairing = {
      kind: 'pairing',
      partner: '某大学',
      partnerKind: 'university',
      content: '送教',
      activities: 1,
    } as const;
    await expect(change(row, { ...rotation(), details: pairing })).rejects.toMatchObject({
      code: 'register-row.kind-stays',
    });
    await withdraw(row);
  });
});

test('the county report shows what the registers come to, and where a typed figure disagrees', async () => {
  const round = await openRound(api);
  const browser = await api.as('countyAdministrator');
  const row = await add(rotation());
  await withdraw(await add(rotation({ people: 90 })));
  const before = await countyReportOf(browser, round.id);
  expect(before.registered).toEqual({
    'rotated-teachers': { value: '6', rows: 1 },
    'rotated-backbone-teachers': { value: '2', rows: 1 },
  });
  await answerOf(
    bureau.PATCH('/api/v1/county-reports/{countyReportId}/entries', {
      params: { path: { countyReportId: before.id } },
      body: {
        key: '0198a5b2-7a55-4c33-8e44-0d0a5d0f6a11',
        changes: [{ entry: 'rotated-teachers', value: '7', baseRevision: 0 }],
      },
    }),
  );
  const unexplained = async () =>
    (await countyReportOf(browser, round.id)).parts.reduce(
      (total, { softWithoutReason }) => total + softWithoutReason,
      0,
    );
  expect(await unexplained()).toBe(1);
  await change(row, rotation({ people: 7 }));
  expect(await unexplained()).toBe(0);
});
