import type { FeedbackLetterReading } from '@junheng/api-contract';
import { Button, Notice, StatusTag, useLanguage } from '@junheng/ui/plain';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { RefusalNotice } from '../../../display/refusal-notice.tsx';
import { letterSheetUrl, readLetterSheet } from '../../../server/feedback-letters.ts';

export interface SheetReadingProps {
  readonly countyId: string;
  /** Somebody has seen what was read, and takes it into the form. */
  readonly onTaken: (reading: FeedbackLetterReading) => void;
}

/** A list of problems from Excel: what is wrong stands at its row and cell, and only a whole sheet without errors is taken. */
export function SheetReading({ countyId, onTaken }: SheetReadingProps) {
  const { t } = useTranslation('letters');
  const { language } = useLanguage();
  const [read, setRead] = useState<FeedbackLetterReading | null>(null);
  const [agreed, setAgreed] = useState(false);
  const reading = useMutation({
    mutationFn: (file: File) => readLetterSheet(countyId, file),
    onSuccess: (found) => {
      setRead(found);
      setAgreed(false);
    },
  });
  return (
    <section className="jc-part">
      <h2 className="jc-h2">{t('sheet.title')}</h2>
      <ol className="jc-surface jc-padded jc-steps">
        <li>
          <a href={letterSheetUrl(language)} download>
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
      {read === null ? null : (
        <>
          <Findings read={read} />
          {read.problems.length === 0 ? null : (
            <div className="jc-filters">
              {read.counts.warnings === 0 ? null : (
                <label className="jc-check">
                  <input type="checkbox" checked={agreed} onChange={(event) => setAgreed(event.target.checked)} />
                  {t('sheet.agree', { count: read.counts.warnings })}
                </label>
              )}
              <Button
                disabled={read.counts.warnings > 0 && !agreed}
                onClick={() => {
                  onTaken(read);
                  setRead(null);
                }}
              >
                {t('sheet.take', { count: read.counts.problems })}
              </Button>
            </div>
          )}
        </>
      )}
    </section>
  );
}

function Findings({ read }: { readonly read: FeedbackLetterReading }) {
  const { t } = useTranslation('letters');
  const { counts, findings } = read;
  return (
    <>
      <Notice tone={counts.errors > 0 ? 'danger' : counts.warnings > 0 ? 'warning' : 'success'} role="status">
        <b>{read.fileName}</b> {t('sheet.found', { ...counts })} {t(counts.errors > 0 ? 'sheet.mend' : 'sheet.nothing')}
      </Notice>
      {findings.length === 0 ? null : (
        <div className="ev-scroll jc-surface">
          <table className="ev-table jc-table jc-cards jc-cards--flow">
            <caption className="jh-visually-hidden">{t('sheet.findings')}</caption>
            <thead>
              <tr>
                <th scope="col">{t('sheet.at')}</th>
                <th scope="col">{t('sheet.kind')}</th>
                <th scope="col">{t('sheet.what')}</th>
              </tr>
            </thead>
            <tbody>
              {findings.map(({ severity, code, row, column, facts }) => (
                <tr key={`${code} ${row ?? ''} ${column ?? ''} ${Object.values(facts).join(' ')}`}>
                  <th scope="row" className="jc-nowrap">
                    {row === null ? t('sheet.whole') : `${column ?? ''}${row}`}
                  </th>
                  <td className="jc-nowrap">
                    <StatusTag tone={severity === 'error' ? 'danger' : 'warning'}>
                      {t(`sheet.severity.${severity}`)}
                    </StatusTag>
                  </td>
                  <td>{t(`sheet.finding.${code}`, { ...facts })}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </>
  );
}
