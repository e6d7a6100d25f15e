import { consistencyTexts } from './consistency.ts';
import { inLanguage } from './language.ts';
import type { Language } from './language.ts';
import { reportFault } from './strictness.ts';
import { fill } from './templating.ts';
import type { Facts } from './templating.ts';

/**
 * Words about numbers that a report states, by the keys of the core's consistency check. Apart from `text`, so that the form of a school
 * does not carry them. Unknown keys and absent facts as in `text`.
 */
export function consistencyText(language: Language, key: string, facts: Facts = {}): string {
  const both = Object.hasOwn(consistencyTexts, key) ? consistencyTexts[key] : undefined;
  if (both === undefined) {
    reportFault(`no text for ${key}`);
    return key;
  }
  return fill(
    language,
    inLanguage(language, both),
    facts,
    (kind, id) => consistencyText(language, `${kind}.${id}`),
    (name) => reportFault(`${key}: no fact ${name}`),
  );
}
