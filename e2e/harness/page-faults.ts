import type { Page } from '@playwright/test';

/** What the browser itself notes while there is no network: refused requests, and its look for a newer service worker. */
export const NO_NETWORK = /ERR_INTERNET_DISCONNECTED|An unknown error occurred when fetching the script/;

/**
 * What must never happen on a page whatever the journey: an error in the console, an exception nobody caught, a text
 * that shows its key because it was not translated.
 */
export class PageFaults {
  readonly #found: string[] = [];
  /** A page asks on opening who is signed in; that nobody is, the browser notes as an error. */
  readonly #expected: RegExp[] = [/status of 401 .*\/api\/v1\/session\)$/];

  /** Watches a page from now on. */
  watch(page: Page): void {
    page.on('console', (message) => {
      if (message.type() === 'error') this.#add(`console: ${message.text()} (${message.location().url})`);
    });
    page.on('pageerror', (error) => this.#add(`exception: ${error.stack ?? error.message}`));
  }

  /** An error that the journey provokes on purpose, such as the browser's note of a refused request. */
  expect(pattern: RegExp): void {
    this.#expected.push(pattern);
  }

  /** Looks for untranslated texts on the page as it is now. */
  async inspect(page: Page): Promise<void> {
    for (const key of await untranslatedKeys(page)) this.#add(`untranslated: ${key} on ${page.url()}`);
  }

  /** Faults that nobody expected, each once. */
  get unexpected(): readonly string[] {
    return [...new Set(this.#found)].filter((fault) => !this.#expected.some((pattern) => pattern.test(fault)));
  }

  #add(fault: string): void {
    this.#found.push(fault);
  }
}

/** Texts, labels and hints that look like `signIn.problem.locked`: that is what a missing text shows. */
export async function untranslatedKeys(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const key = /^(?:[a-zA-Z][\w-]*:)?[a-z][A-Za-z0-9-]*(?:\.[A-Za-z0-9-]+)+$/;
    // Names of files and addresses look alike.
    const name = /@|\.(?:xlsx?|csv|pdf|docx?|zip|json|png|jpe?g|txt|cn|com|org|test|example|invalid)$/i;
    const texts: string[] = [];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      const parent = node.parentElement;
      if (parent === null || parent.closest('script, style, code, pre, [data-verbatim]') !== null) continue;
      texts.push(node.textContent ?? '');
    }
    for (const element of document.querySelectorAll('[aria-label], [title], [placeholder], [alt]')) {
      for (const attribute of ['aria-label', 'title', 'placeholder', 'alt']) {
        texts.push(element.getAttribute(attribute) ?? '');
      }
    }
    texts.push(document.title);
    return [...new Set(texts.map((text) => text.trim()).filter((text) => key.test(text) && !name.test(text)))];
  });
}
