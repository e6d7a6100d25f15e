import { basicBalanceCountyTexts } from './editions/basic-balance-county.ts';
import { basicBalanceSchoolTexts } from './editions/basic-balance-school.ts';
import { shandongBasicBalanceTexts } from './editions/shandong-basic-balance.ts';
import { comparisonTexts } from './comparison.ts';
import { countyCheckTexts } from './county-checks.ts';
import { countyOverviewTexts } from './county-overview.ts';
import { liujiangSchoolSelfCheckTexts } from './editions/liujiang-school-self-check.ts';
import { targetResponsibility2023Texts } from './editions/target-responsibility-2023.ts';
import { formAreas } from './form-catalogue.ts';
import { cellEffectTexts } from './cell-effects.ts';
import { reviewWords } from './review-words.ts';
import { roleTexts } from './roles.ts';
import type { Texts } from './language.ts';

const areas: readonly Texts[] = [
  ...formAreas,
  countyCheckTexts,
  countyOverviewTexts,
  liujiangSchoolSelfCheckTexts,
  targetResponsibility2023Texts,
  comparisonTexts,
  basicBalanceSchoolTexts,
  basicBalanceCountyTexts,
  shandongBasicBalanceTexts,
  reviewWords,
  roleTexts,
  cellEffectTexts,
];

/** Every text of this package by key but those of `audit-log`, `edition-authoring`, `ledger` and `workbook-import`. A key stands in one area only; a test counts them. */
export const catalogue: Texts = Object.fromEntries(areas.flatMap((area) => Object.entries(area)));
export const keysOfAreas: readonly string[] = areas.flatMap((area) => Object.keys(area));
