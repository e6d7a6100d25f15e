import { FileDrop } from '@junheng/ui/plain';
import { useTranslation } from 'react-i18next';
import { usePageTexts } from '../use-page-texts.ts';
import { sheetTexts } from './texts.ts';

export interface SheetChooserProps {
  /** Where the empty sheet lies. */
  readonly template: string;
  /** What a row of it is. */
  readonly help: string;
  readonly reading: boolean;
  readonly onSheet: (sheet: File) => void;
}

/** Two steps: the empty sheet, and the filled one. Nothing is written by reading it. */
export function SheetChooser({ template, help, reading, onSheet }: SheetChooserProps) {
  usePageTexts(sheetTexts);
  const { t } = useTranslation('sheet');
  return (
    <ol className="jc-surface jc-padded jc-steps">
      <li>
        <a href={template} download>
          {t('template')}
        </a>{' '}
        <span className="ev-muted">{help}</span>
      </li>
      <li>
        <FileDrop
          choices={[{ label: t('choose'), accept: '.xlsx,.csv', primary: true }]}
          dropText={t('drop')}
          hint={reading ? t('reading') : t('hint')}
          disabled={reading}
          onFiles={([sheet]) => {
            if (sheet !== undefined) onSheet(sheet);
          }}
        />
      </li>
    </ol>
  );
}
