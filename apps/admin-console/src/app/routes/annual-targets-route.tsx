import { Button, EmptyState, PageHeader } from '@junheng/ui/plain';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { Loaded } from '../../display/loaded.tsx';
import { useMay } from '../../display/use-may.ts';
import { usePageTexts } from '../../display/use-page-texts.ts';
import { LedgerTabs } from '../../features/rectify/ledger-tabs.tsx';
import { SetTargetDialog } from '../../features/rectify/targets/set-target-dialog.tsx';
import { TargetsView } from '../../features/rectify/targets/targets-view.tsx';
import { targetsTexts } from '../../features/rectify/targets/texts.ts';
import { rectifyTexts } from '../../features/rectify/texts.ts';
import { annualTargetsQuery } from '../../server/annual-targets.ts';
import { regionsQuery } from '../../server/organisations.ts';

/** A year's targets. The county stands in the address. */
export function AnnualTargetsRoute() {
  usePageTexts(rectifyTexts);
  usePageTexts(targetsTexts);
  const { t } = useTranslation(['targets', 'frame']);
  const may = useMay();
  const allowed = may('rectifications.read');
  const [address, setAddress] = useSearchParams();
  const [setting, setSetting] = useState(false);
  const { data } = useQuery(regionsQuery);
  const counties = (data?.regions ?? []).filter(({ level }) => level === 'county');
  const county = counties.find(({ id }) => id === address.get('county')) ?? counties[0];
  const query = useQuery({ ...annualTargetsQuery(county?.id ?? ''), enabled: allowed && county !== undefined });
  if (!allowed) {
    return <EmptyState title={t('denied.title', { ns: 'frame' })} description={t('denied.text', { ns: 'frame' })} />;
  }
  return (
    <div className="jc-stack">
      <title>{`${t('title')} · ${t('product', { ns: 'frame' })}`}</title>
      <PageHeader
        title={t('title')}
        subtitle={t('subtitle')}
        actions={
          <>
            {counties.length < 2 ? null : (
              <select
                className="jh-input jc-filters__select"
                aria-label={t('county')}
                value={county?.id ?? ''}
                onChange={(event) => setAddress({ county: event.target.value }, { replace: true })}
              >
                {counties.map(({ id, name }) => (
                  <option key={id} value={id}>
                    {name}
                  </option>
                ))}
              </select>
            )}
            {may('rectifications.manage') && county !== undefined ? (
              <Button variant="primary" onClick={() => setSetting(true)}>
                {t('set.title')}
              </Button>
            ) : null}
          </>
        }
      />
      <LedgerTabs />
      <Loaded query={query}>{({ targets }) => <TargetsView targets={targets} />}</Loaded>
      {setting && county !== undefined ? (
        <SetTargetDialog countyId={county.id} onClose={() => setSetting(false)} />
      ) : null}
    </div>
  );
}
