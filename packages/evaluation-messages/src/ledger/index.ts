// The ledger of rectification in words. Whoever loads this adds them to those of the package: other pages do without.
import { addTexts } from '../known-texts.ts';
import { rectificationWords } from '../rectification-words.ts';

export { rectificationNumberText, rectificationProblemText, targetPlaceText } from '../rectification-text.ts';

addTexts(rectificationWords);
