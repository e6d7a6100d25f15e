import { useWords } from './use-words.ts';

export interface SortHeadProps {
  readonly label: string;
  /** Second line, smaller. */
  readonly note?: string;
  /** The whole name where `label` is short; shown on hover and read out. */
  readonly full?: string;
  readonly number: boolean;
  readonly direction: 'ascending' | 'descending' | null;
  readonly onSort: () => void;
}

/** A column head one can sort by; the arrow and `aria-sort` say how it is sorted now. */
export function SortHead({ label, note, full, number, direction, onSort }: SortHeadProps) {
  const { t } = useWords();
  return (
    <th
      scope="col"
      className={number ? 'ev-table__number' : undefined}
      {...(direction ? { 'aria-sort': direction } : {})}
    >
      <button type="button" className="ev-sort" title={full ?? t('schools.sortBy', { name: label })} onClick={onSort}>
        <span className="ev-sort__label">
          {label}
          <svg
            className={`ev-sort__arrow${direction === null ? '' : ` ev-sort__arrow--${direction}`}`}
            viewBox="0 0 8 8"
            width="8"
            height="8"
            fill="currentColor"
            aria-hidden="true"
          >
            <path d="M4 1 7.5 7h-7z" />
          </svg>
        </span>
        {note === undefined ? null : <span className="ev-sort__note">{note}</span>}
      </button>
    </th>
  );
}
