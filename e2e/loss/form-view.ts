import type { Page } from '@playwright/test';

/** What the page says about a cell. */
export interface Claim {
  /** Without the thousands separators. */
  readonly text: string;
  readonly state: 'unchanged' | 'saved' | 'saving' | 'waiting' | 'invalid' | 'conflict';
}

export interface FormView {
  readonly cells: Readonly<Record<string, Claim>>;
  /** The page says that this device holds everything that is not sent. */
  readonly kept: boolean;
  /** Nothing is on its way and nothing waits for the network or a person. */
  readonly quiet: boolean;
  /** The page asks for a password. */
  readonly asksWho: boolean;
}

/** The page as it is at one instant; null while there is no form on it. */
export async function viewOf(page: Page, cells: readonly string[]): Promise<FormView | null> {
  return page.evaluate((keys): FormView | null => {
    const asksWho = document.querySelector('input[autocomplete="current-password"]') !== null;
    const status = [...document.querySelectorAll<HTMLElement>('.save-status')].find(
      (element) => element.offsetParent !== null,
    );
    if (status === undefined) return asksWho ? { cells: {}, kept: false, quiet: false, asksWho } : null;
    const claims = keys.map((key): [string, Claim] | null => {
      const input = document.querySelector<HTMLInputElement>(`[data-cell="${key}"]`);
      if (input === null) return null;
      const mark = input.closest('.form-cell')?.querySelector('.cell-state');
      const state = /cell-state--(\w+)/.exec(mark?.className ?? '')?.[1] ?? 'unchanged';
      return [key, { text: input.value.replaceAll(',', ''), state: state as Claim['state'] }];
    });
    const found = claims.filter((claim) => claim !== null);
    if (found.length < keys.length) return null;
    return {
      cells: Object.fromEntries(found),
      kept: status.dataset['keeping'] === 'kept',
      quiet: /save-status--(?:quiet|saved)/.test(status.className) && !asksWho,
      asksWho,
    };
  }, cells as string[]);
}

/** Answers every open conflict; the cells where there was one. */
export async function answerConflicts(page: Page, keepMine: boolean): Promise<readonly string[]> {
  return page.evaluate((mine) => {
    const choices = [...document.querySelectorAll('.cell-conflict__choices')];
    return choices.map((choice) => {
      choice.querySelectorAll('button')[mine ? 0 : 1]?.click();
      return choice.closest('.form-cell')?.querySelector<HTMLElement>('[data-cell]')?.dataset['cell'] ?? '';
    });
  }, keepMine);
}

/** How many pages have something in the journal of this device: the form may show itself before it has taken that over. */
export async function journalEntries(page: Page): Promise<number> {
  return page.evaluate(async () => {
    const database = await new Promise<IDBDatabase>((resolve, reject) => {
      const request = indexedDB.open('junheng-journal');
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error ?? new Error('no journal'));
    });
    try {
      return await new Promise<number>((resolve, reject) => {
        const request = database.transaction('entries').objectStore('entries').count();
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error ?? new Error('no journal'));
      });
    } finally {
      database.close();
    }
  });
}
