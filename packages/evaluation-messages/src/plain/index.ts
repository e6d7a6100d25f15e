// What a school's form needs, with the words of 教督〔2017〕6号 only. Whoever loads the whole package as well adds the words of every other
// edition to the same texts.
export { languages } from '../language.ts';
export type { Language } from '../language.ts';
export type { Facts } from '../templating.ts';
export { groupedDigits, lackText, plannable, unitOfItem } from '../amounts.ts';
export { addEditionTexts } from '../known-texts.ts';
export { cellName, hasText, text, valueText } from '../text.ts';
