import { formCatalogue } from './form-catalogue.ts';
import type { Both, Texts } from './language.ts';

let known: Texts = formCatalogue;

/** The whole entry of the package adds all its texts; `plain` begins with those of the form. */
export function addTexts(texts: Texts): void {
  known = { ...known, ...texts };
}

export function knownText(key: string): Both | undefined {
  return Object.hasOwn(known, key) ? known[key] : undefined;
}
