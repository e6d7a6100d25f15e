import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { Page, TestInfo } from '@playwright/test';
import { expectAccessible } from '../harness/accessibility.ts';
import { AsPerson } from '../harness/as-person.ts';
import { expect, expectNoSidewaysScroll, ownCounty, test, type JourneyOf } from '../harness/journey.ts';
import { ownReport } from '../harness/own-report.ts';
import { sayingFor, speak, type Saying } from '../harness/say.ts';
import { cellOf, placeOf } from '../harness/school-form.ts';

ownCounty();

/** What is still wrong with the demonstration's nine-year school, mended. */
const MENDED = {
  'certified-teachers': '46',
  'fine-art-rooms': '2',
  'public-funds-final': '65.5',
  'transferred-out.junior': '1',
};
const REASON = '新建安置小区入住，随迁子女增加，见学籍花名册。';

async function toReport(tools: Pick<JourneyOf, 'page' | 'signIn'>, info: TestInfo, role: string): Promise<string> {
  await tools.signIn(role);
  await speak(tools.page, info);
  await tools.page.locator('a.jh-button--large').first().click();
  await expect(tools.page.locator('.form-grid, .hand-in').first()).toBeVisible();
  return (await ownReport(tools.page)).id;
}

async function toHandIn(page: Page, id: string): Promise<void> {
  await page.goto(new URL(`/reports/${id}/hand-in`, page.url()).href);
  await expect(page.locator('.hand-in')).toBeVisible();
}

async function toCell(page: Page, id: string, cell: string): Promise<void> {
  await page.goto(new URL(`/reports/${id}?cell=${encodeURIComponent(cell)}`, page.url()).href);
  await expect(cellOf(page, cell)).toBeVisible();
}

/** Presses a button of the decision and says yes. */
async function confirmMove(page: Page, name: string): Promise<void> {
  await page.locator('.decision').getByRole('button', { name }).click();
  await page.getByRole('dialog').getByRole('button', { name }).click();
  await expect(page.getByRole('dialog')).toBeHidden();
}

const handOver = (say: Saying): string => say('交给校长', 'Hand to the principal');
const submit = (say: Saying): string => say('确认提交', 'Submit');
const withdraw = (say: Saying): string => say('撤回提交', 'Withdraw');

test(
  'the principal sees what goes out, has a receipt to print, and takes it back while nobody reviews',
  { tag: '@phone' },
  async ({ page, signIn, someoneElse, faults }, info) => {
    test.setTimeout(150_000);
    const say = sayingFor(info);
    const id = await toReport({ page, signIn }, info, 'school-a-reporter');
    for (const [cell, value] of Object.entries(MENDED)) {
      await toCell(page, id, cell);
      await cellOf(page, cell).fill(value);
      await cellOf(page, cell).press('Tab');
      await expect(placeOf(page, cell)).toContainText(say('已保存', 'Saved'));
    }
    await toHandIn(page, id);
    const unusual = page.locator('.finding--needs-reason');
    await unusual.getByRole('textbox').fill(REASON);
    await unusual.getByRole('button', { name: say('保存说明', 'Save reason') }).click();
    await expect(page.getByText(say('可以交了', 'Ready to hand in'), { exact: true })).toBeVisible();
    await confirmMove(page, handOver(say));

    const principal = await someoneElse();
    await toReport(principal, info, 'school-a-principal');
    await toHandIn(principal.page, id);
    const summary = principal.page.locator('.hand-in-summary');
    await expect(summary).toContainText(say('必填 82 项，已填 82 项', '82 of 82 required'));
    await expect(summary).toContainText(say('1 处已说明原因', '1 explained'));
    await expect(summary).toContainText(say('小学达标 7/7', 'primary 7 of 7 met'));
    await expect(summary).toContainText(say('0 份', '0 files'));
    const checks = principal.page.getByRole('region', { name: say('检查与说明', 'Checks and reasons') });
    await expect(checks).toContainText(REASON);
    await expectAccessible(principal.page);
    await expectNoSidewaysScroll(principal.page);
    await principal.shot('hand-in-principal');

    await confirmMove(principal.page, submit(say));
    const receipt = principal.page.locator('.receipt');
    await expect(receipt).toContainText('沙溪乡九年一贯制学校');
    await expect(receipt.locator('.receipt__hash').first()).toHaveText(/^([0-9a-f]{8} ){7}[0-9a-f]{8}$/);
    await expectAccessible(principal.page);
    await principal.shot('hand-in-receipt');
    await onPaper(principal.page, info.outputPath('receipt.pdf'), say);

    // Nobody has begun: taken back, and files may be added again.
    await confirmMove(principal.page, withdraw(say));
    await expect(receipt).toBeHidden();
    await expect(principal.page.locator('.evidence-section')).toContainText(
      say('在填报页的指标旁边添加', 'Add it beside an indicator'),
    );
    await confirmMove(principal.page, submit(say));
    await expect(receipt).toBeVisible();

    const county = await someoneElse();
    await county.signIn('county-administrator');
    await county.page.goto(new URL(`/admin/reports/${id}`, county.page.url()).href);
    await (
      await AsPerson.of(county.page)
    ).send('POST', `/self-reports/${id}/review`, await revisionOf(county.page, id));
    faults.expect(/status of 409/);
    // The page still offers it; the server says why not, and the page no longer offers it.
    await confirmMove(principal.page, withdraw(say));
    await expect(principal.page.getByRole('alert')).toContainText(say('审核', 'review'));
    await expect(principal.page.locator('.decision')).toHaveCount(0);
    await principal.shot('hand-in-review-begun');
  },
);

const revisionOf = async (page: Page, id: string): Promise<{ readonly revision: number }> => {
  const { revision } = await (await AsPerson.of(page)).get<{ revision: number }>(`/self-reports/${id}`);
  return { revision };
};

/** The receipt comes first, the values are unfolded, and nothing to press is on it. */
async function onPaper(page: Page, path: string, say: Saying): Promise<void> {
  await page.emulateMedia({ media: 'print' });
  await expect(page.locator('.frame__header')).toBeHidden();
  await expect(page.locator('.decision, .receipt__print, .steps').first()).toBeHidden();
  await page.emulateMedia({ media: null });
  await expect(page.locator('.values__table')).toBeHidden();
  await page.pdf({ path, format: 'A4' });
  // Five sheets: with the fold closed there would be two.
  const pages = readFileSync(path, 'latin1').match(/\/Type\s*\/Page\b(?!s)/g)?.length ?? 0;
  expect(pages, say('打印页数', 'sheets')).toBeGreaterThan(3);
  await expect(page.locator('.values__table')).toBeHidden();
}

test(
  'returned: reasons stand at their cells until changed or answered, and what changed is shown',
  { tag: '@phone' },
  async ({ page, signIn, someoneElse, shot }, info) => {
    test.setTimeout(120_000);
    const say = sayingFor(info);
    await signIn('school-b-reporter');
    await speak(page, info);
    await expect(page.getByText(say('教育局退回了这份上报', 'The bureau has returned this report'))).toBeVisible();
    await expectAccessible(page);
    await page.locator('a.jh-button--large').first().click();
    const { id } = await ownReport(page);
    const backbone = placeOf(page, 'backbone-teachers.primary');
    await expect(backbone).toContainText('认定文件名单上只有 4 人');
    await expectAccessible(page);
    await shot('returned-form');
    await toHandIn(page, id);
    await expect(page.locator('.decision').getByRole('button', { name: handOver(say) })).toBeDisabled();
    await expect(page.locator('.work-list__group--returns')).toContainText('与固定资产台账不一致');

    await toCell(page, id, 'backbone-teachers.primary');
    await cellOf(page, 'backbone-teachers.primary').fill('4');
    await cellOf(page, 'backbone-teachers.primary').press('Tab');
    await expect(backbone.locator('.return-note--settled')).toContainText(say('已修改', 'Corrected'));
    // Changed back: what the reason asks for is open again.
    await cellOf(page, 'backbone-teachers.primary').fill('8');
    await cellOf(page, 'backbone-teachers.primary').press('Tab');
    await expect(backbone.locator('.return-note--settled')).toHaveCount(0);
    await shot('returned-changed-back');
    await cellOf(page, 'backbone-teachers.primary').fill('4');
    await cellOf(page, 'backbone-teachers.primary').press('Tab');
    await expect(backbone.locator('.return-note--settled')).toBeVisible();

    await toCell(page, id, 'equipment-value');
    const equipment = placeOf(page, 'equipment-value');
    await equipment.getByRole('button', { name: say('写答复', 'Write an answer') }).click();
    await equipment.getByLabel(say('您的答复', 'Your answer')).fill('已与固定资产台账核对，账面原值无误。');
    await equipment.getByRole('button', { name: say('保存答复', 'Save answer') }).click();
    await expect(equipment.locator('.return-note--settled')).toContainText('已与固定资产台账核对');

    await toHandIn(page, id);
    const since = page.getByRole('region', { name: say('退回后的处理', 'Since it was returned') });
    await expect(since.getByRole('row', { name: say('骨干教师', 'Backbone') })).toContainText('8');
    await expectAccessible(page);
    await expectNoSidewaysScroll(page);
    await shot('returned-hand-in');
    await confirmMove(page, handOver(say));
    const principal = await someoneElse();
    await toReport(principal, info, 'school-b-principal');
    await toHandIn(principal.page, id);
    await expect(
      principal.page.getByRole('region', { name: say('退回后的处理', 'Since it was returned') }),
    ).toContainText('已与固定资产台账核对');
    await confirmMove(principal.page, submit(say));
    await expect(principal.page.locator('.receipt')).toBeVisible();
    await principal.shot('returned-resubmitted');
  },
);

interface OwnView {
  readonly revision: number;
  readonly cells: Readonly<Record<string, string>>;
  readonly cellRevisions: Readonly<Record<string, number>>;
  readonly lastYear: Readonly<Record<string, string>> | null;
}

test(
  'one person fills in and submits where the bureau allows it, and the receipt says so; elsewhere it is refused in words',
  { tag: '@phone' },
  async ({ page, signIn, someoneElse, shot, faults }, info) => {
    test.setTimeout(120_000);
    const say = sayingFor(info);
    const county = await someoneElse();
    await county.signIn('county-administrator');
    const bureau = await AsPerson.of(county.page);
    const { rounds } = await bureau.get<{ rounds: { regionId: string; editionId: string; deadline: string }[] }>(
      '/rounds',
    );
    const [{ regionId, editionId, deadline } = { regionId: '', editionId: '', deadline: '' }] = rounds;
    await signIn('school-b-principal');
    await speak(page, info);
    const own = await AsPerson.of(page);

    for (const [kind, onePersonMaySubmit] of [
      ['annual-monitoring', true],
      ['special', false],
    ] as const) {
      const opensOn = new Date(Date.now() + 8 * 60 * 60_000).toISOString().slice(0, 10);
      const wanted = {
        regionId,
        kind,
        year: Number(opensOn.slice(0, 4)),
        editionId,
        opensOn,
        deadline,
        onePersonMaySubmit,
      };
      const round = await bureau.send<{ id: string }>('POST', '/rounds', wanted);
      const { selfReports } = await own.get<{ selfReports: { id: string; round: { id: string } }[] }>(
        '/self-reports/due',
      );
      const id = selfReports.find((each) => each.round.id === round.id)?.id ?? '';
      const report = await own.get<OwnView>(`/self-reports/${id}`);
      const changes = Object.entries(report.lastYear ?? {})
        .filter(([cell, value]) => report.cells[cell] !== value)
        .map(([cell, value]) => ({ cell, value, baseRevision: report.cellRevisions[cell] ?? 0 }));
      await own.send('PATCH', `/self-reports/${id}/cells`, { key: randomUUID(), changes });
      await toHandIn(page, id);
      await expect(page.locator('.decision')).toBeVisible();
      const reasons = page.locator('.finding--needs-reason');
      for (let left = await reasons.count(); left > 0; left -= 1) {
        await reasons.first().getByRole('textbox').fill('与上年相同，已核对。');
        await reasons
          .first()
          .getByRole('button', { name: say('保存说明', 'Save reason') })
          .click();
        await expect(reasons).toHaveCount(left - 1);
      }
      if (onePersonMaySubmit) {
        await expect(page.locator('.decision')).toContainText(say('允许同一人填写并提交', 'allows one person'));
        await confirmMove(page, submit(say));
        await expect(page.locator('.receipt')).toContainText(say('填写和提交为同一人', 'by one person'));
        await shot('one-person-receipt');
      } else {
        faults.expect(/status of (409|422|403)/);
        await confirmMove(page, submit(say));
        await expect(page.getByRole('alert')).toContainText(say('另一位', 'another person'));
        await shot('one-person-refused');
      }
    }
  },
);
