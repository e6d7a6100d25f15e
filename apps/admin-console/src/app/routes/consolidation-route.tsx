import { EmptyState } from '@junheng/ui/plain';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { Loaded } from '../../display/loaded.tsx';
import { useMay } from '../../display/use-may.ts';
import { usePageTexts } from '../../display/use-page-texts.ts';
import { ConsolidationPage } from '../../features/consolidate-inspection/consolidation-page.tsx';
import { consolidateTexts } from '../../features/consolidate-inspection/texts.ts';
import { consolidationQuery } from '../../server/consolidation.ts';

export function ConsolidationRoute() {
  usePageTexts(consolidateTexts);
  const { t } = useTranslation(['frame', 'consolidate']);
  const { inspectionId = '' } = useParams();
  const allowed = useMay()('inspections.read');
  const query = useQuery({ ...consolidationQuery(inspectionId), enabled: allowed });
  if (!allowed) return <EmptyState title={t('denied.title')} description={t('denied.text')} />;
  return (
    <Loaded query={query}>
      {(view) => (
        <>
          <title>{`${t('title', { ns: 'consolidate' })} ${view.inspectionName} · ${t('product')}`}</title>
          <ConsolidationPage view={view} />
        </>
      )}
    </Loaded>
  );
}
