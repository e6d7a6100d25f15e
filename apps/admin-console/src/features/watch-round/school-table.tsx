import type { RoundSelfReport } from '@junheng/api-contract';
import { SortHead } from '@junheng/evaluation-ui';
import { useRef, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { ListView, SortKey } from './model/list-view.ts';
import { SchoolTableRow } from './school-table-row.tsx';

export interface SchoolTableProps {
  readonly rows: readonly RoundSelfReport[];
  /** How many levels review in this round. */
  readonly levels: number;
  readonly view: ListView;
  readonly onSort: (key: SortKey) => void;
  readonly hrefOf: (row: RoundSelfReport) => string;
  /** Null where the person may not approve: no column of boxes then. */
  readonly picked: ReadonlySet<string> | null;
  readonly onPick: (ids: ReadonlySet<string>) => void;
  /** Null where the person may not extend. */
  readonly onExtend: ((row: RoundSelfReport) => void) | null;
}

const columns: readonly { readonly key: SortKey; readonly number: boolean }[] = [
  { key: 'name', number: false },
  { key: 'type', number: false },
  { key: 'status', number: false },
  { key: 'risk', number: false },
  { key: 'filled', number: false },
  { key: 'findings', number: false },
  { key: 'returns', number: true },
  { key: 'deadline', number: false },
  { key: 'submitted', number: false },
];

/** One line a school; arrow keys (or j and k) move between the lines, Enter opens. */
export function SchoolTable(props: SchoolTableProps) {
  const { rows, view, picked, onPick } = props;
  const { t } = useTranslation('round');
  const body = useRef<HTMLTableSectionElement>(null);
  const allPicked = picked !== null && rows.length > 0 && rows.every((row) => picked.has(row.selfReportId));
  const move = (event: KeyboardEvent<HTMLAnchorElement>): void => {
    const step = { ArrowDown: 1, j: 1, ArrowUp: -1, k: -1 }[event.key];
    if (step === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
    const links = Array.from(body.current?.querySelectorAll<HTMLAnchorElement>('a[data-row]') ?? []);
    const next = links[links.indexOf(event.currentTarget) + step];
    if (next === undefined) return;
    event.preventDefault();
    next.focus();
  };
  return (
    <div className="ev-scroll jc-surface">
      <table className="ev-table jc-table jc-schools">
        <caption className="jh-visually-hidden">{t('progress')}</caption>
        <thead>
          <tr>
            {picked === null ? null : (
              <th scope="col" className="jc-table__pick">
                <input
                  type="checkbox"
                  aria-label={t('pickAll')}
                  checked={allPicked}
                  onChange={() => onPick(allPicked ? new Set() : new Set(rows.map((row) => row.selfReportId)))}
                />
              </th>
            )}
            {columns.map(({ key, number }) => (
              <SortHead
                key={key}
                label={t(`column.${key}`)}
                {...(key === 'risk' ? { full: t('riskHelp') } : {})}
                number={number}
                direction={view.sort === key ? (view.descending ? 'descending' : 'ascending') : null}
                onSort={() => props.onSort(key)}
              />
            ))}
            {props.onExtend === null ? null : <th aria-hidden="true" />}
          </tr>
        </thead>
        <tbody ref={body}>
          {rows.map((row) => (
            <SchoolTableRow
              key={row.selfReportId}
              row={row}
              href={props.hrefOf(row)}
              levels={props.levels}
              picked={picked === null ? null : picked.has(row.selfReportId)}
              onPick={() => {
                const next = new Set(picked);
                if (!next.delete(row.selfReportId)) next.add(row.selfReportId);
                onPick(next);
              }}
              onExtend={props.onExtend}
              onMove={move}
            />
          ))}
        </tbody>
      </table>
    </div>
  );
}
