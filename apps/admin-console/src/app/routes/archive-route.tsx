import { EmptyState } from '@junheng/ui/plain';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { Loaded } from '../../display/loaded.tsx';
import { useMay } from '../../display/use-may.ts';
import { usePageTexts } from '../../display/use-page-texts.ts';
import { ArchivePage } from '../../features/review-archive/archive-page.tsx';
import { archiveTexts } from '../../features/review-archive/texts.ts';
import { archiveQuery } from '../../server/visits.ts';

export function ArchiveRoute() {
  usePageTexts(archiveTexts);
  const { t } = useTranslation(['frame', 'archive']);
  const { inspectionId = '', schoolId = '' } = useParams();
  const allowed = useMay()('inspections.read');
  const place = { inspectionId, schoolId };
  const query = useQuery({ ...archiveQuery(place), enabled: allowed });
  if (!allowed) return <EmptyState title={t('denied.title')} description={t('denied.text')} />;
  return (
    <Loaded query={query}>
      {(index) => (
        <>
          <title>{`${t('title', { ns: 'archive' })} ${index.school.name} · ${t('product')}`}</title>
          <ArchivePage place={place} index={index} />
        </>
      )}
    </Loaded>
  );
}
