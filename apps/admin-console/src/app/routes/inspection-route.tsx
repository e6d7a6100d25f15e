import { EmptyState } from '@junheng/ui/plain';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { usePageTexts } from '../../display/use-page-texts.ts';
import { inspectTexts } from '../../features/inspect-counties/texts.ts';
import { Loaded } from '../../display/loaded.tsx';
import { useMay } from '../../display/use-may.ts';
import { InspectionPage } from '../../features/inspect-counties/inspection-page.tsx';
import { inspectionQuery } from '../../server/inspections.ts';

export function InspectionRoute() {
  usePageTexts(inspectTexts);
  const { t } = useTranslation('frame');
  const { inspectionId = '' } = useParams();
  const allowed = useMay()('inspections.read');
  const query = useQuery({ ...inspectionQuery(inspectionId), enabled: allowed });
  if (!allowed) return <EmptyState title={t('denied.title')} description={t('denied.text')} />;
  return (
    <Loaded query={query}>
      {(inspection) => (
        <>
          <title>{`${inspection.name} · ${t('product')}`}</title>
          <InspectionPage inspection={inspection} />
        </>
      )}
    </Loaded>
  );
}
