import type { ImportPreviewView } from '@junheng/api-contract';
import { cellName, hasText, text as words } from '@junheng/evaluation-messages';
import { useLanguage } from '@junheng/ui/plain';
import { useTranslation } from 'react-i18next';

/** Which item and unit each column was read as, and which columns were not used. */
export function ColumnTable({ columns }: { readonly columns: ImportPreviewView['columns'] }) {
  const { t, i18n } = useTranslation('import');
  const { language } = useLanguage();
  // Units of tables are more than those of the form: a workbook may count single yuan where the form keeps ten thousands.
  const unitText = (unit: string) => {
    if (hasText(`unit.${unit}`)) return words(language, `unit.${unit}`);
    return i18n.exists(`import:preview.unit.${unit}`) ? t(`preview.unit.${unit}`) : unit;
  };
  const several = new Set(columns.map((column) => `${column.file} ${column.sheet}`)).size > 1;
  const used = columns.filter((column) => column.item !== null).length;
  return (
    <details className="jc-surface jc-details">
      <summary>
        {t('preview.columns')}
        <span className="ev-muted">
          {t('preview.usedCount', { count: used })} · {t('preview.ignoredCount', { count: columns.length - used })}
        </span>
      </summary>
      <p className="ev-muted jc-details__help">{t('preview.columnsHelp')}</p>
      <div className="ev-scroll">
        <table className="ev-table jc-table">
          <thead>
            <tr>
              {(['address', 'header', 'item', 'unit'] as const).map((name) => (
                <th key={name} scope="col">
                  {t(`preview.column.${name}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {columns.map((column) => (
              <tr key={`${column.file} ${column.sheet} ${column.column}`}>
                <td className="jc-nowrap">
                  {column.column}
                  {several ? (
                    <span className="ev-table__aside">{[column.file, column.sheet].filter(Boolean).join(' · ')}</span>
                  ) : null}
                </td>
                <td>{column.header}</td>
                <td>
                  {column.item === null ? (
                    <span className="ev-muted">{t('preview.ignored')}</span>
                  ) : hasText(`item.${column.item}`) ? (
                    cellName(language, column.stage === null ? column.item : `${column.item}.${column.stage}`)
                  ) : (
                    column.item
                  )}
                </td>
                <td>{column.unit === null ? <span className="ev-muted">—</span> : unitText(column.unit)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </details>
  );
}
