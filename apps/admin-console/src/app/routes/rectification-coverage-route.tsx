import { text as words } from '@junheng/evaluation-messages';
import { EmptyState, PageHeader, useLanguage } from '@junheng/ui/plain';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { Loaded } from '../../display/loaded.tsx';
import { useMay } from '../../display/use-may.ts';
import { usePageTexts } from '../../display/use-page-texts.ts';
import { CoverageView } from '../../features/rectify/coverage-page.tsx';
import { LedgerTabs } from '../../features/rectify/ledger-tabs.tsx';
import { rectifyTexts } from '../../features/rectify/texts.ts';
import { coverageQuery, rectificationsQuery } from '../../server/rectifications.ts';

interface Basis {
  readonly countyId: string;
  readonly countyName: string;
  readonly editionId: string;
}

/** Whether every problem of a county has a measure that reaches the standard. County and standard are in the address. */
export function RectificationCoverageRoute() {
  usePageTexts(rectifyTexts);
  const { t } = useTranslation(['rectify', 'frame']);
  const allowed = useMay()('rectifications.read');
  const list = useQuery({ ...rectificationsQuery, enabled: allowed });
  const title = t('rectification', { ns: 'frame' });
  if (!allowed) {
    return <EmptyState title={t('denied.title', { ns: 'frame' })} description={t('denied.text', { ns: 'frame' })} />;
  }
  return (
    <div className="jc-stack">
      <title>{`${title} · ${t('product', { ns: 'frame' })}`}</title>
      <Loaded query={list}>
        {({ rows }) => {
          const found = new Map(
            rows.flatMap(({ county, editionId, sources }): readonly (readonly [string, Basis])[] =>
              editionId !== null && sources.some(({ kind }) => kind === 'evaluation')
                ? [[`${county.id} ${editionId}`, { countyId: county.id, countyName: county.name, editionId }]]
                : [],
            ),
          );
          return <Coverage bases={[...found.values()]} />;
        }}
      </Loaded>
    </div>
  );
}

function Coverage({ bases }: { readonly bases: readonly Basis[] }) {
  const { t } = useTranslation('rectify');
  const { language } = useLanguage();
  const [address, setAddress] = useSearchParams();
  const key = (basis: Basis) => `${basis.countyId} ${basis.editionId}`;
  const basis = bases.find((each) => key(each) === address.get('of')) ?? bases[0];
  const query = useQuery({
    ...coverageQuery(basis?.countyId ?? '', basis?.editionId ?? ''),
    enabled: basis !== undefined,
  });
  return (
    <>
      <PageHeader
        title={t('tab.coverage')}
        subtitle={
          basis === undefined ? t('subtitle') : `${basis.countyName} · ${words(language, `edition.${basis.editionId}`)}`
        }
        actions={
          bases.length < 2 ? undefined : (
            <select
              className="jh-input jc-filters__select"
              aria-label={t('coverage.edition')}
              value={basis === undefined ? '' : key(basis)}
              onChange={(event) => setAddress({ of: event.target.value }, { replace: true })}
            >
              {bases.map((each) => (
                <option key={key(each)} value={key(each)}>
                  {each.countyName} · {words(language, `edition.${each.editionId}`)}
                </option>
              ))}
            </select>
          )
        }
      />
      <LedgerTabs />
      {basis === undefined ? (
        <EmptyState title={t('empty')} description={t('coverage.notYet')} />
      ) : (
        <Loaded query={query}>{(coverage) => <CoverageView coverage={coverage} />}</Loaded>
      )}
    </>
  );
}
