import type { OutOfScope } from '@junheng/evaluation-core';
import { useTexts } from '@junheng/ui/plain';
import { useResultWords } from './use-result-words.ts';

/** Why the school, or a stage of it, is not evaluated. */
export function OutOfScopeNote({ parts }: { readonly parts: readonly OutOfScope[] }) {
  const { t } = useTexts('portal');
  const words = useResultWords();
  if (parts.length === 0) return null;
  return (
    <section className="result__part" aria-labelledby="result-out">
      <h2 className="result__title" id="result-out">
        {t('result.outTitle')}
      </h2>
      <ul className="result__list">
        {parts.map(({ stage, reason, facts }) => (
          <li key={`${stage ?? ''} ${reason}`}>
            <strong>{stage === null ? t('result.outWhole') : words.of(`stage.${stage}`)}</strong>{' '}
            {words.of(`out-of-scope.${reason}`, facts)}
          </li>
        ))}
      </ul>
    </section>
  );
}
