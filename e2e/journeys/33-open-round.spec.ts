import { AsPerson } from '../harness/as-person.ts';
import { expect, expectNoSidewaysScroll, ownCounty, test } from '../harness/journey.ts';
import { sayingFor, speak } from '../harness/say.ts';

ownCounty();

const header =
  '学校标识码,学校名称,办学类型,小学在校生数（人）,初中在校生数（人）,教学仪器设备值（元）,网络多媒体教室数（间）';

interface Schools {
  readonly schools: readonly { readonly id: string; readonly name: string; readonly code: string }[];
}

test(
  'a round is opened for chosen schools, announced, and prefilled from the statistics',
  { tag: '@phone' },
  async ({ page, signIn, someoneElse, shot }, info) => {
    const say = sayingFor(info);
    const school = await someoneElse();
    await school.signIn('school-a-reporter');
    await speak(school.page, info);
    const reporter = await AsPerson.of(school.page);
    const due = await reporter.get<{ selfReports: { schoolId: string; schoolName: string }[] }>('/self-reports/due');
    const own = due.selfReports[0];

    await signIn('county-administrator');
    await speak(page, info);
    await expect(page.locator('.jc-progress')).toBeVisible();
    const bureau = await AsPerson.of(page);
    const { schools } = await bureau.get<Schools>('/schools');
    const code = schools.find(({ id }) => id === own?.schoolId)?.code ?? '';
    await page.getByRole('link', { name: say('开启新一轮', 'Open a new round') }).click();
    await page.getByLabel(say('类型', 'Kind'), { exact: true }).selectOption('special');
    await page.getByLabel(say('截止日', 'Due on'), { exact: true }).fill('2099-12-31');
    await page.getByRole('radio', { name: say('只选一部分学校', 'Only some schools') }).check();
    await page.getByRole('button', { name: say('开启', 'Open'), exact: true }).click();
    await expect(page.getByText(say('请至少选一所学校', 'Choose at least one school'))).toBeVisible();
    const byType = page.getByRole('group', { name: say('按类型勾选', 'Tick by type') });
    await byType.getByRole('checkbox', { name: say('小学', 'Primary school') }).check();
    await byType.getByRole('checkbox', { name: say('九年一贯制学校', 'Nine-year school') }).check();
    await expect(page.getByText(say('所，共 45 所', 'of 45 schools chosen'))).toBeVisible();
    await page.getByLabel(say('通知内容', 'Announcement'), { exact: true }).fill('专项填报已开启，年底前完成。');
    await expectNoSidewaysScroll(page);
    await shot('open-round');
    await page.getByRole('button', { name: say('开启', 'Open'), exact: true }).click();
    const opened = page.getByRole('status').filter({ hasText: say('已通知参加的学校', 'The schools have been told') });
    await expect(opened).toContainText(say('所学校没有选', 'Schools not chosen'));
    await shot('round-opened');

    await page.getByRole('link', { name: say('用统计报表预填', 'Prefill from the statistics') }).click();
    const row = `${code},${own?.schoolName ?? ''},九年一贯制学校,407,310,1260000,12`;
    await page.locator('input[type="file"]').setInputFiles({
      name: '统计.csv',
      mimeType: 'text/csv',
      buffer: Buffer.from(`${header}\r\n${row}`, 'utf8'),
    });
    await page.getByRole('button', { name: say('读取 1 个文件', 'Read 1 file(s)') }).click();
    await expect(page.getByRole('radio', { name: say('替学校预填', 'Prefill for the schools') })).toBeChecked();
    await expectNoSidewaysScroll(page);
    await shot('prefill-preview');
    await page.getByRole('button', { name: say('确认预填', 'Prefill'), exact: true }).click();
    await expect(page.getByText(say('1 所学校的自评已预填', 'Self-reports prefilled, to be checked'))).toBeVisible();
    await shot('prefilled');

    await school.page.reload();
    await expect(school.page.locator('.bureau-messages')).toContainText('专项填报已开启，年底前完成。');
    const mine = await reporter.get<{ selfReports: { id: string; round: { kind: string } }[] }>('/self-reports/due');
    const report = mine.selfReports.find(({ round }) => round.kind === 'special');
    await school.page.goto(new URL(`/reports/${report?.id ?? ''}?cell=pupils.primary`, school.page.url()).href);
    await expect(
      school.page.getByText(say('按教育事业统计预填，请核对', 'from the education statistics')).first(),
    ).toBeVisible();
    await expectNoSidewaysScroll(school.page);
    await school.shot('school-sees-statistics');
  },
);
