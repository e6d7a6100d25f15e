import { EmptyState } from '@junheng/ui/plain';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { Loaded } from '../../display/loaded.tsx';
import { useMay } from '../../display/use-may.ts';
import { usePageTexts } from '../../display/use-page-texts.ts';
import { CorrectLetter } from '../../features/rectify/letters/correct-letter.tsx';
import { lettersTexts } from '../../features/rectify/letters/texts.ts';
import { feedbackLetterQuery } from '../../server/feedback-letters.ts';

export function CorrectLetterRoute() {
  usePageTexts(lettersTexts);
  const { t } = useTranslation(['letters', 'frame']);
  const { letterId = '' } = useParams();
  const allowed = useMay()('rectifications.manage');
  const query = useQuery({ ...feedbackLetterQuery(letterId), enabled: allowed });
  if (!allowed) {
    return <EmptyState title={t('denied.title', { ns: 'frame' })} description={t('denied.text', { ns: 'frame' })} />;
  }
  return (
    <>
      <title>{`${t('correct.title')} · ${t('product', { ns: 'frame' })}`}</title>
      <Loaded query={query}>{(letter) => <CorrectLetter key={letter.revision} letter={letter} />}</Loaded>
    </>
  );
}
