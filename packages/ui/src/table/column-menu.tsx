import { useTranslation } from 'react-i18next';
import type { ColumnChoice } from './use-column-choice.ts';

export interface ColumnMenuProps {
  /** Those that may be hidden. */
  readonly columns: readonly { readonly id: string; readonly title: string }[];
  readonly choice: ColumnChoice;
}

/** Which columns are shown: a list of ticks that folds away. */
export function ColumnMenu({ columns, choice }: ColumnMenuProps) {
  const { t } = useTranslation('ui');
  const hidden = columns.filter(({ id }) => choice.hidden.has(id)).length;
  return (
    <details className="jh-columns">
      <summary className="jh-button jh-button--small">
        <span className="jh-button__label">
          {t('table.columns')}
          {hidden === 0 ? '' : ` (${columns.length - hidden}/${columns.length})`}
        </span>
      </summary>
      <div className="jh-columns__list" role="group" aria-label={t('table.columns')}>
        {columns.map(({ id, title }) => (
          <label key={id}>
            <input type="checkbox" checked={!choice.hidden.has(id)} onChange={() => choice.toggle(id)} />
            {title}
          </label>
        ))}
        <button type="button" className="jh-button jh-button--quiet jh-button--small" onClick={choice.reset}>
          <span className="jh-button__label">{t('table.columnsReset')}</span>
        </button>
      </div>
    </details>
  );
}
