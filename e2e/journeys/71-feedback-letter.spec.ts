import { expectAccessible } from '../harness/accessibility.ts';
import { openPage } from '../harness/console-menu.ts';
import { expect, expectNoSidewaysScroll, ownCounty, test } from '../harness/journey.ts';
import { sayingFor, speak } from '../harness/say.ts';

ownCounty();

const csv = (...rows: readonly string[]) => ({
  name: '问题清单.csv',
  mimeType: 'text/csv',
  buffer: Buffer.from(`\uFEFF${rows.join('\r\n')}\r\n`),
});
const today = new Date().toISOString().slice(0, 10);
const later = new Date(Date.now() + 40 * 86_400_000).toISOString().slice(0, 10);

test(
  'a letter from above is read from Excel, entered once, and shows what its measures leave',
  { tag: '@phone' },
  async ({ page, signIn, shot }, testInfo) => {
    const say = sayingFor(testInfo);
    const sheetInput = page.getByLabel(say('选择填好的表格', 'Choose the filled sheet'));
    await signIn('county-administrator');
    await speak(page, testInfo);
    await openPage(page, say('整改台账', 'Rectification'));
    await page.getByRole('link', { name: say('反馈意见', 'Feedback letters'), exact: true }).click();
    await expect(page.getByText(say('还没有反馈意见', 'No feedback letters yet'))).toBeVisible();
    await page.getByRole('link', { name: say('录入反馈意见', 'Enter a letter') }).click();

    await test.step('a sheet with a fault is read, and nothing of it is taken', async () => {
      await sheetInput.setInputFiles(csv('反馈的问题,整改期限', '部分学校图书更新不足,四月底'));
      await expect(page.getByRole('row', { name: /^B2 / })).toContainText(say('错误', 'error'));
      await expect(page.getByRole('button', { name: say('采用这', 'Take these') })).toBeHidden();
    });

    await test.step('a whole one is seen, taken into the form, and completed there', async () => {
      await sheetInput.setInputFiles(
        csv(
          '文号,示督办〔2026〕3号',
          `发文日期,${today}`,
          '反馈的问题,整改期限,整改措施,措施类别,资金（万元）',
          '部分学校图书更新不足,,为三所学校购书,采购设备,12.5',
          '校医配备不到位,2020-01-01,,,',
        ),
      );
      await expect(page.getByRole('row', { name: /^B5 / })).toContainText('2020-01-01');
      await expectAccessible(page);
      await shot('letter-reading');
      await page.getByRole('checkbox').check();
      await page.getByRole('button', { name: say('采用这', 'Take these') }).click();
      const second = page.getByRole('group', { name: say('第 2 个问题', 'Problem 2') });
      await second.getByLabel(say('整改期限', 'Deadline')).fill('');
      await page.getByRole('button', { name: say('录入并列入台账', 'Enter it into the ledger') }).click();
      await expect(page.getByRole('alert')).toContainText(say('还有没填好的地方', 'Something is not complete'));
      await page.getByLabel(say('发文机关', 'Issuer'), { exact: true }).fill('示例市教育督导委员会办公室');
      await page.getByLabel(say('主送单位', 'Addressee'), { exact: true }).fill('示例县人民政府');
      await page.getByLabel(say('报送整改报告的期限', 'Report on rectification due')).fill(later);
      await shot('letter-form');
      await page.getByRole('button', { name: say('录入并列入台账', 'Enter it into the ledger') }).click();
    });

    await test.step('its problems are rows of the ledger; one is left without a measure', async () => {
      await expect(page.getByRole('heading', { level: 1, name: '示督办〔2026〕3号' })).toBeVisible();
      await expect(
        page.getByText(
          say('2 项台账事项中，还有 1 项没有到位的措施', '1 of 2 rows have no measure that reaches the standard'),
        ),
      ).toBeVisible();
      await expectAccessible(page);
      await expectNoSidewaysScroll(page);
      await shot('letter');
    });

    await test.step('the ledger writes the report on rectification', async () => {
      await page.getByRole('link', { name: say('整改报告', 'Report on rectification') }).click();
      const report = page.getByRole('article');
      await expect(report).toContainText(say('共采取整改措施 1 项，已完成 0 项', '1 measures, 0 of them done'));
      await expect(report).toContainText('12.5');
      await expectAccessible(page);
      await expectNoSidewaysScroll(page);
      await shot('letter-report');
      await page.getByRole('link', { name: '示督办〔2026〕3号' }).click();
    });

    await test.step('the same letter again is refused at its cell', async () => {
      await page
        .getByRole('link', { name: say('反馈意见', 'Feedback letters'), exact: true })
        .first()
        .click();
      await expect(page.getByRole('table')).toContainText('示督办〔2026〕3号');
      await shot('letters');
      await page.getByRole('link', { name: say('录入反馈意见', 'Enter a letter') }).click();
      await sheetInput.setInputFiles(csv('文号,示督办[2026] 3 号', '反馈的问题,整改期限', '食堂没有达标,'));
      await expect(page.getByRole('row', { name: /^B1 / })).toContainText('示督办[2026] 3 号');
    });

    await test.step('a target of the year is tracked by approved data', async () => {
      await page
        .getByRole('link', { name: say('反馈意见', 'Feedback letters'), exact: true })
        .first()
        .click();
      await page.getByRole('link', { name: say('年度目标', 'Targets of the year'), exact: true }).click();
      await expect(page.getByText(say('还没有年度目标', 'No targets yet'))).toBeVisible();
      await page.getByRole('button', { name: say('设定目标', 'Set a target') }).click();
      const dialog = page.getByRole('dialog');
      await dialog.getByLabel(say('指标', 'Indicator')).selectOption({ index: 1 });
      await dialog.getByLabel(say('目标值', 'Target'), { exact: true }).fill('0.001');
      await dialog.getByLabel(say('完成时限', 'Until')).fill(later);
      await dialog.getByRole('button', { name: say('设定', 'Set it'), exact: true }).click();
      await expect(dialog).toBeHidden();
      await expect(page.getByRole('table')).toContainText('≤ 0.001');
      await expect(page.getByRole('table')).toContainText(say('推进中', 'On the way'));
      await expectAccessible(page);
      await shot('targets');
    });
  },
);
