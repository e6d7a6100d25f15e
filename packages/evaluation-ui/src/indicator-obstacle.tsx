import type { Edition, IndicatorEvaluation, Shortfall } from '@junheng/evaluation-core';
import { lackText } from '@junheng/evaluation-messages';
import { indicatorText } from './indicator-value.tsx';
import { grouped } from './model/display-number.ts';
import { toneOfIndicator } from './model/tone.ts';
import { OutcomeSign } from './outcome-sign.tsx';
import { indicatorShortName, useWords } from './use-words.ts';

/** One unmet indicator in plain words: what is lacking, and what is there. */
export function IndicatorObstacle(props: {
  readonly indicator: IndicatorEvaluation;
  readonly shortfall: Shortfall | null;
  readonly edition: Edition;
}) {
  const { t, language } = useWords();
  const { indicator, shortfall, edition } = props;
  const value = indicatorText({ indicator, digits: edition.display.indicatorDecimals });
  return (
    <span className="ev-obstacles__what">
      <OutcomeSign tone={toneOfIndicator(indicator)} size={11} />
      <b>{indicatorShortName(language, indicator.indicatorId)}</b>{' '}
      {shortfall === null ? null : (
        <>
          {lackText(language, shortfall)}
          {shortfall.ofStage === null ? null : t('obstacles.wholeSchool')}
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
