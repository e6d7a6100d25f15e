import type { Page } from '@playwright/test';
import { expectAccessible } from '../harness/accessibility.ts';
import { expect, expectNoSidewaysScroll, ownCounty, test } from '../harness/journey.ts';
import { ownReport } from '../harness/own-report.ts';
import { sayingFor, speak } from '../harness/say.ts';
import { cellOf, placeOf } from '../harness/school-form.ts';

ownCounty();

async function toCell(page: Page, id: string, cell: string): Promise<void> {
  await page.goto(new URL(`/reports/${id}?cell=${encodeURIComponent(cell)}`, page.url()).href);
  await expect(cellOf(page, cell)).toBeVisible();
}

/** As a browser pastes what a spreadsheet program put on the clipboard. */
async function paste(page: Page, cell: string, text: string): Promise<void> {
  await cellOf(page, cell).focus();
  await cellOf(page, cell).evaluate((input, given) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', given);
    input.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
  }, text);
}

test(
  'what people type is understood and shown as understood, or refused at the cell with what to type',
  { tag: '@phone' },
  async ({ page, signIn, shot }, info) => {
    test.setTimeout(150_000);
    const say = sayingFor(info);
    await signIn('school-a-reporter');
    await speak(page, info);
    await page.locator('a.jh-button--large').first().click();
    const { id } = await ownReport(page);
    const stored = async (cell: string): Promise<string | undefined> => (await ownReport(page)).cells[cell];

    const understood: readonly (readonly [string, string, string, string])[] = [
      ['pupils.primary', '４６２', '462', '462'],
      ['pupils.primary', '461名', '461', '461'],
      ['teaching-rooms-area', '6,160.5 ㎡', '6160.5', '6,160.5'],
      ['teaching-rooms-area', '6，161', '6161', '6,161'],
      ['teaching-rooms-area', '６，１６２．５　㎡', '6162.5', '6,162.5'],
      ['teaching-rooms-area', ' 6 163 ', '6163', '6,163'],
      ['equipment-value', '218．76万元', '218.76', '218.76'],
    ];
    let at = '';
    for (const [cell, typed, value, seen] of understood) {
      if (cell !== at) await toCell(page, id, cell);
      at = cell;
      await cellOf(page, cell).fill(typed);
      await cellOf(page, cell).press('Tab');
      await expect(cellOf(page, cell), typed).toHaveValue(seen);
      await expect.poll(() => stored(cell), typed).toBe(value);
    }

    const refused: readonly (readonly [string, string, string])[] = [
      ['pupils.primary', '95%', say('不填百分比', 'not a percentage')],
      ['pupils.primary', '3.5万元', say('不是万元', 'not 万元')],
      ['pupils.primary', '462.5', say('整数', 'whole number')],
      ['pupils.primary', '-5', say('负', 'negative')],
      ['pupils.primary', '约460', say('数字', 'number')],
      ['pupils.primary', '12 5', say('数字', 'number')],
      ['pupils.primary', '460/2', say('数字', 'number')],
      ['pupils.primary', '=SUM(A1:A3)', say('数字', 'number')],
      ['pupils.primary', '四百六十', say('数字', 'number')],
      ['equipment-value', '2187600元', '218.76'],
    ];
    for (const [cell, typed, words] of refused) {
      if (cell !== at) await toCell(page, id, cell);
      at = cell;
      const before = await stored(cell);
      await cellOf(page, cell).fill(typed);
      await cellOf(page, cell).press('Tab');
      await expect(placeOf(page, cell), typed).toContainText(words);
      await expect(placeOf(page, cell), typed).toContainText(say('未保存', 'Not saved'));
      await expect(cellOf(page, cell)).toHaveValue(typed);
      expect(await stored(cell), typed).toBe(before);
    }
    await expectAccessible(page);
    await expectNoSidewaysScroll(page);
    await shot('bad-input');
    // The next page has the refused text still.
    await page.reload();
    await expect(cellOf(page, 'equipment-value')).toHaveValue('2187600元');
  },
);

test(
  'a block from a spreadsheet: quotes, blank and merged cells, percent signs, more than there is room for',
  { tag: '@phone' },
  async ({ page, signIn, shot }, info) => {
    const say = sayingFor(info);
    await signIn('school-b-reporter');
    await speak(page, info);
    await page.locator('a.jh-button--large').first().click();
    const { id, cells } = await ownReport(page);
    await toCell(page, id, 'full-time-teachers');
    // A merged cell copies as its value and blanks; a cell with a line break stands in quotes.
    await paste(
      page,
      'full-time-teachers',
      '"2\n0"\t\r\n\t\r\n"13"\t\r\n４\r\n95%\r\n\r\n20\r\n20人\r\n7\r\n"a ""b"""\r\n\r\n',
    );
    const note = page.locator('.paste-note');
    await expect(note).toBeVisible();
    await expect(note).toContainText(say('不能用', 'cannot be used'));
    await expect(note).toContainText('a "b"');
    // A browser would join the two lines and show 20, which nobody has written.
    await expect(cellOf(page, 'full-time-teachers')).toHaveValue('2↵0');
    await expect(placeOf(page, 'full-time-teachers')).toContainText(say('两行', 'two lines'));
    await expectAccessible(page);
    await shot('bad-input-pasted');
    await note.getByRole('button', { name: say('撤销粘贴', 'Undo') }).click();
    await expect.poll(async () => (await ownReport(page)).cells).toEqual(cells);
  },
);

test(
  'a sentence that was begun is there when the window was closed, is nobody else’s, and goes with its person',
  { tag: '@phone' },
  async ({ page, signIn }, info) => {
    const say = sayingFor(info);
    await signIn('school-b-reporter');
    await speak(page, info);
    await page.locator('a.jh-button--large').first().click();
    const { id } = await ownReport(page);
    await toCell(page, id, 'backbone-teachers.primary');
    const place = placeOf(page, 'backbone-teachers.primary');
    await place.getByRole('button', { name: say('写答复', 'Write an answer') }).click();
    await place.getByLabel(say('您的答复', 'Your answer')).fill('名单以县局');
    const address = page.url();
    const context = page.context();
    await page.close();
    const next = await context.newPage();
    await next.goto(address);
    const answer = placeOf(next, 'backbone-teachers.primary').getByLabel(say('您的答复', 'Your answer'));
    await expect(answer).toHaveValue('名单以县局');
    // Signing out says that something is not sent, and removes it.
    await next.getByRole('button', { name: say('退出登录', 'Sign out') }).click();
    await next.getByRole('dialog').getByRole('button').last().click();
    await expect(next.locator('input[autocomplete="username"]')).toBeVisible();
    await expect
      .poll(() => next.evaluate(() => Object.keys(localStorage).filter((key) => key.startsWith('junheng-draft/'))))
      .toEqual([]);
  },
);
