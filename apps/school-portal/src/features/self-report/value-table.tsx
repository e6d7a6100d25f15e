import type { CellDefinition } from '@junheng/evaluation-core';
import { useTranslation } from 'react-i18next';
import { cellsOfSection } from './model/form.ts';
import { changeInPercent } from './model/last-year.ts';
import { grouped } from './model/shown-number.ts';
import type { OpenReport } from './use-report.ts';
import { useWords } from './use-words.ts';

/** Every value of the report beside last year's, for the last look. */
export function ValueTable({ open }: { readonly open: OpenReport }) {
  const { t } = useTranslation('portal');
  const words = useWords();
  const lastYear = open.report.lastYear ?? {};
  const shown = (cell: CellDefinition, value: string | undefined): string | null => {
    if (value === undefined) return null;
    const { unit } = cell.item;
    if (cell.item.value.kind !== 'number') return words.value(cell.item.id, value);
    const number = unit === 'year' ? value : grouped(value);
    return unit === null ? number : `${number} ${words.unit(unit)}`;
  };
  return (
    <details className="values">
      <summary className="hand-in__title">{t('handIn.values')}</summary>
      {open.sections.map((section) => (
        <table key={section.id} className="values__table">
          <caption>{words.section(section.id)}</caption>
          <thead className="jh-visually-hidden">
            <tr>
              <th scope="col">{t('handIn.valueItem')}</th>
              <th scope="col">{t('handIn.valueNow')}</th>
              <th scope="col">{t('handIn.valueBefore')}</th>
            </tr>
          </thead>
          <tbody>
            {cellsOfSection(section).map((cell) => {
              const change = changeInPercent(lastYear[cell.key], open.cells[cell.key]);
              return (
                <tr key={cell.key}>
                  <th scope="row">{words.cell(cell.key)}</th>
                  <td>
                    {shown(cell, open.cells[cell.key]) ?? (
                      <span className="values__missing">{t('handIn.missingValue')}</span>
                    )}
                  </td>
                  <td className="values__before">
                    {shown(cell, lastYear[cell.key]) ?? ''}
                    {change === null || change === '0.0' || cell.item.unit === 'year' ? null : (
                      <span className="values__change"> {t('report.change', { change })}</span>
                    )}
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
      ))}
    </details>
  );
}
