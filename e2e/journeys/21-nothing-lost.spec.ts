import { test, type BrowserContext } from '@playwright/test';
import { expect } from '../harness/journey.ts';
import { demoSignIn } from '../harness/running-server.ts';
import { copyOfDataDir, removeDataDir } from '../harness/server-process.ts';
import { KillableServer } from '../loss/killable-server.ts';
import { Lane, type LanePlace } from '../loss/lane.ts';
import { OwnBrowser } from '../loss/own-browser.ts';
import { planTrials, type Trial } from '../loss/plan.ts';
import { runTrial, type TrialWorld } from '../loss/run-trial.ts';
import { SecondPerson } from '../loss/second-person.ts';
import { readRevisions } from '../loss/stored-revisions.ts';
import { TroubledProxy } from '../loss/troubled-proxy.ts';

/*
 * Cells are typed while lines break, tabs close, browsers and the server are killed, sessions end and other people write. Whatever
 * the page said it had must be there afterwards, once. `node run.mjs 21-nothing-lost --trials=10000 --seed=7` runs more, or the
 * same again; `--only=123` repeats one trial of a run.
 */
const TRIALS = Number(process.env['JUNHENG_LOSS_TRIALS'] ?? 80);
/** The same trials every time, so that what fails is what was changed; other seeds are for the command. */
const SEED = Number(process.env['JUNHENG_LOSS_SEED'] ?? 5);
const ONLY = process.env['JUNHENG_LOSS_ONLY'];
/** Ten times what a trial takes on an idle machine: how many are tried is what counts, not how fast. */
const SECONDS_PER_TRIAL = 4;
const REPORT_EVERY = 50;
const ENOUGH_VIOLATIONS = 10;

const SPORTS = { section: 'sports-venues', cells: ['sports-field-area', 'gymnasium-area'] };
const ROOMS = { section: 'teaching-rooms', cells: ['teaching-rooms-area', 'indoor-sports-rooms-area'] };
const EQUIPMENT = { section: 'equipment', cells: ['equipment-value'] };

/** Wide as at a desk, so that the form is the desk's; low, because nobody looks and painting costs. */
const SMALL_WINDOW = { width: 1280, height: 240 };

/** Who types where: people at two reports, each in cells of their own, and one whose browser is killed. */
const LANES = [
  { school: 'school-a', part: 'reporter', other: 'principal', ...SPORTS },
  { school: 'school-a', part: 'principal', other: 'reporter', ...ROOMS },
  { school: 'school-b', part: 'reporter', other: 'principal', ...SPORTS },
  { school: 'school-b', part: 'principal', other: 'reporter', ...ROOMS },
  { school: 'school-b', part: 'reporter', other: 'principal', ...EQUIPMENT },
] as const;
const KILLED_LANE = { school: 'school-a', part: 'reporter', other: 'principal', ...EQUIPMENT } as const;

// Recording what each of thousands of page views looked like would cost more than the trials.
test.use({ trace: 'off' });
// A loss that does not happen again is a loss all the same.
test.describe.configure({ retries: 0 });

test('nothing that the page said it had is lost, and nothing is stored twice', async ({ browser }) => {
  test.setTimeout(Math.max(240_000, TRIALS * SECONDS_PER_TRIAL * 1000));
  const dataDir = copyOfDataDir(process.env['E2E_COUNTY'] ?? '');
  const server = await KillableServer.start(dataDir);
  process.env['E2E_DATA_DIR'] = dataDir;
  const own = new OwnBrowser();
  const proxies: TroubledProxy[] = [];
  const began = Date.now();
  const all = planTrials(SEED, TRIALS);
  const wanted = ONLY === undefined ? all : all.filter(({ index }) => index === Number(ONLY));
  const kills = wanted.filter(({ interruption }) => interruption.startsWith('kill-')).length;
  if (ONLY === undefined) expect(kills).toBeGreaterThanOrEqual(Math.floor((TRIALS * 30) / 500));
  say(`${wanted.length} trials, ${kills} of them with a kill; seed ${SEED}`);

  const worldOf = async (
    who: (typeof LANES)[number] | typeof KILLED_LANE,
    context: BrowserContext,
  ): Promise<TrialWorld> => {
    context.setDefaultTimeout(30_000);
    const proxy = new TroubledProxy(() => server.address);
    proxies.push(proxy);
    const person = demoSignIn(`${who.school}-${who.part}`);
    const place: LanePlace = {
      person,
      reportId: await reportOf(server.address, person),
      section: who.section,
      cells: who.cells,
    };
    const lane = new Lane(context, place, proxy, await proxy.listen());
    const secondPerson = new SecondPerson(demoSignIn(`${who.school}-${who.other}`), () => server.address);
    const killBrowser = async (): Promise<BrowserContext> => {
      await own.kill();
      const again = await own.start();
      again.setDefaultTimeout(30_000);
      return again;
    };
    return { lane, server, secondPerson, killBrowser };
  };

  const violations: string[] = [];
  const counts = { done: 0, conflicts: 0, unclaimed: 0 };
  const work = async (world: TrialWorld, queue: Trial[]): Promise<void> => {
    let page = await world.lane.begin();
    for (
      let trial = queue.shift();
      trial !== undefined && violations.length < ENOUGH_VIOLATIONS;
      trial = queue.shift()
    ) {
      try {
        const result = await runTrial(world, page, trial);
        page = result.page;
        counts.conflicts += result.conflicts;
        counts.unclaimed += result.unclaimed;
        violations.push(...result.violations.map((violation) => `${nameOf(trial)}: ${violation}`));
      } catch (error) {
        violations.push(`${nameOf(trial)}: ${error instanceof Error ? error.message : String(error)}`);
        await world.lane.context.setOffline(false);
        await world.lane.closeAll();
        page = await world.lane.open();
      }
      counts.done += 1;
      if (counts.done % REPORT_EVERY === 0) say(`${counts.done} of ${wanted.length} after ${seconds(began)} s`);
    }
  };

  try {
    const ofBrowser = wanted.filter(({ interruption }) => interruption === 'kill-browser');
    const others = wanted.filter(({ interruption }) => interruption !== 'kill-browser');
    const worlds = [];
    for (const lane of LANES) worlds.push(await worldOf(lane, await browser.newContext({ viewport: SMALL_WINDOW })));
    const killed = await worldOf(KILLED_LANE, await own.start());
    await Promise.all([work(killed, ofBrowser), ...worlds.map((world) => work(world, others))]);

    const reports = [...new Set([...worlds, killed].map(({ lane }) => lane.place.reportId))];
    const { times, broken } = await readRevisions(dataDir, reports);
    const acknowledged = new Set(proxies.flatMap((proxy) => [...proxy.acknowledged]));
    for (const value of acknowledged)
      if (!times.has(value)) violations.push(`${value} was acknowledged and is not stored`);
    for (const [value, count] of times)
      if (acknowledged.has(value) && count > 1) violations.push(`${value} is stored ${count} times`);
    violations.push(...broken);
    say(
      `${counts.done} trials in ${seconds(began)} s: ${acknowledged.size} values acknowledged, ${counts.conflicts} conflicts answered, ` +
        `${counts.unclaimed} entries that the page had not yet said it kept; seed ${SEED}`,
    );
    expect(violations, `repeat with --seed=${SEED} --trials=${TRIALS}, one trial with --only=NUMBER`).toEqual([]);
    expect(counts.done).toBe(wanted.length);
  } finally {
    await own.end();
    for (const proxy of proxies) proxy.close();
    await server.stop();
    removeDataDir(dataDir);
  }
});

const seconds = (began: number): number => Math.round((Date.now() - began) / 1000);

function say(line: string): void {
  process.stdout.write(`  loss test: ${line}\n`);
}

function nameOf({ index, trouble, interruption, rival }: Trial): string {
  return `trial ${index} (${trouble}, ${interruption}, ${rival})`;
}

/** The report this person has to fill. */
async function reportOf(
  address: string,
  person: { readonly login: string; readonly password: string },
): Promise<string> {
  const session = await fetch(`${address}/api/v1/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ login: person.login, password: person.password }),
  });
  const cookie = session.headers
    .getSetCookie()
    .map((each) => each.split(';')[0])
    .join('; ');
  const due = await fetch(`${address}/api/v1/self-reports/due`, { headers: { cookie } });
  const { selfReports } = (await due.json()) as { selfReports: { id: string; lock: string | null }[] };
  const open = selfReports.find(({ lock }) => lock === null);
  if (open === undefined) throw new Error(`${person.login} has no report to fill`);
  return open.id;
}
