import type { ExplanationFormula, Outcome } from '@junheng/evaluation-core';
import { useWords } from '../use-words.ts';
import type { NumberUnits } from './number-units.ts';
import { shownNumbers, withUnit, withoutFactorsOfOne, withOneSign } from './shown-numbers.ts';

/** A formula with its numbers put in, the same spelt out exactly, and the decision taken on it. */
export function FormulaView({
  formula,
  outcome,
  units,
}: {
  readonly formula: ExplanationFormula;
  readonly outcome: Outcome | null;
  readonly units: NumberUnits;
}) {
  const { t, words } = useWords();
  const { expression, result } = formula;
  // Enough indicators met, and yet unmet because one lies below the floor: half a decision would read as the whole.
  const comparison = outcome === 'unmet' && formula.comparison?.holds === true ? null : formula.comparison;
  const sentence = withoutFactorsOfOne(words(`formula.${formula.template}`, shownNumbers(formula.numbers, units.of)));
  const squared = formula.template === 'coefficient-of-variation' ? t('explanation.squared') : '';
  return (
    <div className="ev-formula">
      <p className="ev-formula__words">{withOneSign(sentence)}</p>
      {expression === null ? null : (
        <details className="ev-formula__exact">
          <summary>{t('explanation.spelled')}</summary>
          <code>
            {expression}
            {result === null ? null : ` = ${result}`}
          </code>
        </details>
      )}
      {comparison === null ? null : (
        <p className={`ev-formula__decision ev-formula__decision--${comparison.holds ? 'holds' : 'fails'}`}>
          {withOneSign(
            squared +
              t(`explanation.compare${comparison.relation}`, {
                value: result === null ? '' : withUnit(result, units.result),
                limit: withUnit(comparison.limit, units.result),
              }),
          )}
          {' · '}
          {t(comparison.holds ? 'explanation.holds' : 'explanation.fails')}
        </p>
      )}
    </div>
  );
}
