import type { Locator, Page } from '@playwright/test';
import { expectAccessible } from '../harness/accessibility.ts';
import { AsPerson } from '../harness/as-person.ts';
import { expect, expectNoSidewaysScroll, ownCounty, test } from '../harness/journey.ts';
import { bigPhoto, pdfFile, pngFile, type MadeFile } from '../harness/made-files.ts';
import { ownReport } from '../harness/own-report.ts';
import { NO_NETWORK } from '../harness/page-faults.ts';
import { sayingFor, speak } from '../harness/say.ts';
import { openForm } from '../harness/school-form.ts';

ownCounty();

interface EvidenceView {
  readonly evidence: readonly {
    readonly id: string;
    readonly name: string;
    readonly size: number;
    readonly targets: readonly { readonly id: string }[];
    readonly removed: object | null;
  }[];
}

/** The evidence of the report that is open, as the server has it now. */
async function stored(page: Page): Promise<EvidenceView['evidence']> {
  const { id } = await ownReport(page);
  const answer = await page.context().request.get(`${new URL(page.url()).origin}/api/v1/self-reports/${id}/evidence`);
  return ((await answer.json()) as EvidenceView).evidence;
}

const panelOf = (page: Page): Locator => page.getByRole('dialog', { name: /^(佐证材料：|Evidence: )/ });
const filesIn = (place: Page | Locator): Locator =>
  place.getByRole('list', { name: /^(已有的佐证材料|Evidence that is here)$/ }).getByRole('listitem');
const underWay = (place: Page | Locator): Locator =>
  place.getByRole('list', { name: /^(正在上传的文件|Files on their way)$/ }).getByRole('listitem');
const choose = (page: Page, ...files: readonly MadeFile[]): Promise<void> =>
  panelOf(page)
    .locator('input[type="file"][multiple]')
    .setInputFiles([...files]);

/** Opens the evidence of one of the indicators in sight. */
async function openEvidence(page: Page, place = 0): Promise<void> {
  await page.locator('.evidence-button:visible').nth(place).click();
  await expect(panelOf(page).getByText(/^(选择文件|Choose files)$/)).toBeVisible();
}
const close = (page: Page): Promise<void> => page.keyboard.press('Escape');

test('several files for an indicator: shown, used for another too, removed after asking, seen where the report is handed in', async ({
  page,
  signIn,
  someoneElse,
  shot,
}) => {
  await signIn('school-a-reporter');
  const { id } = await openForm(page);
  await openEvidence(page);
  await expect(panelOf(page)).toContainText('还没有佐证材料');
  await expectAccessible(page);
  await choose(page, pngFile('音乐教室.png'), pdfFile('台账.pdf'));
  await expect(filesIn(panelOf(page))).toHaveCount(2);
  await expect(underWay(panelOf(page))).toHaveCount(0);
  await expectAccessible(page);
  await shot('evidence-panel');
  // The same photo under another name: kept once, and said.
  await choose(page, { ...pngFile('音乐教室.png'), name: '又一张.png' });
  await expect(underWay(panelOf(page))).toContainText('已经有同样的文件（音乐教室.png）');
  await panelOf(page).getByRole('button', { name: '知道了 又一张.png' }).click();
  await expect(underWay(panelOf(page))).toHaveCount(0);
  await expect(filesIn(panelOf(page))).toHaveCount(2);

  await panelOf(page).getByRole('button', { name: '预览 音乐教室.png' }).click();
  const preview = page.getByRole('dialog', { name: '音乐教室.png' }).getByRole('img');
  await expect
    .poll(() => preview.evaluate((image) => (image instanceof HTMLImageElement ? image.naturalWidth : 0)))
    .toBe(64);
  await close(page);

  await panelOf(page).getByRole('button', { name: '把 音乐教室.png 用于其他指标' }).click();
  const indicators = page.getByRole('dialog', { name: '音乐教室.png 可以证明哪些指标' });
  await indicators.getByRole('checkbox').nth(4).check();
  await indicators.getByRole('button', { name: '保存' }).click();
  await expect(panelOf(page)).toContainText('同时证明');
  const photo = (await stored(page)).find(({ name }) => name === '音乐教室.png');
  expect(photo?.targets).toHaveLength(2);

  await panelOf(page).getByRole('button', { name: '移除 台账.pdf' }).click();
  await page.getByRole('dialog', { name: '移除这份佐证材料？' }).getByRole('button', { name: '移除' }).click();
  await expect(filesIn(panelOf(page))).toHaveCount(1);
  await close(page);

  await page.goto(`${new URL(page.url()).origin}/reports/${id}/hand-in`);
  const section = page.getByRole('region', { name: '佐证材料' });
  await expect(filesIn(section)).toHaveCount(1);
  await expect(section).toContainText('已移除 1 份');
  await expectAccessible(page);
  await shot('evidence-hand-in');

  // The bureau sees it, another school does not learn that it is there.
  const content = `/api/v1/self-reports/${id}/evidence/${photo?.id ?? ''}/content`;
  for (const [role, status] of [
    ['county-administrator', 200],
    ['school-b-reporter', 404],
  ] as const) {
    const other = await someoneElse();
    await other.signIn(role);
    const answer = await other.page.context().request.get(`${new URL(other.page.url()).origin}${content}`);
    expect([role, answer.status()]).toEqual([role, status]);
  }
});

test('what is no photo says so, whatever it is called, and does not hold up the others', async ({
  page,
  signIn,
  faults,
  shot,
}) => {
  faults.expect(/status of 4(13|15|22)/);
  await signIn('school-a-reporter');
  await openForm(page);
  await openEvidence(page, 1);
  const html = { name: '照片.png', mimeType: 'image/png', buffer: Buffer.from('<script>alert(1)</script>') };
  const empty = { name: '空.jpg', mimeType: 'image/jpeg', buffer: Buffer.alloc(0) };
  const huge = { name: '巨大.jpg', mimeType: 'image/jpeg', buffer: Buffer.alloc(21 * 1024 * 1024) };
  await choose(page, html, empty, huge, pngFile('真的照片.png', [138, 90, 0]));
  await expect(filesIn(panelOf(page))).toHaveCount(1);
  await expect(underWay(panelOf(page)).filter({ hasText: '照片.png' })).toContainText('不接收这种文件');
  await expect(underWay(panelOf(page)).filter({ hasText: '空.jpg' })).toContainText('文件是空的');
  await expect(underWay(panelOf(page)).filter({ hasText: '巨大.jpg' })).toContainText('文件太大');
  await shot('evidence-refused');
  for (const name of ['照片.png', '空.jpg', '巨大.jpg']) {
    await panelOf(page)
      .getByRole('button', { name: `知道了 ${name}` })
      .click();
  }
  await expect(underWay(panelOf(page))).toHaveCount(0);
});

test('without a network files stay on the device, also when the page is closed, and go out when it is back', async ({
  page,
  signIn,
  faults,
  shot,
}) => {
  faults.expect(NO_NETWORK);
  faults.expect(/ERR_FAILED/);
  await signIn('school-a-reporter');
  await openForm(page);
  await openEvidence(page, 2);
  await page.context().setOffline(true);
  await choose(page, pngFile('断网一.png', [15, 92, 92]));
  await expect(underWay(panelOf(page))).toContainText('等待网络');
  await expect(underWay(panelOf(page))).toContainText('文件已保存在本机');
  await shot('evidence-offline');
  await page.context().setOffline(false);
  await expect(filesIn(panelOf(page))).toHaveCount(1);

  await page.context().setOffline(true);
  await choose(page, pngFile('断网二.png', [168, 50, 31]));
  await expect(underWay(panelOf(page))).toContainText('文件已保存在本机');
  const address = page.url();
  await page.goto('about:blank');
  await page.context().setOffline(false);
  await page.goto(address);
  await expect.poll(async () => (await stored(page)).map(({ name }) => name)).toContain('断网二.png');
});

test('an upload is paused, goes on where it was, and survives a line that breaks', async ({ page, signIn, faults }) => {
  faults.expect(/ERR_FAILED|ERR_CONNECTION|ERR_ABORTED/);
  await signIn('school-a-reporter');
  await openForm(page);
  await openEvidence(page, 3);
  let parts = 0;
  let broken = 0;
  await page.route(/\/evidence-uploads\/[^/]+$/, async (route) => {
    if (route.request().method() !== 'PATCH') return route.continue();
    parts += 1;
    // The second part is lost on its way.
    if (parts === 2) {
      broken += 1;
      return route.abort('connectionreset');
    }
    await new Promise((resolve) => setTimeout(resolve, 700));
    return route.continue().catch(() => undefined);
  });
  const photo = bigPhoto('大照片.jpg', 3);
  await choose(page, photo);
  await expect(underWay(panelOf(page))).toContainText(/已上传 [\d.]+ [KM]B/);
  await panelOf(page).getByRole('button', { name: '暂停上传 大照片.jpg' }).click();
  await expect(underWay(panelOf(page))).toContainText('已暂停');
  await panelOf(page).getByRole('button', { name: '继续上传 大照片.jpg' }).click();
  await expect(filesIn(panelOf(page))).toHaveCount(1, { timeout: 30_000 });
  expect(broken).toBe(1);
  expect((await stored(page)).find(({ name }) => name === '大照片.jpg')?.size).toBe(photo.buffer.length);
});

test(
  'on a phone, in English: the camera, and nothing beside the screen',
  { tag: '@phone-only' },
  async ({ page, signIn, shot }) => {
    await signIn('school-a-reporter');
    await page.getByRole('button', { name: 'English', exact: true }).first().click();
    await openForm(page, 'Go on');
    await page.locator('.bottom-panel__button').first().click();
    await page.locator('dialog[open] .evidence-button').first().click();
    await expect(panelOf(page).getByText('Take a photo', { exact: true })).toBeVisible();
    await panelOf(page)
      .locator('input[capture="environment"]')
      .setInputFiles(pngFile('IMG_0001.png', [45, 93, 138]));
    await expect(filesIn(panelOf(page)).filter({ hasText: 'IMG_0001.png' })).toHaveCount(1);
    await expectNoSidewaysScroll(page);
    await expectAccessible(page);
    await shot('evidence-phone');
    const { id } = await ownReport(page);
    await page.goto(`${new URL(page.url()).origin}/reports/${id}/hand-in`);
    await expect(filesIn(page.getByRole('region', { name: 'Evidence' })).first()).toBeVisible();
    await expectNoSidewaysScroll(page);
    await shot('evidence-phone-hand-in');
  },
);

test(
  'files of the report before are taken over into the next one, and say where they come from',
  { tag: '@phone' },
  async ({ page, signIn, someoneElse, shot }, info) => {
    const say = sayingFor(info);
    const buttons = info.project.name === 'phone' ? page.locator('dialog[open] .evidence-button') : undefined;
    const openLast = async (): Promise<void> => {
      if (buttons !== undefined) await page.locator('.bottom-panel__button').first().click();
      await (buttons ?? page.locator('.side-panel .evidence-button')).nth(4).click();
      await expect(panelOf(page).getByText(say('选择文件', 'Choose files'), { exact: true })).toBeVisible();
    };
    await signIn('school-a-reporter');
    await speak(page, info);
    await openForm(page, say('继续填报', 'Go on'));
    await openLast();
    await choose(page, pngFile('琴房.png', [90, 60, 120]));
    await expect(filesIn(panelOf(page)).filter({ hasText: '琴房.png' })).toHaveCount(1);

    const bureau = await someoneElse();
    await bureau.signIn('county-administrator');
    const county = await AsPerson.of(bureau.page);
    const { rounds } = await county.get<{ rounds: { regionId: string; editionId: string; year: number }[] }>('/rounds');
    const newest = rounds.toSorted((a, b) => b.year - a.year)[0];
    const today = new Date(Date.now() + 8 * 60 * 60_000).toISOString().slice(0, 10);
    const round = await county.send<{ id: string }>('POST', '/rounds', {
      regionId: newest?.regionId,
      editionId: newest?.editionId,
      kind: 'self-evaluation',
      year: (newest?.year ?? 0) + 1,
      opensOn: today,
      deadline: '2099-12-31',
      onePersonMaySubmit: false,
    });
    const own = await AsPerson.of(page);
    const due = await own.get<{ selfReports: { id: string; round: { id: string } }[] }>('/self-reports/due');
    const next = due.selfReports.find((each) => each.round.id === round.id)?.id ?? '';

    await page.goto(new URL(`/reports/${next}`, page.url()).href);
    await openLast();
    const panel = panelOf(page);
    await panel.getByText(say(`沿用 ${newest?.year} 年的材料`, `Take over from ${newest?.year}`)).click();
    const offered = panel.getByRole('listitem').filter({ hasText: '琴房.png' });
    await expect(offered).toContainText(say('当年也用于这一指标', 'proved this then, too'));
    await expectNoSidewaysScroll(page);
    await expectAccessible(page);
    await shot('evidence-of-last-year');
    await panel.getByRole('button', { name: say('沿用 琴房.png', 'Take over 琴房.png'), exact: true }).click();
    const taken = filesIn(panel).filter({ hasText: '琴房.png' });
    await expect(taken).toContainText(say(`沿用 ${newest?.year} 年`, `taken over from ${newest?.year}`));
    await expect(panel).toContainText(say('琴房.png 已沿用', '琴房.png was taken over'));
    await expect(panel.getByRole('button', { name: say('沿用 琴房.png', 'Take over 琴房.png') })).toHaveCount(0);
    await shot('evidence-taken-over');
    expect((await stored(page)).map(({ name }) => name)).toEqual(['琴房.png']);
  },
);
