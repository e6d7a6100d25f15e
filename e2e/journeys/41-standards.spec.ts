import { expect, expectNoSidewaysScroll, ownCounty, test } from '../harness/journey.ts';
import { openPage } from '../harness/console-menu.ts';

ownCounty();

test('a bureau copies a standard, changes it, sees the difference in words and publishes it', async ({
  page,
  signIn,
  shot,
}) => {
  await signIn('county-administrator');
  await openPage(page, '评估标准');
  await expect(page.getByRole('heading', { level: 1, name: '评估标准' })).toBeVisible();
  await shot('standards');
  await page.getByRole('link', { name: /县域义务教育优质均衡发展督导评估/ }).click();
  await expect(page.getByRole('heading', { level: 2, name: '指标与标准值' })).toBeVisible();
  await expect(page.getByText('已见原文').first()).toBeVisible();
  await expectNoSidewaysScroll(page);
  await shot('standard');
  await page.getByRole('link', { name: '全部标准' }).click();

  await page.getByRole('button', { name: '复制并修改' }).first().click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('名称', { exact: true }).fill('清泉县优质均衡标准（虚构）');
  await dialog.getByLabel('英文名称').fill('Quality balance of Qingquan (fictitious)');
  await dialog.getByLabel('文号').fill('清教发〔2026〕1号');
  await dialog.getByRole('button', { name: '复制', exact: true }).click();
  await expect(page.getByRole('heading', { level: 1, name: '清泉县优质均衡标准（虚构）' })).toBeVisible();
  await expect(page.getByText('没有不同')).toBeVisible();

  await page.getByLabel('差异系数上限（小学）').fill('0.45');
  const differences = page.getByRole('region', { name: '与原标准的不同' });
  await expect(differences).toContainText('小学差异系数上限由');
  await page
    .getByRole('checkbox', { name: /规模不超过2400人/ })
    .first()
    .check();
  await expect(differences).toContainText('启用特殊规定');
  await page.getByRole('checkbox', { name: '纳入评估' }).click();
  await expect(differences).toContainText(/民办学校改为(不)?纳入评估/);

  await page.getByRole('button', { name: '添加要求' }).click();
  const added = page.getByRole('dialog');
  await added.getByLabel('要求内容').fill('县域内学校均有课后服务方案（虚构）');
  await added.getByLabel('责任科室').fill('基教科');
  await shot('standard-requirement');
  await added.getByRole('button', { name: '添加到标准' }).click();
  await expect(differences).toContainText('新增要求：县域内学校均有课后服务方案（虚构）');
  await expect(differences).toContainText('县级增加填报：县域内学校均有课后服务方案（虚构）');
  await page.getByRole('button', { name: /^移除“特殊教育学校生均公用经费/ }).click();
  await expect(differences).toContainText('移除要求：特殊教育学校生均公用经费');
  await expect(page.getByRole('region', { name: '已移除的要求' })).toBeVisible();
  await shot('standard-draft');
  await page.getByRole('button', { name: '保存草稿' }).click();
  await expect(page.getByText('有未保存的修改。')).toBeHidden();
  await page.getByRole('button', { name: '发布', exact: true }).click();
  await page.getByRole('dialog').getByRole('button', { name: '确定' }).click();
  await expect(page.getByText('已发布', { exact: true })).toBeVisible();
  await expect(page.getByRole('heading', { level: 1, name: '清泉县优质均衡标准（虚构）' })).toBeVisible();
  await expect(differences).toContainText('0.45');
  await expect(differences).toContainText('课后服务方案');
  await shot('standard-published');

  await page.getByRole('button', { name: 'English' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Quality balance of Qingquan (fictitious)' })).toBeVisible();
  await shot('standard-published-en');
});
