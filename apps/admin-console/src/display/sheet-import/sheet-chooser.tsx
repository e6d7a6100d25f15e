import { FileDrop } from '@junheng/ui/plain';
import { useState } from 'react';
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
  const [taken, setTaken] = useState({ name: '', others: 0 });
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
          hint={t('hint')}
          disabled={reading}
          onFiles={([sheet, ...others]) => {
            if (sheet === undefined) return;
            setTaken({ name: sheet.name, others: others.length });
            onSheet(sheet);
          }}
        />
        <div className="jc-small" role="status">
          {reading ? <p>{t('reading')}</p> : null}
          {taken.others === 0 ? null : <p>{t('oneAtATime', { name: taken.name, count: taken.others })}</p>}
        </div>
      </li>
    </ol>
  );
}
