import type { Edition } from '../edition.ts';
import { editionKeys } from '../edition-keys.ts';
import { editions } from '../editions.ts';
import type { EditionFault } from './edition-fault.ts';

/**
 * What shipped editions name has its words in the program; what a bureau adds, the edition brings words for, in Chinese and in English. A
 * bureau's edition itself goes by its instrument.
 */
export function translationFaults(edition: Edition): readonly EditionFault[] {
  const inProgram = new Set([...editions.flatMap(editionKeys), `edition.${edition.id}`]);
  return editionKeys(edition)
    .filter((key) => !inProgram.has(key) && !isNamed(edition, key))
    .map((key) => ({ where: 'texts', fault: 'missing-translation', what: key }));
}

function isNamed({ texts }: Edition, key: string): boolean {
  const own = texts !== undefined && Object.hasOwn(texts, key) ? texts[key] : undefined;
  return own !== undefined && own.every((each) => each.trim() !== '');
}
