import { expectAccessible } from '../harness/accessibility.ts';
import { enter, expect, expectNoSidewaysScroll, test } from '../harness/journey.ts';
import { installed } from '../harness/installed-page.ts';
import { buildOlderRelease, type OlderRelease } from '../harness/older-release.ts';
import { ownReport } from '../harness/own-report.ts';
import { demoSignIn } from '../harness/running-server.ts';
import { speakIn } from '../harness/say.ts';
import { cellOf, placeOf } from '../harness/school-form.ts';
import { copyOfDataDir, removeDataDir, startServer, type ServerProcess } from '../harness/server-process.ts';

/*
 * A page that was opened before the server was upgraded: an older build of the portal, whose rules were others, at the address where
 * now the present server answers.
 */
const CELL = 'multimedia-classrooms';

let older: OlderRelease;
let dataDir = '';
let server: ServerProcess | null = null;

test.beforeAll(async () => {
  older = await buildOlderRelease();
  dataDir = copyOfDataDir(process.env['E2E_COUNTY'] ?? '');
});

// A build and two starts of a server.
test.describe.configure({ timeout: 180_000 });

test.afterAll(async () => {
  await server?.stop();
  removeDataDir(dataDir);
  older.remove();
});

test('a page older than the server says so, saves what is typed, and keeps it when it is updated', async ({
  page,
  faults,
  shot,
}) => {
  faults.expect(/ERR_CONNECTION_REFUSED|An unknown error occurred when fetching the script/);
  server = await startServer(dataDir, { main: older.main });
  const { address } = server;
  process.env['E2E_DATA_DIR'] = dataDir;
  const { login, password } = demoSignIn('school-a-reporter');
  await page.goto(address);
  await enter(page, login, password);
  await installed(page);

  await server.stop();
  server = await startServer(dataDir, { address });
  await page.getByRole('link', { name: '继续填报' }).click();
  const note = page.locator('.outdated-note');
  await expect(note).toContainText('这个页面还是旧的');
  const { id } = await ownReport(page);
  // Also where the address is opened anew: the older program lies on this device.
  await page.goto(`${address}/reports/${id}?cell=${CELL}`);
  await expect(note).toBeVisible();
  // The same in English, and on a phone.
  await speakIn(page, 'English');
  await expect(note).toContainText('this page is an older one');
  await page.setViewportSize({ width: 390, height: 844 });
  await expectNoSidewaysScroll(page);
  await page.setViewportSize({ width: 1440, height: 900 });
  await speakIn(page, '中文');
  const typed = '26';
  await cellOf(page, CELL).fill(typed);
  await expect(placeOf(page, CELL)).toContainText('已保存');
  const last = `${typed}1`;
  await cellOf(page, CELL).fill(last);
  await expectAccessible(page);
  await expectNoSidewaysScroll(page);
  await shot('older-page');

  await page.getByRole('button', { name: '现在更新' }).click();
  await expect(note).toHaveCount(0);
  await expect(cellOf(page, CELL)).toHaveValue(last);
  await expect.poll(async () => (await ownReport(page)).cells[CELL]).toBe(last);
  await expectNoSidewaysScroll(page);
  await shot('older-page-updated');
});
