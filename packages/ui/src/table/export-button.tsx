import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../plain/button.tsx';
import { saveSheet, type Sheet } from './sheet.ts';

export interface ExportButtonProps {
  /** Without its ending. */
  readonly fileName: string;
  /** Made when it is asked for. */
  readonly sheet: () => Sheet;
}

/** Saves what is shown as an Excel workbook. */
export function ExportButton({ fileName, sheet }: ExportButtonProps) {
  const { t } = useTranslation('ui');
  const [state, setState] = useState<'ready' | 'busy' | 'failed'>('ready');
  const save = async (): Promise<void> => {
    setState('busy');
    try {
      await saveSheet(fileName, sheet());
      setState('ready');
    } catch {
      setState('failed');
    }
  };
  return (
    <>
      <Button size="small" busy={state === 'busy'} onClick={() => void save()}>
        {t('table.export')}
      </Button>
      {state === 'failed' ? (
        <span className="jh-table-tools__failed" role="alert">
          {t('table.exportFailed')}
        </span>
      ) : null}
    </>
  );
}
