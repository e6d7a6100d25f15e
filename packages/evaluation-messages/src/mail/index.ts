// The words of mails. Only the server loads them: no page does.
import { addTexts } from '../known-texts.ts';
import { mailTexts } from './mail-texts.ts';

export { text as mailText } from '../text.ts';

addTexts(mailTexts);
