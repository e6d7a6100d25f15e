import { expectAccessible } from '../harness/accessibility.ts';
import { openPage } from '../harness/console-menu.ts';
import { expect, expectNoSidewaysScroll, ownCounty, test } from '../harness/journey.ts';
import { sayingFor, speak } from '../harness/say.ts';

ownCounty();

test(
  'a section keeps the register of rotation; the county report counts from it',
  { tag: '@phone' },
  async ({ page, signIn, shot }, testInfo) => {
    const say = sayingFor(testInfo);
    const table = page.getByRole('table', { name: say('交流轮岗与支教', 'Teacher rotation') });
    const dialog = page.getByRole('dialog');
    await signIn('county-administrator');
    await speak(page, testInfo);
    await openPage(page, say('登记册', 'Registers'));
    await expect(page.getByText(say('这一年还没有登记', 'Nothing registered in this year'))).toBeVisible();

    await test.step('what cannot be is refused in the dialog, and what was typed stays', async () => {
      await page.getByRole('button', { name: say('登记一条…', 'Add a row…') }).click();
      await dialog.getByLabel(say('派出学校', 'From'), { exact: true }).selectOption({ index: 1 });
      await dialog.getByLabel(say('接收单位', 'To'), { exact: true }).selectOption({ index: 2 });
      await dialog.getByLabel(say('人数', 'People'), { exact: true }).fill('6');
      await dialog.getByLabel(say('其中骨干教师', 'Backbone teachers among them')).fill('7');
      await dialog.getByRole('button', { name: say('保存', 'Save') }).click();
      await expect(dialog.getByText(say('不能比总人数多', 'Not more than all people'))).toBeVisible();
      await expectAccessible(page);
      await shot('register-dialog');
      await dialog.getByLabel(say('其中骨干教师', 'Backbone teachers among them')).fill('2');
      await dialog.getByRole('button', { name: say('保存', 'Save') }).click();
      await expect(dialog).toBeHidden();
    });

    await test.step('the row is changed; its history tells both versions', async () => {
      const row = table.getByRole('row', { name: new RegExp(say('轮岗', 'Rotation')) });
      await expect(row).toContainText('6');
      await row.getByRole('button', { name: say('修改', 'Change') }).click();
      await dialog.getByLabel(say('人数', 'People'), { exact: true }).fill('8');
      await dialog.getByRole('button', { name: say('保存', 'Save') }).click();
      await expect(row).toContainText('8');
      await row.getByRole('button', { name: new RegExp(say('的经过$', '^History')) }).click();
      const history = page.getByRole('complementary');
      await expect(history).toContainText(say('第 2 版', 'Version 2'));
      await expect(history).toContainText(say('第 1 版', 'Version 1'));
      await page.keyboard.press('Escape');
      await expectNoSidewaysScroll(page);
      await shot('register');
    });

    await test.step('the county report shows what the register comes to', async () => {
      await openPage(page, say('县级填报', 'County report'));
      await page.locator('.jc-county__part').filter({ hasText: '人事科' }).click();
      await expect(page.getByText(say('登记册 8（1 条）', 'register: 8 (1 rows)'))).toBeVisible();
    });
  },
);
