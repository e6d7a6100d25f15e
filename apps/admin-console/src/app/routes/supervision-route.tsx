import { EmptyState } from '@junheng/ui/plain';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Loaded } from '../../display/loaded.tsx';
import { useMay } from '../../display/use-may.ts';
import { usePageTexts } from '../../display/use-page-texts.ts';
import { SupervisionPage } from '../../features/visit-regularly/supervision-page.tsx';
import { supervisionTexts } from '../../features/visit-regularly/texts.ts';
import { supervisionQuery } from '../../server/supervision.ts';
import { InspectionTabs } from '../inspection-tabs.tsx';

export function SupervisionRoute() {
  usePageTexts(supervisionTexts);
  const { t } = useTranslation('frame');
  const allowed = useMay()('supervision.read');
  const query = useQuery({ ...supervisionQuery, enabled: allowed });
  if (!allowed) return <EmptyState title={t('denied.title')} description={t('denied.text')} />;
  return (
    <>
      <title>{`${t('inspections.supervision')} · ${t('product')}`}</title>
      <InspectionTabs />
      <Loaded query={query}>{(supervision) => <SupervisionPage supervision={supervision} />}</Loaded>
    </>
  );
}
