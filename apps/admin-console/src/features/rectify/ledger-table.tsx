import type { RectificationRow } from '@junheng/api-contract';
import { text as words } from '@junheng/evaluation-messages';
import { rectificationNumberText } from '@junheng/evaluation-messages/ledger';
import { StatusTag, useLanguage } from '@junheng/ui/plain';
import { ListTable } from '@junheng/ui/table';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useFormat } from '../../display/use-format.ts';
import { usePerson } from '../../display/use-person.ts';
import { problemOf } from './model/ledger.ts';

const TONES = { open: 'warning', 'to-verify': 'info', closed: 'success', excepted: 'neutral' } as const;
const MARKS: readonly RectificationRow['status'][] = ['open', 'to-verify', 'excepted', 'closed'];

export function RowStatus({ row }: { readonly row: Pick<RectificationRow, 'status' | 'reopened'> }) {
  const { t } = useTranslation('rectify');
  const { language } = useLanguage();
  return (
    <>
      <StatusTag tone={TONES[row.status]}>{words(language, `rectification-status.${row.status}`)}</StatusTag>
      {row.reopened === 0 ? null : (
        <span className="ev-table__aside">{t('reopenedTimes', { count: row.reopened })}</span>
      )}
    </>
  );
}

export interface LedgerTableProps {
  readonly rows: readonly RectificationRow[];
  readonly severalCounties: boolean;
  readonly filters: ReactNode;
  /** Null where nothing can be given to anybody. */
  readonly chosen: ReadonlySet<string> | null;
  readonly onChoose: (id: string, chosen: boolean) => void;
}

/** The ledger with the columns of its official form (问题、来源、责任单位 …); how a problem stands is seen beside it. */
export function LedgerTable({ rows, severalCounties, filters, chosen, onChoose }: LedgerTableProps) {
  const { t } = useTranslation('rectify');
  const { language } = useLanguage();
  const { day } = useFormat();
  const person = usePerson();
  const sourceText = (row: RectificationRow) =>
    row.sources
      .map(({ kind, document }) => [words(language, `rectification-source.${kind}`), document ?? ''].join(' ').trim())
      .join(language === 'zh-CN' ? '；' : '; ');
  const responsible = ({ responsible: { unit, school } }: RectificationRow) => unit?.name ?? school?.name ?? null;
  return (
    <ListTable
      person={person}
      table="rectifications"
      caption={t('title')}
      fileName={t('title')}
      rows={rows}
      rowKey={({ id }) => id}
      filters={filters}
      columns={[
        {
          id: 'number',
          title: t('column.number'),
          value: ({ number }) => number,
          numeric: true,
          render: (row) =>
            chosen === null ? (
              row.number
            ) : (
              <label className="jc-ledger__number">
                <input
                  type="checkbox"
                  aria-label={t('choose', { number: row.number })}
                  checked={chosen.has(row.id)}
                  disabled={row.status === 'closed'}
                  onChange={(event) => onChoose(row.id, event.target.checked)}
                />
                {row.number}
              </label>
            ),
        },
        {
          id: 'problem',
          title: t('column.problem'),
          value: (row) => problemOf(language, row),
          head: true,
          render: (row) => (
            <>
              <Link className="jc-table__link" to={`/rectifications/${row.id}`}>
                {problemOf(language, row)}
              </Link>
              {row.measured === null ? null : (
                <span className="ev-table__aside">{rectificationNumberText(language, row.measured)}</span>
              )}
            </>
          ),
        },
        {
          id: 'status',
          title: t('column.status'),
          value: ({ status }) => MARKS.indexOf(status),
          exported: ({ status }) => words(language, `rectification-status.${status}`),
          render: (row) => <RowStatus row={row} />,
        },
        ...(severalCounties
          ? [{ id: 'county', title: t('column.county'), value: (row: RectificationRow) => row.county.name }]
          : []),
        { id: 'school', title: t('column.school'), value: ({ school }) => school?.name ?? null },
        {
          id: 'source',
          title: t('column.source'),
          value: sourceText,
          render: ({ sources }) =>
            sources.map(({ kind, document }, index) => (
              <span key={`${kind} ${document ?? index}`} className="jc-ledger__source">
                <span className="jc-nowrap">{words(language, `rectification-source.${kind}`)}</span>
                {document === null ? null : <span className="ev-table__aside">{document}</span>}
              </span>
            )),
        },
        { id: 'unit', title: t('column.unit'), value: responsible },
        { id: 'person', title: t('column.person'), value: (row) => row.responsible.person?.name ?? null },
        {
          id: 'measures',
          title: t('column.measures'),
          value: ({ measures }) => measures.map(({ description }) => description).join('\n') || null,
          render: ({ measures }) =>
            measures.length === 0 ? (
              <span className="ev-muted jc-nowrap">{t('noMeasure')}</span>
            ) : (
              measures.map(({ id, kind, description }) => (
                <span key={id} className="jc-ledger__measure">
                  {words(language, `measure-kind.${kind}`)}
                  <span className="ev-table__aside">{description}</span>
                </span>
              ))
            ),
        },
        {
          id: 'deadline',
          title: t('column.deadline'),
          value: ({ deadline }) => deadline,
          render: (row) => (
            <>
              <span className="jc-nowrap">{row.deadline === null ? '—' : day(row.deadline)}</span>
              {row.escalation === null ? null : (
                <StatusTag tone="danger">
                  {words(language, `escalation.${row.escalation}`)} · {t('days', { count: row.overdueDays })}
                </StatusTag>
              )}
            </>
          ),
        },
        {
          id: 'progress',
          title: t('column.progress'),
          value: ({ progress }) => progress?.text ?? null,
          hiddenAtFirst: true,
        },
        {
          id: 'evidence',
          title: t('column.evidence'),
          value: ({ evidence }) => evidence,
          numeric: true,
          hiddenAtFirst: true,
        },
        {
          id: 'verified',
          title: t('column.verified'),
          value: ({ closed, exception }) => closed?.by ?? exception?.by ?? null,
          hiddenAtFirst: true,
        },
        {
          id: 'closed',
          title: t('column.closed'),
          value: ({ closed }) => closed?.at.slice(0, 10) ?? null,
          render: ({ closed }) =>
            closed === null ? '—' : <span className="jc-nowrap">{day(closed.at.slice(0, 10))}</span>,
        },
      ]}
    />
  );
}
