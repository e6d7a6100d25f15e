import type { FeedbackLetter } from '@junheng/api-contract';
import { EmptyState } from '@junheng/ui/plain';
import { useQueries, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { Loaded } from '../../display/loaded.tsx';
import { RefusalNotice } from '../../display/refusal-notice.tsx';
import { useMay } from '../../display/use-may.ts';
import { usePageTexts } from '../../display/use-page-texts.ts';
import { LetterPage } from '../../features/rectify/letters/letter-page.tsx';
import { basesOf } from '../../features/rectify/letters/model/letter-coverage.ts';
import { lettersTexts } from '../../features/rectify/letters/texts.ts';
import { rectifyTexts } from '../../features/rectify/texts.ts';
import { feedbackLetterQuery } from '../../server/feedback-letters.ts';
import { coverageQuery } from '../../server/rectifications.ts';

export function FeedbackLetterRoute() {
  usePageTexts(rectifyTexts);
  usePageTexts(lettersTexts);
  const { t } = useTranslation(['letters', 'frame']);
  const { letterId = '' } = useParams();
  const allowed = useMay()('rectifications.read');
  const query = useQuery({ ...feedbackLetterQuery(letterId), enabled: allowed });
  if (!allowed) {
    return <EmptyState title={t('denied.title', { ns: 'frame' })} description={t('denied.text', { ns: 'frame' })} />;
  }
  return (
    <>
      <title>{`${t('head.title')} · ${t('product', { ns: 'frame' })}`}</title>
      <Loaded query={query}>{(letter) => <Letter letter={letter} />}</Loaded>
    </>
  );
}

/** With what the core says of the measures, for each standard that its rows are of. */
function Letter({ letter }: { readonly letter: FeedbackLetter }) {
  const queries = useQueries({
    queries: basesOf(letter).map(({ countyId, editionId }) => coverageQuery(countyId, editionId)),
  });
  const error = queries.find((query) => query.error !== null)?.error ?? null;
  const coverages = queries.flatMap(({ data }) => data ?? []);
  return (
    <>
      <RefusalNotice error={error} />
      <LetterPage letter={letter} coverages={coverages.length < queries.length ? null : coverages} />
    </>
  );
}
