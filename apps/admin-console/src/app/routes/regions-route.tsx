import type { Region } from '@junheng/api-contract';
import { EmptyState, PageHeader } from '@junheng/ui/plain';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useNavigate, useParams, useSearchParams } from 'react-router';
import { Loaded } from '../../display/loaded.tsx';
import { usePageTexts } from '../../display/use-page-texts.ts';
import { StandingsView } from '../../features/rank-counties/standings-view.tsx';
import { standingsTexts } from '../../features/rank-counties/texts.ts';
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

/** City and province: their counties beside each other. Which region, kind and year are in the address. */
export function RegionsRoute() {
  usePageTexts(standingsTexts);
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
  const standings = useQuery(standingsQuery(region.id, kind));
  const years = standings.data?.years ?? [];
  const yearIndex = Math.max(0, years.indexOf(Number(query.get('year'))));
  const set = (name: 'kind' | 'year', value: string) => {
    const next = new URLSearchParams(query);
    next.set(name, value);
    setQuery(next, { replace: true });
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
              (value) => set('kind', value),
            )}
            {years.length === 0
              ? null
              : select(
                  t('year'),
                  String(years[yearIndex]),
                  years.map((year) => [String(year), String(year)] as const),
                  (value) => set('year', value),
                )}
          </>
        }
      />
      <Loaded query={standings}>{(data) => <StandingsView standings={data} yearIndex={yearIndex} />}</Loaded>
    </div>
  );
}
