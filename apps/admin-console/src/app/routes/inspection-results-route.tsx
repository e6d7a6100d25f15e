import { EmptyState } from '@junheng/ui/plain';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { Loaded } from '../../display/loaded.tsx';
import { useMay } from '../../display/use-may.ts';
import { usePageTexts } from '../../display/use-page-texts.ts';
import { FindingsSection } from '../../features/inspect-counties/findings-section.tsx';
import { ResultsPage } from '../../features/inspect-counties/results-page.tsx';
import { inspectTexts } from '../../features/inspect-counties/texts.ts';
import { inspectionFindingsQuery, inspectionResultsQuery } from '../../server/inspections.ts';

export function InspectionResultsRoute() {
  usePageTexts(inspectTexts);
  const { t } = useTranslation('frame');
  const { inspectionId = '' } = useParams();
  const allowed = useMay()('inspections.read');
  const results = useQuery({ ...inspectionResultsQuery(inspectionId), enabled: allowed });
  const findings = useQuery({ ...inspectionFindingsQuery(inspectionId), enabled: allowed });
  if (!allowed) return <EmptyState title={t('denied.title')} description={t('denied.text')} />;
  return (
    <Loaded query={results}>
      {(read) => (
        <>
          <title>{`${read.inspectionName} · ${t('product')}`}</title>
          <ResultsPage
            results={read}
            // Results are read also while findings cannot be.
            findings={
              <Loaded query={findings}>{(found) => <FindingsSection inspection={read} findings={found} />}</Loaded>
            }
          />
        </>
      )}
    </Loaded>
  );
}
