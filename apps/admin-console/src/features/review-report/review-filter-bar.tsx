import { useTranslation } from 'react-i18next';
import { reviewFilters, type ReviewFilter, type ReviewSheet } from './model/review-lines.ts';

export interface ReviewFilterBarProps {
  readonly filter: ReviewFilter;
  readonly counts: ReviewSheet['counts'];
  /** This level has decided on it before. */
  readonly wasRead: boolean;
  readonly marked: number;
  readonly onFilter: (filter: ReviewFilter) => void;
}

/** Which lines are shown; each choice says how many there are. */
export function ReviewFilterBar({ filter, counts, wasRead, marked, onFilter }: ReviewFilterBarProps) {
  const { t } = useTranslation('review');
  const numbers: Readonly<Record<ReviewFilter, number | null>> = {
    all: null,
    changed: counts.again,
    findings: counts.hard + counts.soft,
    large: counts.large,
    missing: counts.missing,
    marked,
  };
  const offered = reviewFilters.filter((each) => each !== 'changed' || wasRead);
  return (
    <div className="jc-tabs" role="group" aria-label={t('column.item')}>
      {offered.map((each) => (
        <button
          key={each}
          type="button"
          className="jc-tab"
          aria-pressed={each === filter}
          title={each === 'large' ? t('largeHelp') : undefined}
          onClick={() => onFilter(each)}
        >
          {t(`filter.${each}`)}
          {numbers[each] === null ? null : <span className="jc-tab__count">{numbers[each]}</span>}
        </button>
      ))}
    </div>
  );
}
