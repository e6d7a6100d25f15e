import { EmptyState } from '@junheng/ui/plain';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Loaded } from '../../display/loaded.tsx';
import { useMay } from '../../display/use-may.ts';
import { usePageTexts } from '../../display/use-page-texts.ts';
import { ChecklistsPage } from '../../features/write-checklists/checklists-page.tsx';
import { checklistsTexts } from '../../features/write-checklists/texts.ts';
import { checklistsQuery } from '../../server/checklists.ts';
import { InspectionTabs } from '../inspection-tabs.tsx';

export function ChecklistsRoute() {
  usePageTexts(checklistsTexts);
  const { t } = useTranslation('frame');
  const allowed = useMay()('inspections.read');
  const query = useQuery({ ...checklistsQuery, enabled: allowed });
  if (!allowed) return <EmptyState title={t('denied.title')} description={t('denied.text')} />;
  return (
    <>
      <title>{`${t('inspections.checklists')} · ${t('product')}`}</title>
      <InspectionTabs />
      <Loaded query={query}>{({ checklists }) => <ChecklistsPage checklists={checklists} />}</Loaded>
    </>
  );
}
