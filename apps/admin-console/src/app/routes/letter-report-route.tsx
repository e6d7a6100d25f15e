import { EmptyState } from '@junheng/ui/plain';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { Loaded } from '../../display/loaded.tsx';
import { useMay } from '../../display/use-may.ts';
import { usePageTexts } from '../../display/use-page-texts.ts';
import { ReportPage } from '../../features/rectify/letters/report-page.tsx';
import { lettersTexts } from '../../features/rectify/letters/texts.ts';
import { letterReportQuery } from '../../server/feedback-letters.ts';

export function LetterReportRoute() {
  usePageTexts(lettersTexts);
  const { t } = useTranslation(['letters', 'frame']);
  const { letterId = '' } = useParams();
  const allowed = useMay()('rectifications.read');
  const query = useQuery({ ...letterReportQuery(letterId), enabled: allowed });
  if (!allowed) {
    return <EmptyState title={t('denied.title', { ns: 'frame' })} description={t('denied.text', { ns: 'frame' })} />;
  }
  return (
    <>
      <title>{`${t('report.title')} · ${t('product', { ns: 'frame' })}`}</title>
      <Loaded query={query}>{(report) => <ReportPage report={report} />}</Loaded>
    </>
  );
}
