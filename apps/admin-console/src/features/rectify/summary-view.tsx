import type { RectificationCounts, RectificationSummary } from '@junheng/api-contract';
import { text as words } from '@junheng/evaluation-messages';
import '@junheng/evaluation-messages/ledger';
import { EmptyState, Notice, useLanguage } from '@junheng/ui/plain';
import { ListTable, type ListColumn, type ListTableProps } from '@junheng/ui/table';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { usePerson } from '../../display/use-person.ts';
import { LedgerTrend } from './ledger-trend.tsx';
import './rectify.css';

const COUNTS = ['raised', 'open', 'overdue', 'unassigned', 'toVerify', 'excepted', 'closed', 'reopened'] as const;
type Part = 'counties' | 'kinds' | 'units' | 'trend';

/** How the ledgers within reach stand: by county, kind and unit, and month by month. */
export function SummaryView({ summary }: { readonly summary: RectificationSummary }) {
  const { t } = useTranslation('rectify');
  const { language } = useLanguage();
  const { total, counties, kinds, units, moreUnits, trend } = summary;
  if (total.raised === 0) return <EmptyState title={t('summary.nothing')} />;
  return (
    <>
      <dl className="jc-ledger__counts">
        {COUNTS.map((id) => (
          <div key={id} className={id === 'overdue' && total.overdue > 0 ? 'jc-ledger__alarm' : undefined}>
            <dt>{t(`counts.${id}`)}</dt>
            <dd>{total[id]}</dd>
          </div>
        ))}
      </dl>
      {counties.length < 2 ? null : (
        <CountsTable
          part="counties"
          rows={counties}
          rowKey={({ id }) => id}
          sort={{ column: 'overdue', descending: true }}
          heads={[
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
          ]}
        />
      )}
      <CountsTable
        part="kinds"
        rows={kinds}
        rowKey={({ kind }) => kind}
        heads={[
          {
            id: 'kind',
            title: t('filter.kind'),
            value: ({ kind }) => words(language, `rectification-kind.${kind}`),
            head: true,
            render: ({ kind }) => (
              <Link className="jc-table__link" to={`/rectifications?kind=${kind}`}>
                {words(language, `rectification-kind.${kind}`)}
              </Link>
            ),
          },
        ]}
      />
      {moreUnits ? <Notice tone="warning">{t('summary.moreUnits', { count: units.length })}</Notice> : null}
      <CountsTable
        part="units"
        rows={units}
        rowKey={({ id, county }) => `${county} ${id ?? ''}`}
        heads={[
          {
            id: 'unit',
            title: t('column.unit'),
            value: ({ name }) => name ?? t('statusFilter.unassigned'),
            head: true,
            render: ({ id, name }) => (
              <Link
                className="jc-table__link"
                to={id === null ? '/rectifications?status=unassigned' : `/rectifications?unit=${id}`}
              >
                {name ?? t('statusFilter.unassigned')}
              </Link>
            ),
          },
          { id: 'county', title: t('column.county'), value: ({ county }) => county },
        ]}
      />
      <SummaryPart part="trend">
        <LedgerTrend trend={trend} />
      </SummaryPart>
    </>
  );
}

function SummaryPart({ part, children }: { readonly part: Part; readonly children: ReactNode }) {
  const { t } = useTranslation('rectify');
  return (
    <section className="jc-part">
      <h2 className="jc-h2">{t(`summary.${part}`)}</h2>
      {children}
    </section>
  );
}

type CountsTableProps<Row> = Pick<ListTableProps<Row>, 'rows' | 'rowKey' | 'sort'> & {
  readonly part: Part;
  /** What the rows are of; the counts follow. */
  readonly heads: readonly ListColumn<Row>[];
};

function CountsTable<Row extends { readonly counts: RectificationCounts }>({
  part,
  heads,
  ...table
}: CountsTableProps<Row>) {
  const { t } = useTranslation('rectify');
  const person = usePerson();
  const counts = COUNTS.map((id): ListColumn<Row> => ({
    id,
    title: t(`counts.${id}`),
    value: (row) => row.counts[id],
    numeric: true,
  }));
  return (
    <SummaryPart part={part}>
      <ListTable
        {...table}
        person={person}
        table={`rectification-${part}`}
        caption={t(`summary.${part}`)}
        fileName={t(`summary.${part}`)}
        columns={[...heads, ...counts]}
      />
    </SummaryPart>
  );
}
