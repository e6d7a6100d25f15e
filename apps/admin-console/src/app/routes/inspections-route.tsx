import { EmptyState } from '@junheng/ui/plain';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { usePageTexts } from '../../display/use-page-texts.ts';
import { inspectTexts } from '../../features/inspect-counties/texts.ts';
import { Loaded } from '../../display/loaded.tsx';
import { useMay } from '../../display/use-may.ts';
import { InspectionList } from '../../features/inspect-counties/inspection-list.tsx';
import { InspectionTabs } from '../inspection-tabs.tsx';
import { inspectionsQuery } from '../../server/inspections.ts';

export function InspectionsRoute() {
  usePageTexts(inspectTexts);
  const { t } = useTranslation('frame');
  const allowed = useMay()('inspections.read');
  const query = useQuery({ ...inspectionsQuery, enabled: allowed });
  if (!allowed) return <EmptyState title={t('denied.title')} description={t('denied.text')} />;
  return (
    <>
      <title>{`${t('inspection')} · ${t('product')}`}</title>
      <InspectionTabs />
      <Loaded query={query}>{({ inspections }) => <InspectionList inspections={inspections} />}</Loaded>
    </>
  );
}
