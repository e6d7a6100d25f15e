import '../../features/evaluate-region/evaluate-region.css';
import type { Region, WarningThresholds } from '@junheng/api-contract';
import { EmptyState, PageHeader } from '@junheng/ui/plain';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useNavigate, useParams, useSearchParams } from 'react-router';
import { Loaded } from '../../display/loaded.tsx';
import { usePageTexts } from '../../display/use-page-texts.ts';
import { RegionJob } from '../../features/evaluate-region/region-job.tsx';
import { regionJobTexts } from '../../features/evaluate-region/texts.ts';
import { StandingsView } from '../../features/rank-counties/standings-view.tsx';
import { standingsTexts } from '../../features/rank-counties/texts.ts';
import { RecognitionSection } from '../../features/recognise-counties/recognition-section.tsx';
import { standingsQuery, type StandingsKind } from '../../server/evaluations.ts';
import { regionsQuery } from '../../server/organisations.ts';
import { sessionQuery } from '../../server/session.ts';

const kinds: readonly StandingsKind[] = [
  'self-evaluation',
  'city-review',
  'province-evaluation',
  'annual-monitoring',
  're-check',
  'special',
];

const DEFAULT_THRESHOLDS: WarningThresholds = { yearsAhead: 3, margin: 0 };

/** City and province: their counties beside each other. Which region, kind and year are in the address. */
export function RegionsRoute() {
  usePageTexts(standingsTexts);
  usePageTexts(regionJobTexts);
  const { regionId } = useParams();
  const { t } = useTranslation(['standings', 'frame']);
  const regions = useQuery(regionsQuery);
  const { data: known } = useQuery(sessionQuery);
  const held = new Set(
    (known?.session.grants ?? []).flatMap(({ place }) =>
      place.kind === 'region' || place.kind === 'unit' ? [place.regionId] : [],
    ),
  );
  return (
    <>
      <title>{`${t('counties', { ns: 'frame' })} · ${t('product', { ns: 'frame' })}`}</title>
      <Loaded query={regions}>
        {({ regions: all }) => {
          const within = all.filter((region) => region.level !== 'town' && isWithin(region, held, all));
          const region = within.find(({ id }) => id === regionId) ?? within[0];
          return region === undefined ? (
            <EmptyState title={t('noCounties')} />
          ) : (
            <OfRegion region={region} choosable={within.filter(({ level }) => level !== 'county')} />
          );
        }}
      </Loaded>
    </>
  );
}

/** From the address; what is none counts as not given. */
function thresholdsOf(query: URLSearchParams): WarningThresholds {
  const ahead = Number(query.get('ahead') ?? DEFAULT_THRESHOLDS.yearsAhead);
  const near = Number(query.get('near') ?? DEFAULT_THRESHOLDS.margin);
  return {
    yearsAhead: Number.isInteger(ahead) && ahead >= 1 && ahead <= 10 ? ahead : DEFAULT_THRESHOLDS.yearsAhead,
    margin: near >= 0 && near <= 0.5 ? near : DEFAULT_THRESHOLDS.margin,
  };
}

/** Regions come parents first; those above one's own place are known by name only. */
function isWithin(region: Region, held: ReadonlySet<string>, all: readonly Region[]): boolean {
  if (held.has(region.id)) return true;
  const parent = all.find(({ id }) => id === region.parentId);
  return parent !== undefined && isWithin(parent, held, all);
}

function OfRegion({ region, choosable }: { readonly region: Region; readonly choosable: readonly Region[] }) {
  const { t } = useTranslation(['standings', 'display']);
  const navigate = useNavigate();
  const [query, setQuery] = useSearchParams();
  const kind = kinds.find((each) => each === query.get('kind')) ?? 'self-evaluation';
  const thresholds = thresholdsOf(query);
  const standings = useQuery(standingsQuery(region.id, kind, thresholds));
  const years = standings.data?.years ?? [];
  const yearIndex = Math.max(0, years.indexOf(Number(query.get('year'))));
  const set = (changes: Readonly<Partial<Record<'kind' | 'year' | 'ahead' | 'near', string>>>) => {
    const next = new URLSearchParams(query);
    for (const [name, value] of Object.entries(changes)) next.set(name, value);
    setQuery(next, { replace: true, preventScrollReset: true });
  };
  const select = (
    label: string,
    value: string,
    options: readonly (readonly [string, string])[],
    choose: (value: string) => void,
  ) => (
    <select
      className="jh-input jc-filters__select"
      aria-label={label}
      title={label}
      value={value}
      onChange={(event) => choose(event.target.value)}
    >
      {options.map(([id, name]) => (
        <option key={id} value={id}>
          {name}
        </option>
      ))}
    </select>
  );
  return (
    <div className="jc-stack">
      <PageHeader
        title={t('title', { region: region.name })}
        subtitle={t('subtitle')}
        actions={
          <>
            {choosable.length < 2
              ? null
              : select(
                  t('region'),
                  region.id,
                  choosable.map(({ id, name }) => [id, name] as const),
                  (id) => void navigate(`/regions/${id}?${query.toString()}`),
                )}
            {select(
              t('kind'),
              kind,
              kinds.map((each) => [each, t(`round.kind.${each}`, { ns: 'display' })] as const),
              (value) => set({ kind: value }),
            )}
            {years.length === 0
              ? null
              : select(
                  t('year'),
                  String(years[yearIndex]),
                  years.map((year) => [String(year), String(year)] as const),
                  (value) => set({ year: value }),
                )}
          </>
        }
      />
      <RegionJob region={region} kind={kind} />
      <Loaded query={standings}>
        {(data) => (
          <StandingsView
            standings={data}
            yearIndex={yearIndex}
            thresholds={thresholds}
            onThresholds={({ yearsAhead, margin }) => set({ ahead: String(yearsAhead), near: String(margin) })}
          />
        )}
      </Loaded>
      <RecognitionSection key={region.id} regionId={region.id} regionName={region.name} />
    </div>
  );
}
