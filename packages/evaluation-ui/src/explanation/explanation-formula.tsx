import type { ExplanationFormula, Outcome } from '@junheng/evaluation-core';
import { useWords } from '../use-words.ts';
import { shownNumber, shownNumbers } from './shown-numbers.ts';

/** A formula with its numbers put in, the same spelt out exactly, and the decision taken on it. */
export function FormulaView({
  formula,
  outcome,
}: {
  readonly formula: ExplanationFormula;
  readonly outcome: Outcome | null;
}) {
  const { t, words } = useWords();
  const { expression, result } = formula;
  // Enough indicators met, and yet unmet because one lies below the floor: half a decision would read as the whole.
  const comparison = outcome === 'unmet' && formula.comparison?.holds === true ? null : formula.comparison;
  // Factors of one say nothing.
  const sentence = words(`formula.${formula.template}`, shownNumbers(formula.numbers)).replace(/^(?:1 × )+/, '');
  return (
    <div className="ev-formula">
      <p className="ev-formula__words">{sentence}</p>
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
          {formula.template === 'coefficient-of-variation' ? t('explanation.squared') : null}
          {t(`explanation.compare${comparison.relation}`, {
            value: result === null ? '' : String(shownNumber(result)),
            limit: comparison.limit,
          })}
          {' · '}
          {t(comparison.holds ? 'explanation.holds' : 'explanation.fails')}
        </p>
      )}
    </div>
  );
}
