import type { Edition } from './edition.ts';
import { basicBalance2012 } from './catalogue/cn-2012-basic-balance/edition.ts';
import { qualityBalance2017 } from './catalogue/cn-2017-quality-balance/edition.ts';
import { liujiangSchoolSelfCheck } from './catalogue/cn-liujiang-school-self-check/edition.ts';
import { shandongBasicBalance } from './catalogue/cn-shandong-basic-balance/edition.ts';
import { targetResponsibility2023 } from './catalogue/cn-target-responsibility-2023/edition.ts';

/** The shipped editions. The first is the one that a new round begins with. */
export const editions: readonly Edition[] = [
  qualityBalance2017,
  basicBalance2012,
  shandongBasicBalance,
  liujiangSchoolSelfCheck,
  targetResponsibility2023,
];

export function editionById(id: string): Edition | undefined {
  return editions.find((edition) => edition.id === id);
}
