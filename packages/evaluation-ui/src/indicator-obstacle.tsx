import type { Edition, IndicatorEvaluation } from '@junheng/evaluation-core';
import { indicatorText } from './indicator-value.tsx';
import { grouped } from './model/display-number.ts';
import type { Shortfall } from './model/shortfall.ts';
import { toneOfIndicator } from './model/tone.ts';
import { OutcomeSign } from './outcome-sign.tsx';
import { indicatorShortName, useWords } from './use-words.ts';

/** One unmet indicator in plain words: what is lacking, and what is there. */
export function IndicatorObstacle(props: {
  readonly indicator: IndicatorEvaluation;
  readonly shortfall: Shortfall | null;
  readonly edition: Edition;
}) {
  const { t, words, language } = useWords();
  const { indicator, shortfall, edition } = props;
  const unit = shortfall === null ? '' : words(`unit.${shortfall.unit}`);
  const value = indicatorText({ indicator, digits: edition.display.indicatorDecimals });
  return (
    <span className="ev-obstacles__what">
      <OutcomeSign tone={toneOfIndicator(indicator)} size={11} />
      <b>{indicatorShortName(language, indicator.indicatorId)}</b>{' '}
      {shortfall === null ? null : (
        <>
          {t('obstacles.lacks', { amount: grouped(shortfall.amount), unit })}
          {shortfall.forWholeSchool === null
            ? null
            : t('obstacles.lacksWhole', { amount: grouped(shortfall.forWholeSchool), unit })}
        </>
      )}
      <span className="ev-muted">
        {' '}
        {t('obstacles.value', { value, threshold: grouped(indicator.threshold) })}
        {indicator.aboveFloor === false ? ` · ${t('obstacles.belowFloor', { floor: grouped(indicator.floor) })}` : null}
      </span>
    </span>
  );
}
