// What is wrong with an imported workbook, in words. Whoever loads this adds them to those of the package: other pages do without.
import { importProblemCatalogue } from '../import-problems.ts';
import { addTexts } from '../known-texts.ts';

export { importProblemText } from '../import-problem-text.ts';
export { importProblemTexts } from '../import-problems.ts';

addTexts(importProblemCatalogue);
