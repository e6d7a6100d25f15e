import type { Standings } from '@junheng/api-contract';
import { text as words } from '@junheng/evaluation-messages';
import { percent } from '@junheng/evaluation-ui';
import { EmptyState, useLanguage } from '@junheng/ui/plain';
import { ListTable } from '@junheng/ui/table';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import { Loaded } from '../../display/loaded.tsx';
import { usePerson } from '../../display/use-person.ts';
import { groupingStandingsQuery } from '../../server/evaluations.ts';
import { countiesIn, groupingRows, kindsIn, type GroupingRow } from './model/grouping-rows.ts';

/** Areas and school groups of all counties beside each other; which kind and which county are in the address. */
export function GroupingRanking({ standings, year }: { readonly standings: Standings; readonly year: number }) {
  const { t } = useTranslation('standings');
  const query = useQuery(groupingStandingsQuery(standings.region.id, standings.kind, year));
  return (
    <Loaded query={query}>
      {({ standings: found }) =>
        found.length === 0 ? (
          <EmptyState title={t('groupings.none')} description={t('groupings.noneHelp')} />
        ) : (
          <Compared found={found} regionName={standings.region.name} />
        )
      }
    </Loaded>
  );
}

function Compared(props: { readonly found: Parameters<typeof groupingRows>[0]; readonly regionName: string }) {
  const { t } = useTranslation(['standings', 'display']);
  const { language } = useLanguage();
  const person = usePerson();
  const [query, setQuery] = useSearchParams();
  const { found, regionName } = props;
  const kinds = kindsIn(found);
  const counties = countiesIn(found);
  const kind = kinds.find((each) => each === query.get('grouping')) ?? kinds[0];
  const county = counties.find(({ id }) => id === query.get('county')) ?? null;
  if (kind === undefined) return null;
  const rows = groupingRows(found, kind, county?.id ?? null);
  const set = (name: string, value: string) => {
    const next = new URLSearchParams(query);
    if (value === '') next.delete(name);
    else next.set(name, value);
    setQuery(next, { replace: true, preventScrollReset: true });
  };
  const kindName = t(`grouping.kind.${kind}`, { ns: 'display' });
  const nameOf = ({ grouping }: GroupingRow) => grouping?.name ?? t('groupings.outside');
  const weakestOf = ({ weakest }: GroupingRow) =>
    weakest === null
      ? null
      : t('groupings.weakestOf', {
          name: words(language, `indicator.${weakest.indicatorId}.short`),
          count: weakest.unmet,
        });
  const open = ({ schoolStages, met, unmet }: GroupingRow) => schoolStages - met - unmet;
  return (
    <ListTable
      person={person}
      table="grouping-ranking"
      caption={t('groupings.title')}
      fileName={`${kindName} ${county?.name ?? regionName}`}
      rows={rows}
      rowKey={({ key }) => key}
      filters={
        <>
          <select
            className="jh-input jc-filters__select"
            aria-label={t('groupings.kind')}
            value={kind}
            onChange={(event) => set('grouping', event.target.value)}
          >
            {kinds.map((each) => (
              <option key={each} value={each}>
                {t(`grouping.kind.${each}`, { ns: 'display' })}
              </option>
            ))}
          </select>
          {counties.length < 2 ? null : (
            <select
              className="jh-input jc-filters__select"
              aria-label={t('groupings.county')}
              value={county?.id ?? ''}
              onChange={(event) => set('county', event.target.value)}
            >
              <option value="">{t('groupings.allCounties')}</option>
              {counties.map(({ id, name }) => (
                <option key={id} value={id}>
                  {name}
                </option>
              ))}
            </select>
          )}
        </>
      }
      columns={[
        {
          id: 'name',
          title: t('groupings.name'),
          value: nameOf,
          head: true,
          render: (row) =>
            row.grouping === null ? (
              nameOf(row)
            ) : (
              <Link className="jc-table__link" to={`/groupings/${row.grouping.id}`}>
                {row.grouping.name}
              </Link>
            ),
        },
        { id: 'place', title: t('column.rank'), value: ({ place }) => place, numeric: true },
        {
          id: 'county',
          title: t('column.county'),
          value: (row) => row.county.name,
          render: (row) => (
            <Link className="jc-table__link" to={`/rounds/${row.roundId}/evaluations/${row.evaluationId}`}>
              {row.county.name}
            </Link>
          ),
        },
        { id: 'city', title: t('column.city'), value: (row) => row.county.parentName, hiddenAtFirst: true },
        { id: 'schools', title: t('groupings.schools'), value: ({ schools }) => schools, numeric: true },
        {
          id: 'met',
          title: t('column.schools'),
          value: ({ met }) => met,
          render: ({ met, schoolStages }) => `${met}/${schoolStages}`,
          exported: ({ met, schoolStages }) => `${met}/${schoolStages}`,
          numeric: true,
        },
        {
          id: 'share',
          title: t('groupings.share'),
          value: ({ shareMet }) => shareMet,
          render: ({ shareMet }) => (shareMet === null ? '—' : percent(shareMet)),
          numeric: true,
        },
        { id: 'open', title: t('groupings.open'), value: open, numeric: true },
        { id: 'weakest', title: t('groupings.weakest'), value: weakestOf },
        {
          id: 'leader',
          title: t('groupings.leader'),
          value: ({ grouping }) => grouping?.leaderName ?? null,
          hiddenAtFirst: true,
        },
      ]}
    />
  );
}
