import { randomUUID } from 'node:crypto';
import type { Page } from '@playwright/test';
import { expectAccessible } from '../harness/accessibility.ts';
import { AsPerson } from '../harness/as-person.ts';
import { expect, expectNoSidewaysScroll, ownCounty, test, type JourneyOf } from '../harness/journey.ts';
import { serverAddress } from '../harness/running-server.ts';

ownCounty();
test.setTimeout(150_000);

const AREA = 'teaching-rooms-area';
const NAME = '2026年汇总核定';

interface Person {
  readonly calls: AsPerson;
  readonly personId: string;
}

async function personOn(page: Page): Promise<Person> {
  await expect(page.getByRole('navigation').first()).toBeVisible();
  const calls = await AsPerson.of(page);
  const { personId } = await calls.get<{ personId: string }>('/session');
  return { calls, personId };
}

async function signedIn(someoneElse: () => Promise<JourneyOf>, role: string): Promise<Person> {
  const other = await someoneElse();
  await other.signIn(role);
  return personOn(other.page);
}

/** A school whose report was approved and evaluated. */
async function approvedSchool({ calls }: Person): Promise<{ readonly countyId: string; readonly schoolId: string }> {
  const { rounds } = await calls.get<{ rounds: { id: string; regionId: string }[] }>('/rounds');
  for (const { id, regionId } of rounds) {
    const { dataSets } = await calls.get<{ dataSets: readonly unknown[] }>(`/rounds/${id}/data-sets`);
    if (dataSets.length === 0) continue;
    const { selfReports } = await calls.get<{
      selfReports: { schoolId: string; status: string; schoolType: string }[];
    }>(`/rounds/${id}/self-reports`);
    const approved = selfReports.find(({ status }) => status === 'approved');
    if (approved !== undefined) return { countyId: regionId, schoolId: approved.schoolId };
  }
  throw new Error('the demonstration has no approved report in frozen data');
}

/** One visit at which two inspectors found different areas and judged differently, signed: 61-site-visit does so by hand. */
async function visitApart(
  lead: Person,
  second: Person,
  place: { countyId: string; schoolId: string },
): Promise<string> {
  const { id } = await lead.calls.send<{ id: string }>('POST', '/inspections', {
    name: NAME,
    kind: 'evaluation',
    editionId: 'cn-2017-quality-balance',
    counties: [{ countyId: place.countyId, sampleSize: null, sizeReason: null }],
    startsOn: '2030-10-14',
    endsOn: '2030-10-18',
    selection: 'chosen',
    schoolTypes: ['primary', 'junior', 'nine-year', 'teaching-point'],
    chosenSchoolIds: [place.schoolId],
    verifiedItems: [AREA],
    judgedRequirements: ['G1'],
    team: [
      { personId: lead.personId, part: 'lead' },
      { personId: second.personId, part: 'member' },
    ],
  });
  await lead.calls.send('POST', `/inspections/${id}/confirmation`, {});
  const visit = `/inspections/${id}/visits/${place.schoolId}`;
  const record = async (person: Person, judgement: string, area: string, baseRevision: number): Promise<void> => {
    const typedAt = new Date().toISOString();
    const entries = [
      [`verified:${AREA}`, area],
      [`reason:${AREA}`, '部分教室已改作他用'],
      [`score:${person.personId}/G1`, judgement],
    ];
    await person.calls.send('PATCH', `${visit}/entries`, {
      key: randomUUID(),
      deviceTime: typedAt,
      changes: entries.map(([entry, value]) => ({ entry, value, baseRevision, typedAt })),
    });
  };
  await record(lead, 'met', '4000', 0);
  await record(second, 'unmet', '4200', 1);
  await lead.calls.send('POST', `${visit}/signature`, { revision: 2 });
  return id;
}

async function decide(page: Page, option: RegExp): Promise<void> {
  await page.getByRole('button', { name: '裁定', exact: true }).first().click();
  const dialog = page.getByRole('dialog');
  const label = await dialog.getByRole('option', { name: option }).first().textContent();
  await dialog.getByLabel('核定为').selectOption({ label: label ?? '' });
  await dialog.getByLabel('理由').fill('三人重新查看并测量');
  await dialog.getByRole('button', { name: '裁定', exact: true }).click();
  await expect(dialog).toBeHidden();
}

test('differences are decided, verified data are made and evaluated: does the verdict hold?', async ({
  page,
  signIn,
  someoneElse,
  shot,
}) => {
  await signIn('inspector');
  const lead = await personOn(page);
  const bureau = await signedIn(someoneElse, 'county-administrator');
  const place = await approvedSchool(bureau);
  const second = await signedIn(someoneElse, 'section-officer');
  await bureau.calls.send('POST', `/people/${second.personId}/grants`, {
    role: 'inspector',
    place: { kind: 'region', id: place.countyId },
  });
  const id = await visitApart(lead, second, place);

  await page.goto(`${serverAddress()}/admin/inspections/${id}`);
  await page.getByRole('link', { name: '打开汇总核定' }).click();
  await expect(page.getByText('还有 2 处待办')).toBeVisible();
  await expect(page.getByText('督学之间不一致')).toBeVisible();
  await expectAccessible(page);
  await shot('consolidation-open');
  await decide(page, /^未达到/);
  await decide(page, /^4000/);
  await expect(page.getByText('全部差异均已裁定')).toBeVisible();
  await page.getByRole('button', { name: '完成汇总核定', exact: true }).click();
  await page.getByRole('dialog').getByRole('button', { name: '完成汇总核定' }).click();
  await expect(page.getByText('第 1 次汇总核定已完成')).toBeVisible();
  await expect(page.getByText('改动 1 项数据')).toBeVisible();
  await page.getByRole('button', { name: '用上报数据和核实数据分别评估' }).click();
  await page.getByRole('dialog').getByRole('button', { name: '用上报数据和核实数据分别评估' }).click();
  await page.getByRole('link', { name: '查看对照：结论是否成立' }).waitFor({ timeout: 60_000 });
  await shot('consolidation-done');

  await page.getByRole('link', { name: '查看对照：结论是否成立' }).click();
  await expect(page.getByRole('heading', { level: 1, name: '上报与核实对照' })).toBeVisible();
  await expect(page.getByText(/核实后结论/)).toBeVisible();
  await expect(page.getByRole('heading', { name: '结论改变的学校指标' })).toBeVisible();
  await expectAccessible(page);
  await shot('verified-comparison');
  await page.getByRole('button', { name: 'English', exact: true }).first().click();
  await expect(page.getByRole('heading', { level: 1, name: 'Reported and verified' })).toBeVisible();
  await shot('verified-comparison-en');
  await page.setViewportSize({ width: 390, height: 844 });
  await expectNoSidewaysScroll(page);
  await shot('verified-comparison-narrow');
  await page.getByRole('link', { name: 'Back to the consolidation' }).click();
  await expect(page.getByText('Consolidation 1 is completed')).toBeVisible();
  await page.locator('details.cs-school > summary').click();
  await expectNoSidewaysScroll(page);
  await shot('consolidation-narrow');

  await page.goto(`${serverAddress()}/admin/inspections/${id}/opinions/${place.countyId}`);
  await page.getByRole('button', { name: 'Cite what the consolidation found (1)' }).click();
  await expect(page.getByLabel('Fact', { exact: true })).toHaveValue(/found on site 4000\. 三人重新查看并测量/);
  await expect(page.getByRole('button', { name: /Cite what the consolidation/ })).toBeHidden();
  await page.getByRole('button', { name: 'Cite what visits found (1)' }).click();
  await expect(page.getByText(/^From the visit to .+, signed by/)).toBeVisible();
  await expect(page.getByRole('button', { name: /Cite what/ })).toBeHidden();
});
