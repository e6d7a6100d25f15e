import type { BrowserContext, Page } from '@playwright/test';
import { enter } from '../harness/journey.ts';
import { installed } from '../harness/installed-page.ts';
import type { DemoSignIn } from '../harness/running-server.ts';
import { answerConflicts, journalEntries, viewOf, type FormView } from './form-view.ts';
import type { TroubledProxy } from './troubled-proxy.ts';

export interface LanePlace {
  readonly person: DemoSignIn;
  readonly reportId: string;
  readonly section: string;
  readonly cells: readonly string[];
  /** The cells take hundredths; otherwise they count. */
  readonly decimals: boolean;
}

/** A form that never came to rest. */
export class NeverQuietError extends Error {
  override name = 'NeverQuietError';
}

const QUIET_WITHIN_MS = 75_000;
const LOOK_EVERY_MS = 120;
const RETRY_AFTER_MS = 1_500;

const pause = (milliseconds: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** One person at one browser with one section of a report, behind a line of their own. */
export class Lane {
  readonly #pages = new Set<Page>();
  /** What was typed last into each cell of the round that is running. */
  readonly #typed = new Map<string, string>();
  #round = 0;
  #offline = false;
  /** Rounds and cells, each one trial, that a kill has caught. */
  readonly caught = new Set<string>();

  constructor(
    public context: BrowserContext,
    readonly place: LanePlace,
    readonly proxy: TroubledProxy,
    readonly origin: string,
  ) {}

  get formAddress(): string {
    return `${this.origin}/reports/${this.place.reportId}?section=${this.place.section}`;
  }

  /** Signs in and waits until the program is on the device, so that a page also opens without a network. */
  async begin(): Promise<Page> {
    const page = await this.newPage();
    await page.goto(this.formAddress);
    await enter(page, this.place.person.login, this.place.person.password);
    await this.shown(page);
    await installed(page);
    return page;
  }

  async newPage(): Promise<Page> {
    const page = await this.context.newPage();
    this.#pages.add(page);
    // The browser asks whether to leave unsent work; here people always leave.
    page.on('dialog', (dialog) => void dialog.accept().catch(() => undefined));
    page.on('close', () => this.#pages.delete(page));
    return page;
  }

  async open(page?: Page): Promise<Page> {
    const opened = page ?? (await this.newPage());
    await opened.goto(this.formAddress, { waitUntil: 'commit' });
    return opened;
  }

  async closeAll(): Promise<void> {
    for (const page of this.#pages) await page.close({ runBeforeUnload: false }).catch(() => undefined);
    this.#pages.clear();
  }

  /** A new round: what was typed before is done with. */
  beginRound(): void {
    this.#round += 1;
    this.#typed.clear();
  }

  async setOffline(offline: boolean): Promise<void> {
    this.#offline = offline;
    await this.context.setOffline(offline);
  }

  /** A kill of the server catches what is on its way to it and not yet stored. */
  catchByServer(): void {
    if (!this.#offline) this.#catchAllBut(this.proxy.acknowledged);
  }

  /** A kill of the browser catches what the page does not know to be stored. */
  catchByBrowser(): void {
    this.#catchAllBut(this.proxy.delivered);
  }

  #catchAllBut(done: ReadonlySet<string>): void {
    for (const [cell, value] of this.#typed) if (!done.has(value)) this.caught.add(`${this.#round} ${cell}`);
  }

  /** Typed by the person this lane is about, unlike what a rival types into a second tab. */
  async typeOwn(page: Page, cell: string, text: string, leave: boolean): Promise<void> {
    this.#typed.set(cell, text);
    await this.type(page, cell, text, leave);
  }

  async type(page: Page, cell: string, text: string, leave: boolean): Promise<void> {
    const input = page.locator(`[data-cell="${cell}"]`);
    await input.fill(text);
    if (leave) await input.press('Tab');
  }

  /** The form, once it is on the page. */
  async shown(page: Page): Promise<FormView> {
    const until = Date.now() + QUIET_WITHIN_MS;
    for (;;) {
      const view = await viewOf(page, this.place.cells).catch(() => null);
      if (view !== null && !view.asksWho) return view;
      if (view?.asksWho === true) await this.#signIn(page);
      if (Date.now() > until) throw new NeverQuietError(`no form at ${page.url()}`);
      await pause(LOOK_EVERY_MS);
    }
  }

  /** Waits until the page has drawn these values: while the server is away or slow it shows what this device saw last. */
  async shows(page: Page, stored: Readonly<Record<string, string>>): Promise<void> {
    const until = Date.now() + QUIET_WITHIN_MS;
    for (;;) {
      const { cells } = await this.shown(page);
      if (this.place.cells.every((cell) => cells[cell]?.text === (stored[cell] ?? ''))) return;
      if (Date.now() > until) throw new NeverQuietError(`not what is stored: ${JSON.stringify(cells)}`);
      await pause(LOOK_EVERY_MS);
    }
  }

  /** Does what a person would until nothing is open on these pages: signs in, answers conflicts, has it tried again. */
  async quiet(
    pages: readonly Page[],
    keepMine: boolean,
  ): Promise<{ readonly view: FormView; readonly conflicts: ReadonlySet<string> }> {
    const began = Date.now();
    const conflicts = new Set<string>();
    let retried = began;
    for (;;) {
      const views = [];
      for (const page of pages) views.push(await this.shown(page));
      const [page] = pages;
      if (page === undefined) throw new Error('no page to look at');
      if (views.every(({ quiet }) => quiet) && (await journalEntries(page).catch(() => 1)) === 0) {
        return { view: await this.shown(page), conflicts };
      }
      for (const each of pages) {
        for (const cell of await answerConflicts(each, keepMine).catch(() => [])) conflicts.add(cell);
      }
      if (Date.now() - retried > RETRY_AFTER_MS) {
        retried = Date.now();
        for (const each of pages) await tryAgain(each).catch(() => undefined);
      }
      if (Date.now() - began > QUIET_WITHIN_MS) {
        throw new NeverQuietError(`still not saved after ${QUIET_WITHIN_MS / 1000} s: ${JSON.stringify(views)}`);
      }
      await pause(LOOK_EVERY_MS);
    }
  }

  /** What the server has now; waits for a server that is being killed by somebody else. */
  async stored(): Promise<Readonly<Record<string, string>>> {
    const until = Date.now() + QUIET_WITHIN_MS;
    for (;;) {
      const answer = await this.context.request
        .get(`${this.origin}/api/v1/self-reports/${this.place.reportId}`)
        .catch(() => null);
      if (answer?.ok() === true) return ((await answer.json()) as { cells: Record<string, string> }).cells;
      if (answer?.status() === 401) {
        const { login, password } = this.place.person;
        await this.context.request
          .post(`${this.origin}/api/v1/session`, { data: { login, password } })
          .catch(() => null);
      }
      if (Date.now() > until)
        throw new NeverQuietError(`the report could not be read: ${answer?.status() ?? 'no answer'}`);
      await pause(200);
    }
  }

  async #signIn(page: Page): Promise<void> {
    const account = page.locator('input[autocomplete="username"]');
    const quickly = { timeout: 5_000 };
    try {
      if (await account.isEditable(quickly)) await account.fill(this.place.person.login, quickly);
      await page.locator('input[autocomplete="current-password"]').fill(this.place.person.password, quickly);
      await page.locator('form.jh-form button[type="submit"]').click(quickly);
      await page.locator('input[autocomplete="current-password"]').waitFor({ state: 'hidden', timeout: 10_000 });
    } catch {
      // The page moved on under the hands, or the server is down: whoever waits looks again.
    }
  }
}

const tryAgain = (page: Page): Promise<void> =>
  page.evaluate(() => document.querySelector<HTMLElement>('.save-status .link-button')?.click());
