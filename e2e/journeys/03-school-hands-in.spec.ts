import { expect, ownCounty, test } from '../harness/journey.ts';
import { ownReport } from '../harness/own-report.ts';
import { cellOf, openForm, openSection, placeOf } from '../harness/school-form.ts';

ownCounty();

test('from the last check over handing over and submitting to the receipt', async ({
  page,
  someoneElse,
  signIn,
  shot,
}) => {
  await signIn('school-a-reporter');
  await openForm(page);
  await page.getByRole('link', { name: '检查并交表' }).first().click();
  await expect(page.getByRole('heading', { name: '还不能交，先处理下面这些' })).toBeVisible();
  const handOver = page.getByRole('button', { name: '交给校长' });
  await expect(handOver).toBeDisabled();
  await shot('school-hand-in-blocked');

  // A hard check: there is no way around it, only the cell.
  const blocking = page.locator('.finding--blocks');
  await expect(blocking).toContainText('持有教师资格证的专任教师 48 人，多于专任教师总数 46 人');
  await blocking.getByRole('button', { name: '看这一格' }).click();
  const certified = cellOf(page, 'certified-teachers');
  await expect(certified).toBeFocused();
  await expect(placeOf(page, 'certified-teachers')).toContainText('必须更正');
  await certified.fill('46');
  await expect(placeOf(page, 'certified-teachers')).not.toContainText('必须更正');
  await expect(placeOf(page, 'certified-teachers')).toContainText('已保存');

  await openSection(page, '音乐、美术专用教室');
  await cellOf(page, 'fine-art-rooms').fill('2');
  await openSection(page, '经费信息');
  await cellOf(page, 'public-funds-final').fill('65.5');
  await openSection(page, '巩固率数据');
  await cellOf(page, 'transferred-out.junior').fill('1');
  await page.getByRole('link', { name: '检查并交表' }).first().click();

  // A soft check: a reason is enough, and nothing else will do.
  const unusual = page.locator('.finding--needs-reason');
  await expect(unusual).toHaveCount(1);
  await expect(unusual).toContainText('上年 77，今年 139');
  await expect(handOver).toBeDisabled();
  await unusual.getByRole('button', { name: '保存说明' }).click();
  await expect(unusual).toContainText('请写明原因');
  await unusual.getByLabel('情况属实，原因是').fill('新建安置小区入住，随迁子女增加，见学籍花名册。');
  await unusual.getByRole('button', { name: '保存说明' }).click();
  await expect(page.getByText('可以交了', { exact: true })).toBeVisible();
  await shot('school-hand-in-ready');
  await handOver.click();
  const dialog = page.getByRole('dialog');
  await expect(dialog).toContainText('交出后这份上报会锁定');
  await dialog.getByRole('button', { name: '交给校长' }).click();
  await expect(page.getByText('已交给校长。')).toBeVisible();
  await page.getByRole('link', { name: '回到数据' }).click();
  await expect(page.getByText('已交给校长，暂时不能修改')).toBeVisible();
  await openSection(page, '教师信息');
  await expect(cellOf(page, 'certified-teachers')).not.toBeEditable();
  await shot('school-locked');

  const principal = await someoneElse();
  await principal.signIn('school-a-principal');
  await principal.page.getByRole('link', { name: '审核并提交' }).click();
  await principal.page.getByText('填报的全部数据').click();
  await expect(principal.page.getByRole('row', { name: /持有教师资格证的专任教师数/ })).toContainText('46');
  await principal.shot('principal-review');
  await principal.page.getByRole('button', { name: '确认提交' }).click();
  await principal.page.getByRole('dialog').getByRole('button', { name: '确认提交' }).click();
  await expect(principal.page.getByText('提交成功。')).toBeVisible();
  const receipt = principal.page.getByRole('region', { name: '提交回执' });
  await expect(receipt).toContainText('沙溪乡九年一贯制学校校长');
  await expect(receipt.locator('.receipt__hash').first()).toHaveText(/^([0-9a-f]{8} ){7}[0-9a-f]{8}$/);
  await principal.shot('principal-receipt');

  await page.reload();
  await expect(page.getByText('已提交，等待教育局审核')).toBeVisible();
  const { status, cells } = await ownReport(page);
  expect([status, cells['certified-teachers'], cells['public-funds-final']]).toEqual(['submitted', '46', '65.5']);
});
