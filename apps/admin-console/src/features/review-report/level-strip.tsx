import type { ReportReview } from '@junheng/api-contract';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../display/use-format.ts';

/** The levels one after the other, which of them have passed it on, and with which it lies; nothing where there is but one. */
export function LevelStrip({ review }: { readonly review: ReportReview }) {
  const { t } = useTranslation('review');
  const { instant } = useFormat();
  const { levels, level, status, firstApproval } = review;
  const place = status === 'approved' ? levels.length : level === null ? -1 : levels.indexOf(level);
  if (levels.length < 2 && !review.twoPersonReview) return null;
  return (
    <div className="jc-levels">
      <ol className="jc-levels__steps" aria-label={t('levels.label')}>
        {levels.map((each, index) => {
          const state = index < place ? 'done' : index === place ? 'now' : 'later';
          return (
            <li
              key={each}
              className={`jc-levels__step jc-levels__step--${state}`}
              aria-current={state === 'now' ? 'step' : undefined}
            >
              {t(`level.${each}`)}
              <span className="jc-small">{t(`levels.${state}`)}</span>
            </li>
          );
        })}
      </ol>
      {review.twoPersonReview && status === 'submitted' ? (
        <p className="jc-small ev-muted">
          {firstApproval === null
            ? t('levels.twoPersons')
            : t(firstApproval.own ? 'levels.firstOwn' : 'levels.first', {
                by: firstApproval.by,
                at: instant(firstApproval.at),
              })}
        </p>
      ) : null}
    </div>
  );
}
