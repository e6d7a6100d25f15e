import type { RectificationCounts, RectificationSummary } from '@junheng/api-contract';
import { text as words } from '@junheng/evaluation-messages';
import { EmptyState, useLanguage } from '@junheng/ui/plain';
import { ListTable, type ListColumn } from '@junheng/ui/table';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { usePerson } from '../../display/use-person.ts';
import './rectify.css';

const COUNTS = ['raised', 'open', 'overdue', 'unassigned', 'toVerify', 'excepted', 'closed', 'reopened'] as const;
type Counted = { readonly counts: RectificationCounts };

/** How the ledgers within reach stand: by county, kind and unit, and month by month. */
export function SummaryView({ summary }: { readonly summary: RectificationSummary }) {
  const { t } = useTranslation('rectify');
  const { language } = useLanguage();
  const person = usePerson();
  const counts = <Row extends Counted>(): readonly ListColumn<Row>[] =>
    COUNTS.map((id) => ({
      id,
      title: t(`counts.${id}`),
      value: (row: Row) => row.counts[id],
      numeric: true,
    }));
  if (summary.total.raised === 0) return <EmptyState title={t('empty')} />;
  return (
    <>
      <dl className="jc-ledger__counts">
        {COUNTS.map((id) => (
          <div key={id} className={id === 'overdue' && summary.total.overdue > 0 ? 'jc-ledger__alarm' : undefined}>
            <dt>{t(`counts.${id}`)}</dt>
            <dd>{summary.total[id]}</dd>
          </div>
        ))}
      </dl>
      {summary.counties.length < 2 ? null : (
        <section className="jc-part">
          <h2 className="jc-h2">{t('summary.counties')}</h2>
          <ListTable
            person={person}
            table="rectification-counties"
            caption={t('summary.counties')}
            fileName={t('summary.counties')}
            rows={summary.counties}
            rowKey={({ id }) => id}
            sort={{ column: 'overdue', descending: true }}
            columns={[
              {
                id: 'county',
                title: t('column.county'),
                value: ({ name }) => name,
                head: true,
                render: ({ id, name }) => (
                  <Link className="jc-table__link" to={`/rectifications?county=${id}`}>
                    {name}
                  </Link>
                ),
              },
              ...counts<RectificationSummary['counties'][number]>(),
            ]}
          />
        </section>
      )}
      <section className="jc-part">
        <h2 className="jc-h2">{t('summary.kinds')}</h2>
        <ListTable
          person={person}
          table="rectification-kinds"
          caption={t('summary.kinds')}
          fileName={t('summary.kinds')}
          rows={summary.kinds}
          rowKey={({ kind }) => kind}
          columns={[
            {
              id: 'kind',
              title: t('filter.kind'),
              value: ({ kind }) => words(language, `rectification-kind.${kind}`),
              head: true,
            },
            ...counts<RectificationSummary['kinds'][number]>(),
          ]}
        />
      </section>
      <section className="jc-part">
        <h2 className="jc-h2">{t('summary.units')}</h2>
        <ListTable
          person={person}
          table="rectification-units"
          caption={t('summary.units')}
          fileName={t('summary.units')}
          rows={summary.units}
          rowKey={({ id, county }) => `${county} ${id ?? ''}`}
          columns={[
            {
              id: 'unit',
              title: t('column.unit'),
              value: ({ name }) => name ?? t('statusFilter.unassigned'),
              head: true,
            },
            { id: 'county', title: t('column.county'), value: ({ county }) => county },
            ...counts<RectificationSummary['units'][number]>(),
          ]}
        />
      </section>
      <section className="jc-part">
        <h2 className="jc-h2">{t('summary.trend')}</h2>
        <div className="ev-scroll jc-surface">
          <table className="ev-table jc-table">
            <caption className="jh-visually-hidden">{t('summary.trend')}</caption>
            <thead>
              <tr>
                {(['month', 'raised', 'closed', 'reopened'] as const).map((column) => (
                  <th key={column} scope="col">
                    {column === 'month' ? t('summary.month') : t(`counts.${column}`)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {summary.trend.map(({ month, raised, closed, reopened }) => (
                <tr key={month}>
                  <th scope="row">{month}</th>
                  <td>{raised}</td>
                  <td>{closed}</td>
                  <td>{reopened}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      </section>
    </>
  );
}
