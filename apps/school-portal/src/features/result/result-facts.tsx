import { useTexts } from '@junheng/ui/plain';
import type { SchoolResult } from '../../api/school-results.ts';
import { useResultWords } from './use-result-words.ts';

/** Where the result comes from: when it was run and released, by whom, and its fingerprint. */
export function ResultFacts({ result }: { readonly result: SchoolResult }) {
  const { t } = useTexts('portal');
  const words = useResultWords();
  const { campuses, evaluationDate } = result;
  return (
    <div className="result__facts">
      {campuses.length === 0 ? null : (
        <p>{t('result.campuses', { names: words.list(campuses.map(({ name }) => name)) })}</p>
      )}
      <p>
        {t('result.released', { date: words.day(result.releasedAt), by: result.releasedBy })} ·{' '}
        {t('result.ran', { date: words.day(result.ranAt) })}
        {evaluationDate === null ? null : ` · ${t('result.dated', { date: words.day(evaluationDate) })}`}
      </p>
      <p className="result__hash">
        {words.of(`edition.${result.editionId}`)} · {t('result.hash')} {result.resultHash.slice(0, 16)}
      </p>
    </div>
  );
}
