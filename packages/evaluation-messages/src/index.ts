import { catalogue } from './catalogue.ts';
import { addTexts } from './known-texts.ts';

export { defaultLanguage, languages } from './language.ts';
export type { Both, Language, Texts } from './language.ts';
export type { Facts, FactValue } from './templating.ts';
export { consistencyText } from './consistency-text.ts';
export { indicatorRequirement } from './county-overview.ts';
export type { ImportProblemCode } from './import-problems.ts';
export { problemCodes } from './problems.ts';
export { groupedDigits, lackText, plannable, unitOfItem } from './amounts.ts';
export { addEditionTexts } from './known-texts.ts';
export { cellName, hasText, text, valueText } from './text.ts';

addTexts(catalogue);
