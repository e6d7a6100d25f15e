import type { Region, RegisteredSchool, RegisterKind, RegisterRow, RegisterRows } from '@junheng/api-contract';
import { Button, EmptyState, Notice, StatusTag } from '@junheng/ui/plain';
import { ListTable, type ListColumn } from '@junheng/ui/table';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../display/use-format.ts';
import { useMay } from '../../display/use-may.ts';
import { usePerson } from '../../display/use-person.ts';
import { columnsOf, nameOfRow } from './row-columns.tsx';
import { RowDialog } from './row-dialog.tsx';
import { RowHistoryPanel } from './row-history-panel.tsx';
import { WithdrawDialog } from './withdraw-dialog.tsx';
import './registers.css';

export interface RegisterPageProps {
  readonly kind: RegisterKind;
  readonly list: RegisterRows;
  readonly regions: readonly Region[];
  readonly schools: readonly RegisteredSchool[];
}

type Open =
  | { readonly what: 'write'; readonly row: RegisterRow | null }
  | { readonly what: 'withdraw' | 'history'; readonly row: RegisterRow };

/** One register: its rows as a list one can sort, search and take away, and what may be done with each. */
export function RegisterPage({ kind, list, regions, schools }: RegisterPageProps) {
  const { t } = useTranslation('registers');
  const { day } = useFormat();
  const person = usePerson();
  const keeps = useMay()('registers.keep');
  const [open, setOpen] = useState<Open | null>(null);
  const close = () => setOpen(null);
  const columns = columnsOf(kind, t, day);
  const [head, ...rest] = columns;
  const actions: ListColumn<RegisterRow> = {
    id: 'actions',
    title: t('actions'),
    value: (row) => row.withdrawn?.reason ?? '',
    render: (row) => <RowActions row={row} keeps={keeps} onOpen={setOpen} />,
    head: true,
  };
  const shownHead =
    head === undefined ? [] : [{ ...head, render: (row: RegisterRow) => <RowName row={row} of={head} /> }];
  return (
    <div className="jc-stack jc-registers">
      <div className="jc-registers__bar">
        <p className="jc-lead">{t(`counts.${kind}`)}</p>
        {keeps ? (
          <Button variant="primary" onClick={() => setOpen({ what: 'write', row: null })}>
            {t('add')}
          </Button>
        ) : null}
      </div>
      {list.more ? <Notice tone="info">{t('more')}</Notice> : null}
      <ListTable
        person={person}
        table={`register-${kind}`}
        caption={t(`kind.${kind}`)}
        columns={[...shownHead, ...rest, actions]}
        rows={list.rows}
        rowKey={({ id }) => id}
        fileName={t(`kind.${kind}`)}
        empty={<EmptyState title={t('empty')} description={t('emptyHelp')} />}
      />
      {open?.what === 'write' ? (
        <RowDialog kind={kind} row={open.row} regions={regions} schools={schools} onClose={close} />
      ) : null}
      {open?.what === 'withdraw' ? (
        <WithdrawDialog row={open.row} what={nameOfRow(open.row, t)} onClose={close} />
      ) : null}
      {open?.what === 'history' ? (
        <RowHistoryPanel
          kind={kind}
          row={open.row}
          what={nameOfRow(open.row, t)}
          schoolName={(id) => schools.find((school) => school.id === id)?.name ?? null}
          onClose={close}
        />
      ) : null}
    </div>
  );
}

function RowName({ row, of }: { readonly row: RegisterRow; readonly of: ListColumn<RegisterRow> }) {
  const { t } = useTranslation('registers');
  return (
    <>
      {of.value(row)}
      {row.withdrawn === null ? null : (
        <>
          {' '}
          <StatusTag>{t('gone', { reason: row.withdrawn.reason })}</StatusTag>
        </>
      )}
    </>
  );
}

function RowActions({
  row,
  keeps,
  onOpen,
}: {
  readonly row: RegisterRow;
  readonly keeps: boolean;
  readonly onOpen: (open: Open) => void;
}) {
  const { t } = useTranslation('registers');
  const what = nameOfRow(row, t);
  const button = (text: string, label: string, open: Open) => (
    <button type="button" className="jc-quiet" aria-label={label} onClick={() => onOpen(open)}>
      {text}
    </button>
  );
  return (
    <span className="jc-nowrap">
      {keeps && row.withdrawn === null ? (
        <>
          {button(t('change'), t('changeOf', { what }), { what: 'write', row })}
          {button(t('withdraw'), t('withdrawOf', { what }), { what: 'withdraw', row })}
        </>
      ) : null}
      {button(t('history'), t('historyOf', { what }), { what: 'history', row })}
    </span>
  );
}
