import { FACILITY_SYNONYMS } from './facility-synonyms.ts';
import { PEOPLE_SYNONYMS } from './people-synonyms.ts';

/**
 * What columns are called in bureaus' tables. Names are written as `headerWords` leaves them: no blanks, no punctuation, no
 * endings such as 人数 or 合计, no stage. A name must match whole: 生均在校生 or 上年在校生 is another thing than 在校生.
 */
export interface ItemSynonyms {
  readonly item: string;
  readonly names: readonly string[];
  /** Also recognised under a group header that matches, as in 专任教师 / 体育. */
  readonly under?: { readonly group: RegExp; readonly names: readonly string[] };
}

export const ITEM_SYNONYMS: readonly ItemSynonyms[] = [...PEOPLE_SYNONYMS, ...FACILITY_SYNONYMS];
