import { text as words } from '@junheng/evaluation-messages';
import { Button, SearchField, useLanguage } from '@junheng/ui/plain';
import { useTranslation } from 'react-i18next';
import { GroupingFilter } from '../../display/grouping-filter.tsx';
import { isFiltered, schoolTypes, type ListView } from './model/list-view.ts';

export interface FilterBarProps {
  readonly view: ListView;
  readonly towns: readonly string[];
  readonly shown: number;
  readonly total: number;
  readonly onChange: (view: ListView) => void;
  /** Takes away what this bar holds, the grouping among it. */
  readonly onClear: () => void;
  /** Null where nothing was given to the person. */
  readonly own: { readonly narrowed: boolean; readonly onNarrow: (narrowed: boolean) => void } | null;
}

/** Text, town, type, late: everything it holds is in the URL. */
export function FilterBar({ view, towns, shown, total, onChange, onClear, own }: FilterBarProps) {
  const { t } = useTranslation('round');
  const { language } = useLanguage();
  return (
    <div className="jc-filters" role="search" aria-label={t('filters')}>
      <SearchField
        className="jc-filters__text"
        label={t('search')}
        value={view.text}
        onChange={(text) => onChange({ ...view, text })}
      />
      <select
        className="jh-input jc-filters__select"
        aria-label={t('column.town')}
        value={view.towns[0] ?? ''}
        onChange={(event) => onChange({ ...view, towns: event.target.value === '' ? [] : [event.target.value] })}
      >
        <option value="">{t('allTowns')}</option>
        {towns.map((town) => (
          <option key={town} value={town}>
            {town}
          </option>
        ))}
      </select>
      <select
        className="jh-input jc-filters__select"
        aria-label={t('column.type')}
        value={view.types[0] ?? ''}
        onChange={(event) => onChange({ ...view, types: schoolTypes.filter((type) => type === event.target.value) })}
      >
        <option value="">{t('allTypes')}</option>
        {schoolTypes.map((type) => (
          <option key={type} value={type}>
            {words(language, `school-type.${type}`)}
          </option>
        ))}
      </select>
      <GroupingFilter />
      {own === null ? null : (
        <label className="jc-check">
          <input type="checkbox" checked={own.narrowed} onChange={(event) => own.onNarrow(event.target.checked)} />
          {t('mineOnly')}
        </label>
      )}
      <label className="jc-check">
        <input
          type="checkbox"
          checked={view.lateOnly}
          onChange={(event) => onChange({ ...view, lateOnly: event.target.checked })}
        />
        {t('lateOnly')}
      </label>
      {isFiltered(view) || shown < total ? (
        <Button variant="quiet" size="small" onClick={onClear}>
          {t('clear')}
        </Button>
      ) : null}
      <span className="jc-filters__count" role="status">
        {t('shown', { shown, total })}
      </span>
    </div>
  );
}
