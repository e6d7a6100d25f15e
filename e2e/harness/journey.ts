import { expect, test as base, type Page } from '@playwright/test';
import { endHost } from './hosted-server.ts';
import { PageFaults } from './page-faults.ts';
import { addressOf, demoSignIn, startOwnServer, type AppName, type DemoSignIn } from './running-server.ts';
import { saveShot } from './shot.ts';

export interface JourneyTools {
  /** Opens an app of the running server. */
  open: (app: AppName, path?: string) => Promise<void>;
  /** Signs a person of the demonstration in through the page. */
  signIn: (role: string) => Promise<DemoSignIn>;
  /** Saves a picture and looks for untranslated texts. */
  shot: (name: string) => Promise<void>;
  /** Errors of the pages; the test fails at its end when one was not expected. */
  faults: PageFaults;
  /** A second person at a second computer: a page of its own with the same tools. */
  someoneElse: () => Promise<JourneyOf>;
}

/** The tools bound to one page. */
export interface JourneyOf extends Omit<JourneyTools, 'someoneElse' | 'faults'> {
  page: Page;
}

function toolsOf(page: Page, project: string, faults: PageFaults): JourneyOf {
  const open = async (app: AppName, path = ''): Promise<void> => {
    await page.goto(`${addressOf(app)}${path}`);
  };
  return {
    page,
    open,
    signIn: async (role) => {
      const person = demoSignIn(role);
      await open(person.app);
      await enter(page, person.login, person.password);
      await expect(page.locator('input[autocomplete="current-password"]')).toBeHidden();
      return person;
    },
    shot: async (name) => {
      await saveShot(page, project, name);
      await faults.inspect(page);
    },
  };
}

/** Types account and password into the sign-in form and sends it. */
export async function enter(page: Page, login: string, password: string): Promise<void> {
  await page.locator('input[autocomplete="username"]').fill(login);
  await page.locator('input[autocomplete="current-password"]').fill(password);
  await page.locator('button[type="submit"]').click();
}

/** Gives the journeys of a file a server and a county that no other file touches. Called once, at its top. */
export function ownCounty(): void {
  let end: (() => Promise<void>) | null = null;
  base.beforeAll(async () => {
    end = await startOwnServer();
  });
  base.afterAll(async () => {
    await end?.();
  });
}

interface WorkerTools {
  /** Ends, with the process of the journeys, the one that served their counties. */
  host: undefined;
}

/**
 * `test` of the journeys: a page that may not show errors, and ways to open, sign in and take pictures.
 * Tag a test `@phone` to run it at phone width too, `@phone-only` to run it only there.
 */
export const test = base.extend<JourneyTools, WorkerTools>({
  host: [
    async ({ playwright: _only }, provide) => {
      await provide(undefined);
      await endHost();
    },
    { scope: 'worker', auto: true },
  ],
  faults: [
    async ({ page }, provide) => {
      const faults = new PageFaults();
      faults.watch(page);
      await provide(faults);
      if (!page.isClosed() && page.url().startsWith('http')) await faults.inspect(page);
      expect(faults.unexpected, 'errors and untranslated texts on the page').toEqual([]);
    },
    { auto: true },
  ],
  open: async ({ page, faults }, provide, { project }) => provide(toolsOf(page, project.name, faults).open),
  signIn: async ({ page, faults }, provide, { project }) => provide(toolsOf(page, project.name, faults).signIn),
  shot: async ({ page, faults }, provide, { project }) => provide(toolsOf(page, project.name, faults).shot),
  someoneElse: async ({ browser, faults }, provide, { project }) => {
    const contexts: { close(): Promise<void> }[] = [];
    await provide(async () => {
      const context = await browser.newContext();
      contexts.push(context);
      const page = await context.newPage();
      faults.watch(page);
      return toolsOf(page, project.name, faults);
    });
    for (const context of contexts) await context.close();
  },
});

/** Nothing of the page lies beside the screen. */
export async function expectNoSidewaysScroll(page: Page): Promise<void> {
  await expect.poll(() => beyondTheEdge(page), `beyond the edge of ${page.url()}`).toEqual([]);
}

function beyondTheEdge(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    if (scrollWidth <= clientWidth) return [];
    const scrollsInside = (element: Element): boolean => {
      for (let each = element.parentElement; each !== null; each = each.parentElement) {
        if (each === document.body) return false;
        const { overflowX, position } = getComputedStyle(each);
        if (overflowX !== 'visible' && (position !== 'static' || getComputedStyle(element).position !== 'absolute'))
          return true;
      }
      return false;
    };
    return [...document.querySelectorAll('body *')]
      .filter((element) => element.getBoundingClientRect().right > clientWidth + 1 && !scrollsInside(element))
      .slice(0, 5)
      .map((element) => `${element.tagName.toLowerCase()}.${element.className}`)
      .concat(`${scrollWidth} > ${clientWidth}`);
  });
}

export { expect };
