import type { CellDefinition } from '@junheng/evaluation-core';
import { useTexts } from '@junheng/ui/plain';
import { cellsOfSection } from './model/form.ts';
import { changeInPercent } from './model/last-year.ts';
import { grouped } from './model/shown-number.ts';
import type { OpenReport } from './use-report.ts';
import { useOpenInPrint } from './use-open-in-print.ts';
import { useWords } from './use-words.ts';

/** Every value of the report beside last year's, for the last look. */
export function ValueTable({ open }: { readonly open: OpenReport }) {
  const { t } = useTexts('portal');
  const words = useWords();
  const fold = useOpenInPrint();
  return (
    <details className="values" ref={fold}>
      <summary className="hand-in__title">{t('handIn.values')}</summary>
      <table className="values__table">
        <thead>
          <tr>
            <th scope="col">{t('handIn.valueItem')}</th>
            <th scope="col">{t('handIn.valueNow')}</th>
            <th scope="col">{t('handIn.valueBefore')}</th>
            <th scope="col">{t('handIn.valueChange')}</th>
          </tr>
        </thead>
        {open.sections.map((section) => (
          <tbody key={section.id}>
            <tr>
              <th scope="rowgroup" colSpan={4} className="values__section">
                {words.section(section.id)}
              </th>
            </tr>
            {cellsOfSection(section).map((cell) => (
              <ValueRow key={cell.key} open={open} cell={cell} />
            ))}
          </tbody>
        ))}
      </table>
    </details>
  );
}

function ValueRow({ open, cell }: { readonly open: OpenReport; readonly cell: CellDefinition }) {
  const { t } = useTexts('portal');
  const words = useWords();
  const [now, before] = [open.cells[cell.key], open.report.lastYear?.[cell.key]];
  const shown = (value: string): string => {
    if (cell.item.value.kind !== 'number') return words.value(cell.item.id, value);
    const unit = words.unitOf(cell.item, value);
    return `${cell.item.unit === 'year' ? value : grouped(value)}${unit === '' ? '' : ` ${unit}`}`;
  };
  const change = cell.item.unit === 'year' ? null : changeInPercent(before, now);
  return (
    <tr>
      <th scope="row">{words.cell(cell.key)}</th>
      <td data-column={t('handIn.valueNow')}>
        {now === undefined ? <span className="values__missing">{t('handIn.missingValue')}</span> : shown(now)}
      </td>
      <td data-column={t('handIn.valueBefore')} className="values__before">
        {before === undefined ? null : shown(before)}
      </td>
      <td data-column={t('handIn.valueChange')} className="values__change">
        {change === null || change === '0.0' ? null : t('report.change', { change })}
      </td>
    </tr>
  );
}
