import { EmptyState, PageHeader } from '@junheng/ui/plain';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { Loaded } from '../../display/loaded.tsx';
import { useMay } from '../../display/use-may.ts';
import { usePageTexts } from '../../display/use-page-texts.ts';
import { LedgerTabs } from '../../features/rectify/ledger-tabs.tsx';
import { filterOf } from '../../features/rectify/model/summary-filter.ts';
import { SummaryFilters } from '../../features/rectify/summary-filters.tsx';
import { SummaryView } from '../../features/rectify/summary-view.tsx';
import { rectifyTexts } from '../../features/rectify/texts.ts';
import { rectificationSummaryQuery } from '../../server/rectifications.ts';

export function RectificationSummaryRoute() {
  usePageTexts(rectifyTexts);
  const { t } = useTranslation(['rectify', 'frame']);
  const allowed = useMay()('rectifications.read');
  const [address] = useSearchParams();
  const query = useQuery({ ...rectificationSummaryQuery(filterOf(address)), enabled: allowed });
  const { data: all } = useQuery({ ...rectificationSummaryQuery({}), enabled: allowed });
  if (!allowed) {
    return <EmptyState title={t('denied.title', { ns: 'frame' })} description={t('denied.text', { ns: 'frame' })} />;
  }
  return (
    <div className="jc-stack">
      <title>{`${t('tab.summary')} · ${t('product', { ns: 'frame' })}`}</title>
      <PageHeader title={t('tab.summary')} subtitle={t('summary.subtitle')} />
      <LedgerTabs />
      <SummaryFilters all={all} />
      <Loaded query={query}>{(summary) => <SummaryView summary={summary} />}</Loaded>
    </div>
  );
}
