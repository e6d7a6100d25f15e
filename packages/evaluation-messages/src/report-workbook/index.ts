import { addTexts } from '../known-texts.ts';
import { workbookDocumentTexts } from './document.ts';

// The words about a school's own workbook: for the server, which writes it, and for the one page of the portal that reads it back.
addTexts(workbookDocumentTexts);
export { languages } from '../language.ts';
export type { Language } from '../language.ts';
