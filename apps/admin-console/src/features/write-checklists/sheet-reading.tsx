import type { ChecklistItem, ChecklistReading } from '@junheng/api-contract';
import { Button, Notice, useLanguage } from '@junheng/ui/plain';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { RefusalNotice } from '../../display/refusal-notice.tsx';
import { checklistSheetUrl, readChecklistSheet } from '../../server/checklists.ts';

/** A checklist from Excel: what is wrong stands at its cell, and only a sheet without errors is taken into the form. */
export function SheetReading(props: {
  readonly regionId: string;
  readonly onTaken: (items: readonly ChecklistItem[]) => void;
}) {
  const { t } = useTranslation('checklists');
  const { language } = useLanguage();
  const reading = useMutation({ mutationFn: (file: File) => readChecklistSheet(props.regionId, file) });
  return (
    <section className="jc-part">
      <h2 className="jc-h2">{t('sheet.title')}</h2>
      <ol className="jc-surface jc-padded jc-steps">
        <li>
          <a href={checklistSheetUrl(language)} download>
            {t('sheet.template')}
          </a>{' '}
          <span className="ev-muted">{t('sheet.templateHelp')}</span>
        </li>
        <li>
          <label>
            {t('sheet.choose')}{' '}
            <input
              type="file"
              accept=".xlsx,.csv"
              disabled={reading.isPending}
              onChange={(event) => {
                const file = event.target.files?.[0];
                event.target.value = '';
                if (file !== undefined) reading.mutate(file);
              }}
            />
          </label>{' '}
          {reading.isPending ? <span role="status">{t('sheet.reading')}</span> : null}
        </li>
      </ol>
      <RefusalNotice error={reading.error} />
      {reading.data === undefined ? null : (
        <Read
          read={reading.data}
          onTaken={(items) => {
            props.onTaken(items);
            reading.reset();
          }}
        />
      )}
    </section>
  );
}

function Read(props: { readonly read: ChecklistReading; readonly onTaken: (items: readonly ChecklistItem[]) => void }) {
  const { t } = useTranslation('checklists');
  const { fileName, items, findings } = props.read;
  if (findings.length === 0) {
    return (
      <div className="jc-filters">
        <Notice tone="success" role="status">
          <b>{fileName}</b> {t('sheet.found', { count: items.length })}
        </Notice>
        <Button onClick={() => props.onTaken(items)}>{t('sheet.take', { count: items.length })}</Button>
      </div>
    );
  }
  return (
    <Notice tone="danger" role="alert">
      <b>{fileName}</b> {t('sheet.mend')}
      <ul className="jc-plainlist">
        {findings.map(({ code, row, column, facts }) => (
          <li key={`${code} ${row ?? ''} ${column ?? ''}`}>
            {row === null ? '' : `${column ?? ''}${row} · `}
            {t(`sheet.finding.${code}`, { ...facts })}
          </li>
        ))}
      </ul>
    </Notice>
  );
}
