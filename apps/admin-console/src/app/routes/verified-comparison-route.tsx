import type { ConsolidatedCounty } from '@junheng/api-contract';
import { EmptyState, Notice, PageHeader } from '@junheng/ui/plain';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { Loaded } from '../../display/loaded.tsx';
import { useMay } from '../../display/use-may.ts';
import { usePageTexts } from '../../display/use-page-texts.ts';
import { ComparisonView } from '../../features/compare-runs/comparison-view.tsx';
import { compareTexts } from '../../features/compare-runs/texts.ts';
import { ChangedCells } from '../../features/consolidate-inspection/changed-cells.tsx';
import { consolidateTexts } from '../../features/consolidate-inspection/texts.ts';
import { VerdictHolds } from '../../features/consolidate-inspection/verdict-holds.tsx';
import { consolidationQuery } from '../../server/consolidation.ts';
import { comparisonQuery } from '../../server/evaluations.ts';
import '../../features/consolidate-inspection/consolidation.css';

/** Reported and verified data side by side: does the verdict hold, and if not, because of which cells? */
export function VerifiedComparisonRoute() {
  usePageTexts(consolidateTexts);
  usePageTexts(compareTexts);
  const { t } = useTranslation(['consolidate', 'frame']);
  const { inspectionId = '', countyId = '' } = useParams();
  const allowed = useMay()('inspections.read');
  const query = useQuery({ ...consolidationQuery(inspectionId), enabled: allowed });
  if (!allowed) {
    return <EmptyState title={t('denied.title', { ns: 'frame' })} description={t('denied.text', { ns: 'frame' })} />;
  }
  return (
    <Loaded query={query}>
      {(view) => {
        const county = view.completed?.counties.find((each) => each.countyId === countyId);
        return (
          <div className="jc-stack">
            <title>{`${t('verdict.title')} · ${t('product', { ns: 'frame' })}`}</title>
            <PageHeader
              above={<Link to={`/inspections/${inspectionId}/consolidation`}>{t('verdict.backTo')}</Link>}
              title={t('verdict.title')}
              subtitle={[view.inspectionName, county?.name].filter((each) => each !== undefined).join(' · ')}
            />
            {view.completed === null || view.completed.outdated.length === 0 ? null : (
              <Notice tone="warning" title={t('outdatedTitle')}>
                {view.completed.outdated.map((fault) => t(`outdatedWhy.${fault}`)).join(' ')}
              </Notice>
            )}
            {county === undefined || county.runs === null ? (
              <EmptyState title={t('verdict.missing')} />
            ) : (
              <Compared county={county} runs={county.runs} />
            )}
          </div>
        );
      }}
    </Loaded>
  );
}

function Compared(props: {
  readonly county: ConsolidatedCounty;
  readonly runs: NonNullable<ConsolidatedCounty['runs']>;
}) {
  const { t } = useTranslation('consolidate');
  const { county, runs } = props;
  const query = useQuery(comparisonQuery(runs.reportedId, runs.verifiedId));
  return (
    <Loaded query={query}>
      {(compared) => (
        <>
          <VerdictHolds compared={compared} />
          <section className="jc-part">
            <h2 className="jc-h2">{t('verdict.cells')}</h2>
            <div className="jc-surface jc-padded">
              <ChangedCells county={county} />
            </div>
          </section>
          <ComparisonView compared={compared} />
        </>
      )}
    </Loaded>
  );
}
