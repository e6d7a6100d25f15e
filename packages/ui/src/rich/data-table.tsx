import { Table, type TableProps } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '../plain/empty-state.tsx';
import { ErrorState } from '../plain/error-state.tsx';
import { TooManyState } from '../plain/too-many-state.tsx';

export interface DataTableProps<Row extends object> extends Omit<TableProps<Row>, 'loading' | 'dataSource' | 'locale'> {
  /** Undefined while loading. */
  readonly rows: readonly Row[] | undefined;
  readonly error?: { readonly requestId?: string | null } | null;
  readonly onRetry?: () => void;
  readonly empty?: ReactNode;
  /** How many there are when `rows` was cut short. */
  readonly total?: number;
}

/** A table that always says which of the four it is: loading, empty, failed, or too many to show. */
export function DataTable<Row extends object>(props: DataTableProps<Row>) {
  const { rows, error, onRetry, empty, total, pagination, ...table } = props;
  const { t } = useTranslation('ui');
  if (error) return <ErrorState requestId={error.requestId ?? null} {...(onRetry ? { onRetry } : {})} />;
  return (
    <>
      <Table<Row>
        size="middle"
        scroll={{ x: 'max-content' }}
        {...table}
        loading={rows === undefined}
        dataSource={rows === undefined ? [] : [...rows]}
        locale={{ emptyText: rows === undefined ? ' ' : (empty ?? <EmptyState />) }}
        pagination={
          pagination ?? {
            hideOnSinglePage: true,
            defaultPageSize: 50,
            showSizeChanger: false,
            showTotal: (count) => t('table.total', { total: count }),
          }
        }
      />
      {rows !== undefined && total !== undefined && total > rows.length ? (
        <TooManyState shown={rows.length} total={total} />
      ) : null}
    </>
  );
}
