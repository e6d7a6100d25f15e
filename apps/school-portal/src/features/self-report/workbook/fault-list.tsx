import { useLanguage, useTexts } from '@junheng/ui/plain';
import { workbookFaultText } from '@junheng/evaluation-messages/report-workbook';
import type { ReportWorkbook, WorkbookFault } from '../../../api/types.ts';
import { useWords } from '../use-words.ts';

type Facts = Parameters<typeof workbookFaultText>[2];

/** What is wrong, by sheet and cell as the spreadsheet program shows them, each with what to do. */
export function FaultList(props: { readonly workbook: ReportWorkbook; readonly severity: WorkbookFault['severity'] }) {
  const { t } = useTexts('portal');
  const { language } = useLanguage();
  const words = useWords();
  const { workbook, severity } = props;
  const faults = workbook.faults.filter((fault) => fault.severity === severity);
  if (faults.length === 0) return null;
  const isError = severity === 'error';
  const title = `workbook-${severity}`;
  return (
    <section aria-labelledby={title} className="workbook__part">
      <h3 id={title} className="workbook__title">
        {t(isError ? 'workbook.faults' : 'workbook.warnings')}
      </h3>
      {isError ? null : <p className="workbook__quiet">{t('workbook.warningsText')}</p>}
      <ol className={`workbook-faults workbook-faults--${severity}`}>
        {faults.map((fault) => (
          <li key={`${fault.sheet}!${fault.column}${fault.row} ${fault.code} ${fault.cell}`}>
            <span className="workbook-faults__place" data-verbatim>
              {fault.row === null
                ? t('workbook.placeSheet', { sheet: fault.sheet })
                : t('workbook.place', { sheet: fault.sheet, cell: `${fault.column ?? ''}${fault.row}` })}
            </span>
            {fault.cell === null ? null : <span className="workbook-faults__item">{words.cell(fault.cell)}</span>}
            <span className="workbook-faults__text">
              {workbookFaultText(language, fault.code, fault.facts as Facts)}
            </span>
          </li>
        ))}
      </ol>
    </section>
  );
}
