import { fileRefusalTexts } from '../file-refusals.ts';
import { addTexts } from '../known-texts.ts';
import { workbookDocumentTexts } from './document.ts';
import { workbookFaultTexts } from './faults.ts';

// The words about a school's own workbook: for the server, which writes it, and for the one page of the portal that reads it back.
addTexts({
  ...workbookDocumentTexts,
  ...workbookFaultTexts,
  ...Object.fromEntries(Object.entries(fileRefusalTexts).map(([code, both]) => [`file-refusal.${code}`, both])),
});
export { workbookFaultText } from './text.ts';
export type { Facts } from '../templating.ts';
