import { useTexts } from '@junheng/ui/plain';
import type { ReportWorkbook } from '../../../api/types.ts';
import { changeInPercent } from '../model/last-year.ts';
import type { OpenReport } from '../use-report.ts';
import { useWords } from '../use-words.ts';
import { useCellText } from './use-cell-text.ts';

/** Every value that would change: what is on line, what it will be, and how far that is from last year's. */
export function ChangeTable(props: { readonly open: OpenReport; readonly changes: ReportWorkbook['changes'] }) {
  const { t } = useTexts('portal');
  const words = useWords();
  const { open, changes } = props;
  const shown = useCellText(open);
  if (changes.length === 0) return null;
  const isYear = (cell: string): boolean =>
    open.edition.items.some(({ id, unit }) => unit === 'year' && id === cell.split('.')[0]);
  return (
    <section aria-labelledby="workbook-changes" className="workbook__part">
      <h3 id="workbook-changes" className="workbook__title">
        {t('workbook.changes', { count: changes.length })}
      </h3>
      <table className="workbook-changes">
        <thead>
          <tr>
            <th scope="col">{t('workbook.item')}</th>
            <th scope="col">{t('workbook.before')}</th>
            <th scope="col">{t('workbook.after')}</th>
            <th scope="col">{t('workbook.lastYear')}</th>
            <th scope="col">{t('workbook.change')}</th>
          </tr>
        </thead>
        <tbody>
          {changes.map(({ cell, before, after, lastYear }) => {
            const change = isYear(cell) ? null : changeInPercent(lastYear ?? undefined, after);
            return (
              <tr key={cell}>
                <th scope="row">{words.cell(cell)}</th>
                <td data-column={t('workbook.before')} className="workbook-changes__before">
                  {shown(cell, before)}
                </td>
                <td data-column={t('workbook.after')} className="workbook-changes__after">
                  {shown(cell, after)}
                </td>
                <td data-column={t('workbook.lastYear')}>{lastYear === null ? '—' : shown(cell, lastYear)}</td>
                <td data-column={t('workbook.change')}>{change === null ? '—' : t('workbook.percent', { change })}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </section>
  );
}
