import type { Edition } from './edition.ts';
import { qualityBalance2017 } from './catalogue/cn-2017-quality-balance/edition.ts';

/** The shipped editions. */
export const editions: readonly Edition[] = [qualityBalance2017];

export function editionById(id: string): Edition | undefined {
  return editions.find((edition) => edition.id === id);
}
