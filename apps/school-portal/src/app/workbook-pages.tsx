import { addTexts } from '@junheng/ui/plain';
import { getI18n } from 'react-i18next';
import { workbookTexts } from '../texts/workbook.ts';

export { WorkbookPage } from '../features/self-report/workbook/workbook-page.tsx';

// The entry of the chunk of the school's own workbook: its page brings its own texts.
addTexts(getI18n(), workbookTexts);
