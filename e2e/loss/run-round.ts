import type { BrowserContext, Page } from '@playwright/test';
import type { FormView } from './form-view.ts';
import type { KillableServer } from './killable-server.ts';
import type { Lane } from './lane.ts';
import { valueOf, type Round, type Trial } from './plan.ts';
import type { SecondPerson } from './second-person.ts';

export interface RoundWorld {
  readonly lane: Lane;
  readonly server: KillableServer;
  readonly secondPerson: SecondPerson;
  /** Kills the lane's browser and starts it again on the same profile. */
  readonly killBrowser: () => Promise<BrowserContext>;
}

export interface RoundResult {
  /** Where the next round goes on. */
  readonly page: Page;
  /** What must not have happened, by trial; empty where all was well. */
  readonly violations: readonly string[];
  readonly conflicts: number;
  /** Entries that the page had not yet said it kept when it was ended. */
  readonly unclaimed: number;
}

/** A trial at its cell, with its numbers as the cell writes them. */
interface Placed {
  readonly trial: Trial;
  readonly cell: string;
  readonly values: readonly string[];
  readonly rivalValue: string | null;
}

const pause = (milliseconds: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** Types, lets things go wrong, comes back, and compares what the page had said with what the server holds. */
export async function runRound(world: RoundWorld, start: Page, round: Round): Promise<RoundResult> {
  const { lane, secondPerson } = world;
  const placed = round.trials.map((trial, index) => placedAt(lane, trial, round.firstCell + index));
  lane.beginRound();
  const before = await lane.stored();
  const secondTab = round.rival === 'second-tab' ? await lane.open() : null;
  if (secondTab !== null) await lane.shown(secondTab);

  const offline = placed.some(({ trial }) => trial.trouble === 'offline');
  if (offline) await lane.setOffline(true);
  else lane.proxy.trouble(new Map(placed.map(({ cell, trial }) => [cell, trial.trouble])), round.delayMs);
  await typeInTurns(lane, start, placed);
  for (const { cell, rivalValue } of placed) {
    if (rivalValue === null) continue;
    if (secondTab === null) await secondPerson.write(lane.place.reportId, cell, rivalValue);
    else await lane.type(secondTab, cell, rivalValue, true);
  }
  await pause(round.waitMs);

  const said = await lane.shown(start);
  const page = await interrupted(world, start, round);
  if (offline) {
    // A page that was opened again without a network has to show the form by itself.
    await lane.shown(page);
    await lane.setOffline(false);
  }
  lane.proxy.trouble(new Map(), 0);

  const pages = secondTab === null || secondTab.isClosed() ? [page] : [page, secondTab];
  const { view, conflicts } = await lane.quiet(pages, round.keepsMine);
  await secondTab?.close();

  const stored = await lane.stored();
  // What others wrote past this page it does not know: the next round would meet it as a conflict, rightly.
  if (round.rival === 'second-person') await lane.shows(await lane.open(page), stored);
  let unclaimed = 0;
  const violations = placed.flatMap((each) => {
    const held = round.interruption === 'none' || isHeld(said, each.cell);
    if (!held) unclaimed += 1;
    const wrong =
      each.rivalValue === null
        ? judgeAlone(each, {
            held,
            before,
            stored,
            asked: conflicts.has(each.cell),
            shown: view.cells[each.cell]?.text,
          })
        : judgeContested(each, {
            held,
            before,
            stored,
            asked: conflicts.has(each.cell),
            acknowledged: lane.proxy.acknowledged,
            bySecondPerson: round.rival === 'second-person',
          });
    return wrong.map((words) => `${nameOf(each.trial, round)}: ${each.cell}: ${words}`);
  });
  return { page, violations, conflicts: conflicts.size, unclaimed };
}

export function nameOf({ index, trouble }: Trial, { interruption, rival }: Round): string {
  return `trial ${index} (${trouble}, ${interruption}, ${rival})`;
}

function placedAt({ place }: Lane, trial: Trial, number: number): Placed {
  return {
    trial,
    cell: place.cells[number % place.cells.length] ?? '',
    values: trial.typings.map((typing) => valueOf(typing.number, place.decimals)),
    rivalValue: trial.rivalNumber === null ? null : valueOf(trial.rivalNumber, place.decimals),
  };
}

/** The first entry of every cell, then the second: a cell is typed again while its own save and those of others are under way. */
async function typeInTurns(lane: Lane, page: Page, placed: readonly Placed[]): Promise<void> {
  const most = Math.max(...placed.map(({ values }) => values.length));
  for (let turn = 0; turn < most; turn += 1) {
    for (const { trial, cell, values } of placed) {
      const typing = trial.typings[turn];
      if (typing === undefined) continue;
      await lane.typeOwn(page, cell, values[turn] ?? '', typing.leave);
      await pause(typing.pauseMs);
    }
  }
}

/** The page has said of the last entry that the server has it, or that this device keeps it. */
function isHeld(said: FormView, key: string): boolean {
  const state = said.cells[key]?.state;
  return state === 'saved' || (said.kept && (state === 'saving' || state === 'waiting' || state === 'conflict'));
}

interface Found {
  readonly held: boolean;
  readonly before: Readonly<Record<string, string>>;
  readonly stored: Readonly<Record<string, string>>;
  /** Somebody was shown both values and chose. */
  readonly asked: boolean;
}

function judgeAlone(
  { cell, values }: Placed,
  { held, before, stored, asked, shown }: Found & { readonly shown: string | undefined },
): string[] {
  const now = stored[cell] ?? '';
  // What a tab of an earlier round had written and this page had not heard of is shown as a conflict, and whoever was asked may have kept it.
  const allowed = held
    ? [...values.slice(-1), ...(asked ? [before[cell] ?? ''] : [])]
    : [before[cell] ?? '', ...values];
  const wrong: string[] = [];
  if (!allowed.includes(now)) wrong.push(`stored is ${now}, expected ${allowed.join(' or ')}`);
  if (shown !== now) wrong.push(`the page shows ${shown}, stored is ${now}`);
  return wrong;
}

interface FoundContested extends Found {
  readonly acknowledged: ReadonlySet<string>;
  readonly bySecondPerson: boolean;
}

function judgeContested({ cell, values, rivalValue }: Placed, found: FoundContested): string[] {
  const { held, before, stored, asked, acknowledged, bySecondPerson } = found;
  const now = stored[cell] ?? '';
  const wanted = values.at(-1) ?? '';
  const wrong: string[] = [];
  if (![before[cell] ?? '', ...values, rivalValue].includes(now)) wrong.push(`nobody wrote ${now}`);
  // What the same person types later, in another tab of the same device, takes the place of what waits there.
  const replaced = !bySecondPerson && now === rivalValue;
  if (held && !acknowledged.has(wanted) && !asked && !replaced) wrong.push(`${wanted} was kept and is gone`);
  if (bySecondPerson && !asked && now !== rivalValue) {
    wrong.push(`${rivalValue} of the second person was overwritten without a word`);
  }
  return wrong;
}

async function interrupted(world: RoundWorld, page: Page, round: Round): Promise<Page> {
  const { lane, server } = world;
  switch (round.interruption) {
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
      const exhaustive: never = round.interruption;
      return exhaustive;
    }
  }
}
