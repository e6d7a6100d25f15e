import { loadavg } from 'node:os';
import type { Browser, Page } from '@playwright/test';
import { addressOf, serverAddress } from '../harness/running-server.ts';
import { ownCounty, test } from '../harness/journey.ts';
import { openForm } from '../harness/school-form.ts';
import { serveBarePage } from './bare-page.ts';

ownCounty();

const SLOWER = 4;

async function slowDown(page: Page): Promise<void> {
  const session = await page.context().newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate: SLOWER });
}

function percentile(values: readonly number[], percent: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil((percent / 100) * sorted.length) - 1)] ?? Number.NaN;
}

function tell(line: string): void {
  console.log(`${line} (processor ${SLOWER} times slower; load of the machine ${loadavg()[0]?.toFixed(1)})`);
}

/** Runs in the page: milliseconds from the next event of this kind until, after it, `root` has changed and was painted. */
function watchUpdate({ event, root }: { readonly event: string; readonly root: string }): void {
  const times: number[] = [];
  Object.assign(window, { measuredTimes: times });
  let began: number | null = null;
  document.addEventListener(event, ({ timeStamp }) => (began = timeStamp), { capture: true });
  new MutationObserver((changes) => {
    const inRoot = changes.some(({ target }) => {
      const element = target instanceof Element ? target : target.parentElement;
      return element !== null && element.closest(root) !== null;
    });
    if (!inRoot || began === null) return;
    const from = began;
    began = null;
    requestAnimationFrame(() => setTimeout(() => times.push(performance.now() - from)));
  }).observe(document.body, { subtree: true, childList: true, characterData: true, attributes: true });
}

const timesOf = (page: Page): Promise<number[]> =>
  page.evaluate(() => (window as unknown as { measuredTimes: number[] }).measuredTimes);

async function largestPaint(browser: Browser, address: string): Promise<number> {
  const context = await browser.newContext();
  const page = await context.newPage();
  await slowDown(page);
  await page.goto(address, { waitUntil: 'load' });
  await page.waitForTimeout(1500);
  const time = await page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        new PerformanceObserver((list) => resolve(list.getEntries().at(-1)?.startTime ?? Number.NaN)).observe({
          type: 'largest-contentful-paint',
          buffered: true,
        });
      }),
  );
  await context.close();
  return time;
}

test('sign-in page: largest paint beside a bare React page', async ({ browser }) => {
  const bare = await serveBarePage();
  try {
    const own: number[] = [];
    const other: number[] = [];
    for (let round = 0; round < 7; round += 1) {
      other.push(await largestPaint(browser, bare.address));
      own.push(await largestPaint(browser, addressOf('school-portal')));
    }
    const ratio = percentile(
      own.map((time, round) => time / (other[round] ?? Number.NaN)),
      50,
    );
    tell(
      `LCP of the sign-in page ${percentile(own, 50).toFixed(0)} ms, of a bare React page ${percentile(other, 50).toFixed(0)} ms: ${ratio.toFixed(2)} times (reach: 1.5)`,
    );
  } finally {
    await bare.close();
  }
});

test('the form: opening it, typing in it, pasting into it', async ({ page, signIn }) => {
  await signIn('school-a-reporter');
  const report = await openForm(page);
  const form = page.url();
  await slowDown(page);

  const opened: number[] = [];
  for (let round = 0; round < 5; round += 1) {
    await page.goto(serverAddress());
    await page.getByRole('link', { name: '继续填报' }).waitFor();
    const time = await page.evaluate(async () => {
      const link = [...document.querySelectorAll('a')].find((each) => each.textContent?.includes('继续填报'));
      const began = performance.now();
      link?.click();
      while (document.querySelector('.form-grid [data-cell]') === null) {
        await new Promise((resolve) => requestAnimationFrame(resolve));
      }
      return performance.now() - began;
    });
    opened.push(time);
  }
  const cells = Object.keys(report.cells).length;
  tell(`Form of ${cells} filled cells usable after ${percentile(opened, 50).toFixed(0)} ms (reach: 1,000)`);

  // Every indicator is per pupil; the address opens the section of the cell.
  const ofPupils = new URL(form);
  ofPupils.search = '?cell=pupils.primary';
  await page.goto(ofPupils.href);
  const first = page.locator('[data-cell="pupils.primary"]');
  await first.click();
  await page.evaluate(watchUpdate, { event: 'keydown', root: '.indicators' });
  for (let press = 0; press < 40; press += 1) {
    await page.keyboard.press(press % 2 === 0 ? '7' : 'Backspace');
    await page.waitForTimeout(400);
  }
  const updates = await timesOf(page);
  tell(
    `Key press to indicators, ${updates.length} updates: p50 ${percentile(updates, 50).toFixed(0)} ms, p95 ${percentile(updates, 95).toFixed(0)} ms (reach: p95 50)`,
  );

  const pasted: number[] = [];
  for (let round = 0; round < 5; round += 1) {
    pasted.push(await pasteSixty(page, 100 + round));
  }
  tell(`Paste of 60 cells: ${percentile(pasted, 50).toFixed(0)} ms until they are shown (reach: 200)`);
});

/** Into every cell of the section from its first on; sixty lines, of which as many land as the section has room for. */
async function pasteSixty(page: Page, value: number): Promise<number> {
  const first = page.locator('.form-grid input[data-cell][inputmode]').first();
  await first.click();
  return first.evaluate(async (input, number) => {
    const grid = [...document.querySelectorAll<HTMLInputElement>('.form-grid input[data-cell][inputmode]')];
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', Array.from({ length: 60 }, () => String(number)).join('\r\n'));
    const began = performance.now();
    input.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
    const shown = () => grid[0]?.value === String(number);
    while (!shown()) await new Promise((resolve) => requestAnimationFrame(resolve));
    await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
    return performance.now() - began;
  }, value);
}
