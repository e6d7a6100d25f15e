import {
  createTable,
  getCoreRowModel,
  getFilteredRowModel,
  getSortedRowModel,
  type ColumnDef,
  type Row as TableRow,
  type SortingState,
} from '@tanstack/table-core';
import { useMemo, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '../plain/empty-state.tsx';
import { TooManyState } from '../plain/too-many-state.tsx';
import { ColumnMenu } from './column-menu.tsx';
import { ExportButton } from './export-button.tsx';
import type { SheetCell } from './sheet.ts';
import { useColumnChoice } from './use-column-choice.ts';

export interface ListColumn<Row> {
  readonly id: string;
  readonly title: string;
  /** By this it is sorted, searched and exported; null = nothing there, sorted to the end. */
  readonly value: (row: Row) => SheetCell;
  /** As shown, where that is not the value. */
  readonly render?: (row: Row) => ReactNode;
  /** A text for the file where `value` is only for sorting. */
  readonly exported?: (row: Row) => SheetCell;
  readonly numeric?: boolean;
  /** Heads the row and cannot be hidden. */
  readonly head?: boolean;
  readonly hiddenAtFirst?: boolean;
}

export interface ListTableProps<Row> {
  /** Of the table for this person: under it the choice of columns is kept. */
  readonly person: string;
  readonly table: string;
  readonly caption: string;
  readonly columns: readonly ListColumn<Row>[];
  readonly rows: readonly Row[];
  readonly rowKey: (row: Row) => string;
  /** Without its ending. */
  readonly fileName: string;
  readonly empty?: ReactNode;
  readonly sort?: { readonly column: string; readonly descending: boolean };
  /** More filters, beside the search. */
  readonly filters?: ReactNode;
  readonly mostRows?: number;
}

const collator = new Intl.Collator('zh-CN', { numeric: true });

/** A list one can search, sort, narrow to the columns one needs, and take away as Excel: all rows that are found, not only those shown. */
export function ListTable<Row>(props: ListTableProps<Row>) {
  const { columns, rows, mostRows = 300 } = props;
  const { t } = useTranslation('ui');
  const [text, setText] = useState('');
  const [sorting, setSorting] = useState<SortingState>(
    props.sort === undefined ? [] : [{ id: props.sort.column, desc: props.sort.descending }],
  );
  const choice = useColumnChoice(
    props.person,
    props.table,
    columns.filter((column) => column.hiddenAtFirst === true).map(({ id }) => id),
  );
  const { rowKey } = props;
  const arranged = useMemo(() => arrange(columns, rows, rowKey, sorting, text), [columns, rows, rowKey, sorting, text]);
  const found = arranged;
  const visible = columns.filter(({ id, head }) => head === true || !choice.hidden.has(id));
  return (
    <div className="jh-list">
      <div className="jh-table-tools">
        <input
          className="jh-input jh-table-tools__search"
          type="search"
          aria-label={t('table.search')}
          placeholder={t('table.search')}
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
        {props.filters}
        <span className="jh-table-tools__count" role="status">
          {t('table.found', { found: found.length, total: rows.length })}
        </span>
        <ColumnMenu columns={columns.filter(({ head }) => head !== true)} choice={choice} />
        <ExportButton
          fileName={props.fileName}
          sheet={() => ({
            name: props.caption,
            head: visible.map(({ title }) => title),
            rows: found.map((row) => visible.map((column) => (column.exported ?? column.value)(row))),
          })}
        />
      </div>
      {found.length === 0 ? (
        (props.empty ?? <EmptyState />)
      ) : (
        <div className="jh-table__scroll">
          <table className="jh-table">
            <caption className="jh-visually-hidden">{props.caption}</caption>
            <thead>
              <tr>
                {visible.map(({ id, title, numeric }) => {
                  const sorted = directionOf(sorting, id);
                  return (
                    <th
                      key={id}
                      scope="col"
                      className={numeric === true ? 'jh-table__number' : undefined}
                      aria-sort={sorted ?? undefined}
                    >
                      <button
                        type="button"
                        className="jh-table__sort"
                        onClick={() => setSorting([{ id, desc: sorted === 'ascending' }])}
                      >
                        {title}
                        <span aria-hidden="true">{sorted === null ? '' : sorted === 'ascending' ? ' ▲' : ' ▼'}</span>
                      </button>
                    </th>
                  );
                })}
              </tr>
            </thead>
            <tbody>
              {found.slice(0, mostRows).map((row) => (
                <tr key={rowKey(row)}>
                  {visible.map((column) => {
                    const content = column.render === undefined ? (column.value(row) ?? '—') : column.render(row);
                    return column.head === true ? (
                      <th key={column.id} scope="row">
                        {content}
                      </th>
                    ) : (
                      <td key={column.id} className={column.numeric === true ? 'jh-table__number' : undefined}>
                        {content}
                      </td>
                    );
                  })}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {found.length > mostRows ? <TooManyState shown={mostRows} total={found.length} /> : null}
    </div>
  );
}

/** The rows that are found, in order. */
function arrange<Row>(
  columns: readonly ListColumn<Row>[],
  rows: readonly Row[],
  rowKey: (row: Row) => string,
  sorting: SortingState,
  text: string,
): readonly Row[] {
  const table = createTable<Row>({
    data: [...rows],
    columns: columns.map(definitionOf),
    state: { sorting, globalFilter: text, columnPinning: {}, columnVisibility: {} },
    onStateChange: () => undefined,
    renderFallbackValue: null,
    getRowId: rowKey,
    getColumnCanGlobalFilter: () => true,
    globalFilterFn: (row: TableRow<Row>, columnId: string, wanted: string) => {
      const value = row.getValue<SheetCell | undefined>(columnId);
      return value !== undefined && String(value).toLowerCase().includes(wanted.trim().toLowerCase());
    },
    getCoreRowModel: getCoreRowModel(),
    getFilteredRowModel: getFilteredRowModel(),
    getSortedRowModel: getSortedRowModel(),
  });
  return table.getRowModel().rows.map(({ original }) => original);
}

function definitionOf<Row>(column: ListColumn<Row>): ColumnDef<Row, SheetCell | undefined> {
  return {
    id: column.id,
    accessorFn: (row) => column.value(row) ?? undefined,
    sortingFn: (a, b, id) => compare(a.getValue<SheetCell | undefined>(id), b.getValue<SheetCell | undefined>(id)),
    // What is not there stands at the end, whichever way the table is turned; the library does so with undefined.
    sortUndefined: 'last',
  };
}

function compare(a: SheetCell | undefined, b: SheetCell | undefined): number {
  if (typeof a === 'number' && typeof b === 'number') return a - b;
  return collator.compare(String(a ?? ''), String(b ?? ''));
}

function directionOf(sorting: SortingState, columnId: string): 'ascending' | 'descending' | null {
  const own = sorting.find(({ id }) => id === columnId);
  return own === undefined ? null : own.desc ? 'descending' : 'ascending';
}
