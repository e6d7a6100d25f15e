import { text as words } from '@junheng/evaluation-messages';
import { OutcomeSign, type SchoolRowsView } from '@junheng/evaluation-ui';
import { Button, SearchField, useLanguage } from '@junheng/ui/plain';
import { useTranslation } from 'react-i18next';
import { initialSchools, shows } from './model/county-query.ts';

export interface SchoolFiltersProps {
  readonly view: SchoolRowsView;
  readonly stages: readonly string[];
  readonly towns: readonly string[];
  readonly indicators: readonly string[];
  readonly shown: number;
  readonly total: number;
  readonly onChange: (view: SchoolRowsView) => void;
}

const legend = ['met', 'above-floor', 'below-floor', 'undetermined'] as const;

/** Filters of the school table, all of them in the URL, and what its signs mean. */
export function SchoolFilters({ view, stages, towns, indicators, shown, total, onChange }: SchoolFiltersProps) {
  const { t } = useTranslation('evaluate');
  const { language } = useLanguage();
  const short = (id: string) => words(language, `indicator.${id}.short`);
  const filtered = shown < total;
  const select = (
    label: string,
    value: string | null,
    options: readonly (readonly [string, string])[],
    set: (value: string | null) => void,
  ) => (
    <select
      className="jh-input jc-filters__select"
      aria-label={label}
      value={value ?? ''}
      onChange={(event) => set(event.target.value === '' ? null : event.target.value)}
    >
      <option value="">{label}</option>
      {options.map(([id, name]) => (
        <option key={id} value={id}>
          {name}
        </option>
      ))}
    </select>
  );
  return (
    <>
      <div className="jc-filters" role="search">
        <SearchField
          className="jc-filters__text"
          label={t('county.search')}
          value={view.text}
          onChange={(text) => onChange({ ...view, text })}
        />
        <div className="jc-tabs" role="group" aria-label={t('column.result')}>
          {shows.map((each) => (
            <button
              key={each}
              type="button"
              className="jc-tab"
              aria-pressed={view.show === each}
              onClick={() => onChange({ ...view, show: each })}
            >
              {t(`county.show.${each}`)}
            </button>
          ))}
        </div>
        {select(
          t('county.allStages'),
          view.stage,
          stages.map((stage) => [stage, words(language, `stage.${stage}`)] as const),
          (stage) => onChange({ ...view, stage }),
        )}
        {select(
          t('county.allTowns'),
          view.town,
          towns.map((town) => [town, town] as const),
          (town) => onChange({ ...view, town }),
        )}
        {select(
          t('county.allIndicators'),
          view.indicator,
          indicators.map((id) => [id, t('county.indicatorOpen', { name: short(id) })] as const),
          (indicator) => onChange({ ...view, indicator }),
        )}
        {filtered ? (
          <Button
            variant="quiet"
            size="small"
            onClick={() => onChange({ ...initialSchools, sort: view.sort, descending: view.descending })}
          >
            {t('county.clear')}
          </Button>
        ) : null}
        <span className="jc-filters__count" role="status">
          {t('county.shown', { shown, total })}
        </span>
      </div>
      <p className="jc-legend">
        {legend.map((tone) => (
          <span key={tone} className={`jc-legend__item ev-cell--${tone}`}>
            <OutcomeSign tone={tone} size={12} /> {t(`county.legend.${tone}`)}
          </span>
        ))}
        <span className="ev-muted">{t('county.clickAny')}</span>
      </p>
    </>
  );
}
