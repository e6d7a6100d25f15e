import { expectAccessible } from '../harness/accessibility.ts';
import { AsPerson } from '../harness/as-person.ts';
import { expect, expectNoSidewaysScroll, ownCounty, test } from '../harness/journey.ts';
import { pngFile } from '../harness/made-files.ts';
import { ownReport } from '../harness/own-report.ts';
import { sayingFor, speak } from '../harness/say.ts';
import { cellOf } from '../harness/school-form.ts';

ownCounty();

test(
  'a released result: verdict, why, and the place among similar schools as a band',
  { tag: '@phone' },
  async ({ page, signIn, someoneElse, shot }, info) => {
    const say = sayingFor(info);
    const bureau = await someoneElse();
    await bureau.signIn('county-administrator');
    const asBureau = await AsPerson.of(bureau.page);
    const { rounds } = await asBureau.get<{ rounds: { id: string; year: number }[] }>('/rounds');
    const last = rounds.toSorted((a, b) => a.year - b.year)[0]?.id ?? '';
    const { evaluations } = await asBureau.get<{ evaluations: { id: string }[] }>(`/rounds/${last}/evaluations`);
    await asBureau.send('POST', `/evaluations/${evaluations[0]?.id ?? ''}/release`, { countyVerdict: true });

    await signIn('school-a-reporter');
    await speak(page, info);
    await page
      .getByRole('link', { name: say('查看本校结果', 'See our result') })
      .first()
      .click();
    const table = page.locator('.result__table').first();
    await expect(table.getByRole('row').nth(1)).toBeVisible();
    await expect(page.locator('.result__band').first()).toBeAttached();
    await expectAccessible(page);
    await expectNoSidewaysScroll(page);
    await shot('result');
    await table.getByRole('button').first().click();
    await expect(page.getByRole('dialog')).toBeVisible();
    await expectAccessible(page);
    await shot('result-why');
  },
);

test(
  'beside the cells: the band of similar schools; beside an unmet indicator: what a special rule would change and what proves it',
  { tag: '@phone' },
  async ({ page, signIn, shot }, info) => {
    await signIn('school-a-reporter');
    await speak(page, info);
    await page.locator('a.jh-button--large').first().click();
    await expect(page.locator('.form-grid')).toBeVisible();
    await expect(page.locator('.form-cell__peers').first()).toContainText(/\d+ (所|similar)|同类/);
    // So small a field reaches nothing: there is something for a special rule to change.
    const { id } = await ownReport(page);
    await page.goto(new URL(`/reports/${id}?cell=sports-field-area`, page.url()).href);
    await cellOf(page, 'sports-field-area').fill('80');
    await cellOf(page, 'sports-field-area').press('Tab');
    const bottom = page.locator('.bottom-panel__button').first();
    if (await bottom.isVisible()) await bottom.click();
    const rules = page.locator('.special-rules:visible').first();
    await expect(rules).toBeVisible();
    // It may stand open by itself; either way it is read opened.
    const rule = rules.locator('.special-rule').first();
    await expect(async () => {
      if (!(await rule.isVisible())) await rules.locator('summary').click();
      await expect(rule).toBeVisible({ timeout: 2_000 });
    }).toPass();
    await expectAccessible(page);
    await expectNoSidewaysScroll(page);
    await shot('special-rules');
  },
);

test('the bureau sees a school’s evidence beside its report, opens the picture, and cannot change it', async ({
  page,
  signIn,
  someoneElse,
}) => {
  await signIn('school-a-reporter');
  await page.locator('a.jh-button--large').first().click();
  const { id } = await ownReport(page);
  await page.locator('.evidence-button:visible').first().click();
  const panel = page.getByRole('dialog');
  await panel.locator('input[type="file"][multiple]').setInputFiles([pngFile('功能室.png')]);
  await expect(panel.getByRole('list', { name: '已有的佐证材料' }).getByRole('listitem').first()).toBeVisible();

  const bureau = await someoneElse();
  await bureau.signIn('county-administrator');
  const { round } = await (await AsPerson.of(page)).get<{ round: { id: string } }>(`/self-reports/${id}`);
  await bureau.page.goto(new URL(`/admin/rounds/${round.id}/reports/${id}`, bureau.page.url()).href);
  const evidence = bureau.page.getByRole('region', { name: '佐证材料' });
  await evidence.getByRole('button', { name: /功能室\.png/ }).click();
  const picture = bureau.page.getByRole('dialog', { name: '功能室.png' }).getByRole('img');
  await expect
    .poll(() => picture.evaluate((image) => (image instanceof HTMLImageElement ? image.naturalWidth : 0)))
    .toBe(64);
  await expectAccessible(bureau.page);
  await bureau.shot('evidence-console');
});
