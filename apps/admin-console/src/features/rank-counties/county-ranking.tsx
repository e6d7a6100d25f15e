import { text as words } from '@junheng/evaluation-messages';
import { OutcomeMark, percent, toneOfOutcome } from '@junheng/evaluation-ui';
import { useLanguage } from '@junheng/ui/plain';
import { ListTable } from '@junheng/ui/table';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { usePerson } from '../../display/use-person.ts';
import type { RankedCounty } from './model/ranking.ts';

export interface CountyRankingProps {
  readonly rows: readonly RankedCounty[];
  readonly regionName: string;
  /** The year before the one shown, by its place in `Standings.years`; null where there is none. */
  readonly before: { readonly year: number; readonly index: number } | null;
}

/** Every county with its place; the name leads to the county's page. */
export function CountyRanking({ rows, regionName, before }: CountyRankingProps) {
  const { t } = useTranslation('standings');
  const { language } = useLanguage();
  const person = usePerson();
  const outcome = (of: 'met' | 'unmet' | 'undetermined' | 'not-applicable' | undefined) =>
    of === undefined ? null : words(language, `outcome.${of}`);
  const mark = (of: 'met' | 'unmet' | 'undetermined' | 'not-applicable' | undefined) =>
    of === undefined ? '—' : <OutcomeMark tone={toneOfOutcome(of)} />;
  const part = (met: number | undefined, all: number | undefined) =>
    met === undefined || all === undefined || all === 0 ? null : met / all;
  return (
    <ListTable
      person={person}
      table="county-ranking"
      caption={t('ranking')}
      fileName={`${t('ranking')} ${regionName}`}
      rows={rows}
      rowKey={({ county }) => county.regionId}
      columns={[
        {
          id: 'county',
          title: t('column.county'),
          value: ({ county }) => county.name,
          head: true,
          render: ({ county, now }) =>
            now === null ? (
              county.name
            ) : (
              <Link className="jc-table__link" to={`/rounds/${now.roundId}/evaluations/${now.evaluationId}`}>
                {county.name}
              </Link>
            ),
        },
        { id: 'rank', title: t('column.rank'), value: ({ rank }) => rank, numeric: true },
        { id: 'city', title: t('column.city'), value: ({ county }) => county.parentName },
        {
          id: 'outcome',
          title: t('column.outcome'),
          value: ({ now }) => outcome(now?.resourceAllocation),
          render: ({ now }) => mark(now?.resourceAllocation),
        },
        ...(before === null
          ? []
          : [
              {
                id: 'before',
                title: t('column.before', { year: before.year }),
                value: ({ county }: RankedCounty) => outcome(county.years[before.index]?.resourceAllocation),
                render: ({ county }: RankedCounty) => mark(county.years[before.index]?.resourceAllocation),
              },
            ]),
        {
          id: 'schools',
          title: t('column.schools'),
          value: ({ now }) => part(now?.schoolStagesMet, now?.schoolStages),
          render: ({ now }) => (now === null ? '—' : `${now.schoolStagesMet}/${now.schoolStages}`),
          exported: ({ now }) => (now === null ? null : `${now.schoolStagesMet}/${now.schoolStages}`),
          numeric: true,
        },
        {
          id: 'schools-share',
          title: t('column.schoolsShare'),
          value: ({ now }) => part(now?.schoolStagesMet, now?.schoolStages),
          render: ({ now }) => {
            const share = part(now?.schoolStagesMet, now?.schoolStages);
            return share === null ? '—' : percent(share);
          },
          numeric: true,
        },
        {
          id: 'cvs',
          title: t('column.cvs'),
          value: ({ now }) => part(now?.cvsMet, now?.cvs),
          render: ({ now }) => (now === null ? '—' : `${now.cvsMet}/${now.cvs}`),
          exported: ({ now }) => (now === null ? null : `${now.cvsMet}/${now.cvs}`),
          numeric: true,
        },
        {
          id: 'whole',
          title: t('column.whole'),
          value: ({ now }) => outcome(now?.county),
          render: ({ now }) => mark(now?.county),
        },
        { id: 'warnings', title: t('column.warnings'), value: ({ county }) => county.warnings.length, numeric: true },
        { id: 'missing', title: t('column.missing'), value: ({ now }) => now?.missingSchools ?? null, numeric: true },
        {
          id: 'version',
          title: t('column.version'),
          value: ({ now }) => (now === null ? null : t('version', { version: now.dataSetVersion })),
          hiddenAtFirst: true,
        },
        {
          id: 'released',
          title: t('column.released'),
          value: ({ now }) => (now === null ? null : t(`released.${now.released ? 'yes' : 'no'}`)),
          hiddenAtFirst: true,
        },
      ]}
    />
  );
}
