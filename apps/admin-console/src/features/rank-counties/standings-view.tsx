import type { Standings, WarningThresholds } from '@junheng/api-contract';
import { EmptyState } from '@junheng/ui/plain';
import { useMemo, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { CountyRanking } from './county-ranking.tsx';
import { CountyTiles } from './county-tiles.tsx';
import { CountyTrend } from './county-trend.tsx';
import { EarlyWarnings } from './early-warnings.tsx';
import { GroupingRanking } from './grouping-ranking.tsx';
import { ranked } from './model/ranking.ts';

export interface StandingsViewProps {
  readonly standings: Standings;
  /** The place of the year shown in `Standings.years`. */
  readonly yearIndex: number;
  readonly thresholds: WarningThresholds;
  readonly onThresholds: (thresholds: WarningThresholds) => void;
}

/** The counties of a city or province in one year, who is moving toward failing, and the years behind. */
export function StandingsView({ standings, yearIndex, thresholds, onThresholds }: StandingsViewProps) {
  const { t } = useTranslation('standings');
  const { counties, years } = standings;
  const rows = useMemo(() => ranked(counties, yearIndex), [counties, yearIndex]);
  if (counties.length === 0) return <EmptyState title={t('noCounties')} />;
  if (years.length === 0) return <EmptyState title={t('noYears')} description={t('noYearsHelp')} />;
  const evaluated = rows.flatMap(({ now }) => now ?? []);
  const count = (outcome: string) => evaluated.filter((each) => each.resourceAllocation === outcome).length;
  const earlier = years[yearIndex + 1];
  return (
    <div className="jc-stack">
      <p role="status">
        {t('summary', {
          evaluated: evaluated.length,
          total: counties.length,
          met: count('met'),
          unmet: count('unmet'),
          open: count('undetermined'),
        })}
      </p>
      <Part title={t('tiles')} note={t('tilesHelp')}>
        <CountyTiles rows={rows} />
      </Part>
      <Part title={t('warnings')} note={t('warningsHelp')}>
        <EarlyWarnings counties={counties} thresholds={thresholds} onChange={onThresholds} />
      </Part>
      <Part title={t('ranking')} note={t('rankingHelp')}>
        <CountyRanking
          rows={rows}
          regionName={standings.region.name}
          before={earlier === undefined ? null : { year: earlier, index: yearIndex + 1 }}
        />
      </Part>
      {years[yearIndex] === undefined ? null : (
        <Part title={t('groupings.title')} note={t('groupings.help')}>
          <GroupingRanking standings={standings} year={years[yearIndex]} />
        </Part>
      )}
      <Part title={t('trend')}>
        <CountyTrend standings={standings} />
      </Part>
    </div>
  );
}

function Part(props: { readonly title: string; readonly note?: string; readonly children: ReactNode }) {
  return (
    <section className="jc-part" aria-label={props.title}>
      <h2 className="jc-h2">{props.title}</h2>
      {props.note === undefined ? null : <p className="ev-muted">{props.note}</p>}
      {props.children}
    </section>
  );
}
