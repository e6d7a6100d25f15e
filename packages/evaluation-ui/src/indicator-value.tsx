import { splitCellKey, type IndicatorEvaluation } from '@junheng/evaluation-core';
import { valueText } from '@junheng/evaluation-messages';
import { besideLimit, fractionOfNumber, grouped } from './model/display-number.ts';
import { readFraction } from './model/fraction.ts';
import { toneOfIndicator, toneTextKey } from './model/tone.ts';
import { OutcomeSign } from './outcome-sign.tsx';
import { useWords } from './use-words.ts';

export interface IndicatorValueProps {
  readonly indicator: IndicatorEvaluation;
  /** Digits after the point (the edition's `display.indicatorDecimals`); more are shown where rounding would mislead. */
  readonly digits: number;
}

/** The value as shown anywhere: rounded, but never onto the other side of its threshold. A dash when there is none. */
export function indicatorText({ indicator, digits }: IndicatorValueProps): string {
  const exact = indicator.exact === null ? null : readFraction(indicator.exact);
  const value = exact ?? (indicator.value === null ? null : fractionOfNumber(indicator.value));
  if (value === null) return '—';
  return grouped(
    besideLimit({
      value,
      limit: indicator.threshold,
      good: indicator.comparator ?? 'at-least',
      outcome: indicator.outcome,
      digits,
    }),
  );
}

/** Value and sign of one indicator of one school-stage. */
export function IndicatorValue(props: IndicatorValueProps) {
  const { words, language } = useWords();
  const { answer, cells } = props.indicator.trace;
  const tone = toneOfIndicator(props.indicator);
  return (
    <span className={`ev-value ev-value--${tone}`}>
      <OutcomeSign tone={tone} size={12} />
      <span className="ev-value__number">
        {answer === null ? indicatorText(props) : valueText(language, splitCellKey(cells[0]?.key ?? '').itemId, answer)}
      </span>
      <span className="jh-visually-hidden">{words(toneTextKey(tone))}</span>
    </span>
  );
}
