import type { BrowserContext, Page } from '@playwright/test';
import type { FormView } from './form-view.ts';
import type { KillableServer } from './killable-server.ts';
import type { Lane } from './lane.ts';
import { valueOf, type Trial } from './plan.ts';
import type { SecondPerson } from './second-person.ts';

export interface TrialWorld {
  readonly lane: Lane;
  readonly server: KillableServer;
  readonly secondPerson: SecondPerson;
  /** Kills the lane's browser and starts it again on the same profile. */
  readonly killBrowser: () => Promise<BrowserContext>;
}

export interface TrialResult {
  /** Where the next trial goes on. */
  readonly page: Page;
  /** What must not have happened; empty where all was well. */
  readonly violations: readonly string[];
  readonly conflicts: number;
  /** The page had not yet said that it kept the last entry when it was ended. */
  readonly unclaimed: number;
}

const pause = (milliseconds: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** Types, lets things go wrong, comes back, and compares what the page had said with what the server holds. */
export async function runTrial(world: TrialWorld, start: Page, trial: Trial): Promise<TrialResult> {
  const { lane, secondPerson } = world;
  const cellAt = (number: number): string => lane.place.cells[number % lane.place.cells.length] ?? '';
  const before = await lane.stored();
  const secondTab = trial.rival === 'second-tab' ? await lane.open() : null;
  if (secondTab !== null) await lane.shown(secondTab);

  if (trial.trouble === 'offline') await lane.context.setOffline(true);
  else lane.proxy.trouble(trial.trouble, trial.delayMs);
  const typed = new Map<string, string[]>();
  for (const { cell, hundredths, leave, pauseMs } of trial.typings) {
    const key = cellAt(cell);
    const value = valueOf(hundredths);
    typed.set(key, [...(typed.get(key) ?? []), value]);
    await lane.type(start, key, value, leave);
    await pause(pauseMs);
  }
  const rivalCell = cellAt(trial.rivalCell);
  const rivalValue = valueOf(trial.rivalHundredths);
  if (trial.rival === 'second-person') await secondPerson.write(lane.place.reportId, rivalCell, rivalValue);
  if (secondTab !== null) await lane.type(secondTab, rivalCell, rivalValue, true);
  await pause(trial.waitMs);

  const said = await lane.shown(start);
  const page = await interrupted(world, start, trial);
  if (trial.trouble === 'offline') {
    // A page that was opened again without a network has to show the form by itself.
    await lane.shown(page);
    await lane.context.setOffline(false);
  }
  lane.proxy.trouble('none', 0);

  const pages = secondTab === null || secondTab.isClosed() ? [page] : [page, secondTab];
  const { view, conflicts } = await lane.quiet(pages, trial.keepsMine);
  await secondTab?.close();

  const stored = await lane.stored();
  // What others wrote past this page it does not know: the next trial would meet it as a conflict, rightly.
  if (trial.rival === 'second-person') await lane.shown(await lane.open(page));
  const violations: string[] = [];
  let unclaimed = 0;
  for (const [key, values] of typed) {
    const wanted = values.at(-1) ?? '';
    const held = trial.interruption === 'none' || isHeld(said, key);
    if (!held) unclaimed += 1;
    const contested = trial.rival !== 'none' && rivalCell === key;
    violations.push(
      ...judge({ key, values, wanted, held, contested, conflicts, rivalValue, before, stored, lane, trial }),
    );
    if (trial.rival === 'none' && view.cells[key]?.text !== (stored[key] ?? '')) {
      violations.push(`${key}: the page shows ${view.cells[key]?.text}, stored is ${stored[key]}`);
    }
  }
  return { page, violations, conflicts, unclaimed };
}

/** The page has said of the last entry that the server has it, or that this device keeps it. */
function isHeld(said: FormView, key: string): boolean {
  const state = said.cells[key]?.state;
  return state === 'saved' || (said.kept && (state === 'saving' || state === 'waiting' || state === 'conflict'));
}

interface Judged {
  readonly key: string;
  readonly values: readonly string[];
  readonly wanted: string;
  readonly held: boolean;
  readonly contested: boolean;
  readonly conflicts: number;
  readonly rivalValue: string;
  readonly before: Readonly<Record<string, string>>;
  readonly stored: Readonly<Record<string, string>>;
  readonly lane: Lane;
  readonly trial: Trial;
}

function judge(judged: Judged): string[] {
  const { key, values, wanted, held, contested, conflicts, rivalValue, before, stored, lane, trial } = judged;
  const now = stored[key] ?? '';
  const acknowledged = lane.proxy.acknowledged;
  const wrong: string[] = [];
  if (!contested) {
    const allowed = held ? [wanted] : [before[key] ?? '', ...values];
    if (!allowed.includes(now)) wrong.push(`${key}: stored is ${now}, expected ${allowed.join(' or ')}`);
    return wrong;
  }
  if (![before[key] ?? '', ...values, rivalValue].includes(now)) wrong.push(`${key}: nobody wrote ${now}`);
  // What was kept is stored, or somebody was shown both values and chose.
  if (held && !acknowledged.has(wanted) && conflicts === 0) wrong.push(`${key}: ${wanted} was kept and is gone`);
  if (trial.rival === 'second-person' && conflicts === 0 && now !== rivalValue) {
    wrong.push(`${key}: ${rivalValue} of the second person was overwritten without a word`);
  }
  return wrong;
}

async function interrupted(world: TrialWorld, page: Page, trial: Trial): Promise<Page> {
  const { lane, server } = world;
  switch (trial.interruption) {
    case 'none':
      return page;
    case 'reload':
      await page.reload({ waitUntil: 'commit' });
      return page;
    case 'close-tab':
      await page.close({ runBeforeUnload: false });
      return lane.open();
    case 'crash-tab':
      await page.goto('chrome://crash').catch(() => undefined);
      await page.close({ runBeforeUnload: false });
      return lane.open();
    case 'session-ends':
      await lane.context.clearCookies();
      return page;
    case 'restart-server':
      await server.again('restart');
      return page;
    case 'kill-server':
      await server.again('kill');
      return page;
    case 'kill-browser':
      lane.context = await world.killBrowser();
      return lane.open();
    default: {
      const exhaustive: never = trial.interruption;
      return exhaustive;
    }
  }
}
