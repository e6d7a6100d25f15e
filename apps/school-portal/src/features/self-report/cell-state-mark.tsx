import { useTexts } from '@junheng/ui/plain';
import type { CellState } from '@junheng/offline-journal';

const GLYPHS: Readonly<Record<Exclude<CellState, 'unchanged'>, string>> = {
  saved: 'M3 8.5 6.5 12 13 4.5',
  saving: 'M8 3v5l3 2',
  waiting: 'M2 6.5a9 9 0 0 1 12 0M4.5 9.5a5 5 0 0 1 7 0M8 12.5v.01M3 14 13 2',
  invalid: 'M8 3.5v6M8 12.5v.01',
  conflict: 'M3 5h8L8.5 2.5M13 11H5l2.5 2.5',
  locked: 'M4 7.5h8V13H4zM5.5 7.5V5a2.5 2.5 0 0 1 5 0v2.5',
};

/** State of one cell: a small sign with its word; the word carries the meaning. */
export function CellStateMark({ state }: { readonly state: CellState }) {
  const { t } = useTexts('portal');
  if (state === 'unchanged') return null;
  return (
    <span className={`cell-state cell-state--${state}`}>
      <svg
        viewBox="0 0 16 16"
        width="14"
        height="14"
        fill="none"
        stroke="currentColor"
        strokeWidth="1.8"
        strokeLinecap="round"
        aria-hidden="true"
      >
        <path d={GLYPHS[state]} />
      </svg>
      {t(`save.cell.${state}`)}
    </span>
  );
}
