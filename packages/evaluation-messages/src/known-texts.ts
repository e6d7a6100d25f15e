import { formCatalogue } from './form-catalogue.ts';
import type { Both, Texts } from './language.ts';

let known: Texts = formCatalogue;

/** The whole entry of the package adds all its texts; `plain` begins with those of the form. */
export function addTexts(texts: Texts): void {
  known = { ...known, ...texts };
}

/**
 * The words a bureau's edition brings along (`Edition.texts`). What the program names itself keeps its name, whatever an edition says.
 */
export function addEditionTexts(texts: Texts): void {
  const own = Object.entries(texts).filter(([key]) => !Object.hasOwn(known, key));
  if (own.length > 0) known = { ...known, ...Object.fromEntries(own) };
}

export function knownText(key: string): Both | undefined {
  return Object.hasOwn(known, key) ? known[key] : undefined;
}
