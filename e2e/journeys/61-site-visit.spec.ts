import type { Page } from '@playwright/test';
import { expectAccessible } from '../harness/accessibility.ts';
import { installed } from '../harness/installed-page.ts';
import { expect, expectNoSidewaysScroll, ownCounty, test } from '../harness/journey.ts';
import { NO_NETWORK } from '../harness/page-faults.ts';
import { serverAddress } from '../harness/running-server.ts';
import { saveShot } from '../harness/shot.ts';

ownCounty();
// A tablet in the hand.
test.use({ viewport: { width: 820, height: 1180 }, hasTouch: true });

const PICTURE = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAQAAAADCAIAAAA7ljmRAAAADklEQVR4nGPoQQIMODkAgB4TsYxDflAAAAAASUVORK5CYII=',
  'base64',
);

interface Visit {
  readonly revision: number;
  readonly entries: Readonly<Record<string, { readonly value: string; readonly by: string }>>;
  readonly photos: readonly { readonly clockAheadSeconds: number }[];
  readonly checklist: { readonly cells: readonly { readonly cell: string; readonly reported: string | null }[] };
}

/** A project with one school of the county, planned past the page: 60-inspection-draw plans and draws by hand. */
async function planVisit(page: Page): Promise<{ readonly inspectionId: string; readonly schoolId: string }> {
  const base = `${serverAddress()}/api/v1`;
  const { request } = page.context();
  const session = (await (await request.get(`${base}/session`)).json()) as { csrfToken: string; personId: string };
  const { schools } = (await (await request.get(`${base}/schools`)).json()) as {
    schools: { id: string; type: string; regionId: string }[];
  };
  const { regions } = (await (await request.get(`${base}/regions`)).json()) as {
    regions: { id: string; level: string }[];
  };
  const schoolId = schools.find(({ type }) => type === 'primary')?.id ?? '';
  const headers = { 'x-csrf-token': session.csrfToken };
  const planned = await request.post(`${base}/inspections`, {
    headers,
    data: {
      name: '2026年现场核查',
      kind: 'evaluation',
      editionId: 'cn-2017-quality-balance',
      counties: [{ countyId: regions.find(({ level }) => level === 'county')?.id, sampleSize: null, sizeReason: null }],
      startsOn: '2030-10-14',
      endsOn: '2030-10-18',
      selection: 'chosen',
      schoolTypes: ['primary'],
      chosenSchoolIds: [schoolId],
      verifiedItems: ['sports-field-area', 'equipment-value'],
      judgedRequirements: ['G1'],
      team: [{ personId: session.personId, part: 'lead' }],
    },
  });
  expect(planned.status(), await planned.text()).toBe(201);
  const { id } = (await planned.json()) as { id: string };
  expect((await request.post(`${base}/inspections/${id}/confirmation`, { headers })).status()).toBe(200);
  return { inspectionId: id, schoolId };
}

const entry = (page: Page, key: string) => page.locator(`[data-entry="${key}"]`);
const fill = async (page: Page, key: string, text: string): Promise<void> => {
  await entry(page, key).locator('input, textarea').fill(text);
  await entry(page, key).locator('input, textarea').blur();
};

test('an inspector visits a school without a network; everything arrives, once, and the visit is signed', async ({
  page,
  context,
  signIn,
  faults,
}) => {
  faults.expect(NO_NETWORK);
  await signIn('inspector');
  const place = await planVisit(page);
  const visitPath = `/inspections/${place.inspectionId}/visits/${place.schoolId}`;
  const stored = async (): Promise<Visit> =>
    (await (await context.request.get(`${serverAddress()}/api/v1${visitPath}`)).json()) as Visit;
  await page.goto(`${serverAddress()}/admin/inspections/${place.inspectionId}`);
  await page.getByRole('button', { name: '把清单存到这台设备' }).click();
  await expect(page.getByText('1 所学校的清单已存到这台设备')).toBeVisible();
  await saveShot(page, 'tablet', 'visit-list');
  const address = `${serverAddress()}/admin/visit/${place.inspectionId}/${place.schoolId}`;
  await page.goto(address);
  await expect(page.getByRole('heading', { name: '核实上报数据' })).toBeVisible();
  await installed(page);
  await expectAccessible(page);
  await page.close();

  await context.setOffline(true);
  const school = await context.newPage();
  faults.watch(school);
  await school.goto(address);
  await expect(school.getByText('现在连不上服务器')).toBeVisible();
  await fill(school, 'verified:sports-field-area', '1234.5');
  await fill(school, 'reason:sports-field-area', '操场一角正在施工，不能使用');
  await fill(school, 'verified:equipment-value', '12.1234567');
  await expect(entry(school, 'verified:equipment-value')).toContainText('小数位数太多');
  await fill(school, 'verified:equipment-value', '');
  await fill(school, 'reason:equipment-value', '资产账册未提供');
  await school.getByRole('button', { name: '添加问题' }).click();
  await school.getByLabel('问题', { exact: true }).fill('操场面积不足');
  await school.getByLabel('问题', { exact: true }).blur();
  await school.locator('select[name^="score:"]').selectOption('met');
  await school
    .locator('input[type="file"]')
    .setInputFiles({ name: '操场.png', mimeType: 'image/png', buffer: PICTURE });
  await expect(school.getByText('已存在本机，待同步')).toBeVisible();
  await school
    .locator('input[type="file"]')
    .setInputFiles({ name: '说明.png', mimeType: 'image/png', buffer: Buffer.from('not a photo') });
  await expect(school.getByText('“说明.png”不是能打开的照片')).toBeVisible();
  await expectNoSidewaysScroll(school);
  await saveShot(school, 'tablet', 'visit-offline');

  await school.reload();
  await expect(entry(school, 'verified:sports-field-area').locator('input')).toHaveValue('1234.5');
  await expect(entry(school, 'reason:sports-field-area').locator('textarea')).toHaveValue('操场一角正在施工，不能使用');

  await context.setOffline(false);
  await expect(school.getByText('已全部同步').first()).toBeVisible({ timeout: 20_000 });
  await expect.poll(async () => (await stored()).photos).toHaveLength(1);
  expect((await stored()).entries['verified:sports-field-area']).toMatchObject({ value: '1234.5' });
  await expect(school.getByRole('button', { name: '签字完成' })).toBeEnabled({ timeout: 30_000 });
  await saveShot(school, 'tablet', 'visit-sent');
  await school.getByRole('button', { name: 'English' }).click();
  await expect(school.getByRole('heading', { name: 'Verify what was reported' })).toBeVisible();
  await saveShot(school, 'tablet', 'visit-en');
  await school.getByRole('button', { name: 'Sign', exact: true }).click();
  await school.getByRole('dialog').getByRole('button').last().click();
  await expect(school.getByText('Signed by').first()).toBeVisible();
  await expect(entry(school, 'verified:sports-field-area').locator('input')).not.toBeEditable();
  await saveShot(school, 'tablet', 'visit-signed');
  await school.goto(`${serverAddress()}/admin/inspections/${place.inspectionId}`);
  await expect(school.getByText('Signed', { exact: true }).first()).toBeVisible();

  // A tablet is shared: after signing out nothing of the visit is shown to whoever comes next, with or without a network.
  await school.getByRole('button', { name: 'Sign out' }).click();
  await expect(school.locator('input[autocomplete="username"]')).toBeVisible();
  await context.setOffline(true);
  const next = await context.newPage();
  await next.goto(address);
  await expect(next.locator('body')).not.toBeEmpty();
  await expect(next.locator('[data-entry]')).toHaveCount(0);
  await expect(next.getByText('操场一角正在施工')).toHaveCount(0);
  const kept = await next.evaluate(async () => {
    const names = (await indexedDB.databases()).flatMap(({ name }) => name ?? []);
    const visits = await new Promise<number>((resolve, reject) => {
      const opening = indexedDB.open('junheng-visits');
      opening.onerror = () => reject(new Error('not opened'));
      opening.onsuccess = () => {
        const counting = opening.result.transaction('visits').objectStore('visits').count();
        counting.onsuccess = () => resolve(counting.result);
      };
    });
    return { names, visits, session: localStorage.getItem('junheng.console.signed-in') };
  });
  expect(kept.names).toContain('junheng-visits');
  expect([kept.visits, kept.session]).toEqual([0, null]);
});
