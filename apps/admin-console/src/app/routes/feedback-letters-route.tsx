import { EmptyState, PageHeader } from '@junheng/ui/plain';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Loaded } from '../../display/loaded.tsx';
import { useMay } from '../../display/use-may.ts';
import { usePageTexts } from '../../display/use-page-texts.ts';
import { LedgerTabs } from '../../features/rectify/ledger-tabs.tsx';
import { LettersView } from '../../features/rectify/letters/letters-view.tsx';
import { lettersTexts } from '../../features/rectify/letters/texts.ts';
import { rectifyTexts } from '../../features/rectify/texts.ts';
import { feedbackLettersQuery } from '../../server/feedback-letters.ts';

export function FeedbackLettersRoute() {
  usePageTexts(rectifyTexts);
  usePageTexts(lettersTexts);
  const { t } = useTranslation(['letters', 'rectify', 'frame']);
  const may = useMay();
  const allowed = may('rectifications.read');
  const query = useQuery({ ...feedbackLettersQuery, enabled: allowed });
  if (!allowed) {
    return <EmptyState title={t('denied.title', { ns: 'frame' })} description={t('denied.text', { ns: 'frame' })} />;
  }
  return (
    <div className="jc-stack">
      <title>{`${t('back')} · ${t('product', { ns: 'frame' })}`}</title>
      <PageHeader
        title={t('back')}
        subtitle={t('subtitle')}
        actions={
          may('rectifications.manage') ? (
            <Link className="jh-button jh-button--primary" to="/rectifications/letters/new">
              {t('enter')}
            </Link>
          ) : undefined
        }
      />
      <LedgerTabs />
      <Loaded query={query}>{({ letters }) => <LettersView letters={letters} />}</Loaded>
    </div>
  );
}
