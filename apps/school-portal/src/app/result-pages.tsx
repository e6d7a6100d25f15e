import { evaluationTexts } from '@junheng/evaluation-ui';
import { addTexts } from '@junheng/ui/plain';
import { getI18n } from 'react-i18next';

export { ResultPage } from '../features/result/result-page.tsx';

// The entry of the results' chunk: the views of an evaluation bring their own texts.
addTexts(getI18n(), evaluationTexts);
