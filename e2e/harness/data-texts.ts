import type { Page } from '@playwright/test';

const HAN = /\p{Script=Han}/u;

/** Names that have no English one: of the product, of instruments and statistical forms, of a degree and a unit on every form. */
const NAMES = /均衡|教督〔\d+〕\d+号|教基\d+|专科|万元/g;

/**
 * The Chinese texts that came to a page as data: names of schools, towns and people, what people wrote. They stay Chinese
 * on an English screen; everything else on it may not be.
 */
export class DataTexts {
  readonly #texts = new Set<string>();
  /** The same, longest first; null when another has come. */
  #longestFirst: readonly string[] | null = null;
  readonly #reading = new Set<Promise<void>>();

  watch(page: Page): void {
    page.on('response', (response) => {
      if (!response.url().includes('/api/')) return;
      const reading = response.json().then(
        (body: unknown) => this.#collect(body),
        // No body, or the page has gone on: nothing of it is on the screen.
        () => undefined,
      );
      this.#reading.add(reading);
      void reading.then(() => this.#reading.delete(reading));
    });
  }

  /** What is left of the Chinese in a text without the data in it; empty where all of it is data. */
  async foreignPart(text: string): Promise<string> {
    await Promise.all(this.#reading);
    if (this.#texts.has(text)) return '';
    this.#longestFirst ??= [...this.#texts].sort((a, b) => b.length - a.length);
    let rest = text.replaceAll(NAMES, ' ');
    for (const known of this.#longestFirst) rest = rest.replaceAll(known, ' ');
    return HAN.test(rest) ? rest.trim() : '';
  }

  #collect(value: unknown): void {
    if (typeof value === 'string') {
      if (HAN.test(value)) {
        this.#texts.add(value);
        this.#longestFirst = null;
      }
    } else if (Array.isArray(value)) {
      for (const each of value) this.#collect(each);
    } else if (typeof value === 'object' && value !== null) {
      for (const each of Object.values(value)) this.#collect(each);
    }
  }
}

/** Every visible text of the page that has Chinese characters, except names that languages give themselves. */
export async function chineseTexts(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const han = /\p{Script=Han}/u;
    const texts = new Set<string>();
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      const parent = node.parentElement;
      if (parent === null || parent.closest('script, style, noscript, [lang="zh-CN"]:not(html)') !== null) continue;
      const text = node.textContent?.trim() ?? '';
      if (han.test(text)) texts.add(text);
    }
    for (const element of document.querySelectorAll('[aria-label], [title], [placeholder], [alt]')) {
      if (element.closest('[lang="zh-CN"]:not(html)') !== null) continue;
      for (const attribute of ['aria-label', 'title', 'placeholder', 'alt']) {
        const text = element.getAttribute(attribute) ?? '';
        if (han.test(text)) texts.add(text);
      }
    }
    if (han.test(document.title)) texts.add(document.title);
    return [...texts];
  });
}
