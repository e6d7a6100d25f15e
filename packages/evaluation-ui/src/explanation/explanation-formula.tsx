import type { ExplanationFormula } from '@junheng/evaluation-core';
import { useWords } from '../use-words.ts';
import { shownNumber, shownNumbers } from './shown-numbers.ts';

/** A formula with its numbers put in, the same spelt out exactly, and the decision taken on it. */
export function FormulaView({ formula }: { readonly formula: ExplanationFormula }) {
  const { t, words } = useWords();
  const { comparison, expression, result } = formula;
  return (
    <div className="ev-formula">
      <p className="ev-formula__words">{words(`formula.${formula.template}`, shownNumbers(formula.numbers))}</p>
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
