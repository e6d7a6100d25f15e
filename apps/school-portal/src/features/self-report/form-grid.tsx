import { memo, useRef, type KeyboardEvent } from 'react';
import { useTexts } from '@junheng/ui/plain';
import { CommentsAtCells } from './cell-comments.tsx';
import { FormCell } from './form-cell.tsx';
import { cellsOfRow, cellsOfSection, type FormRow, type FormSection } from './model/form.ts';
import { columnOf, gridOf, neighbour, type Direction } from './model/grid-navigation.ts';
import { sameForCell } from './model/same-for-cell.ts';
import { PasteNote } from './paste-note.tsx';
import { usePaste } from './use-paste.ts';
import { ItemHead } from './item-head.tsx';
import type { OpenReport } from './use-report.ts';
import { useWords } from './use-words.ts';

export interface FormGridProps {
  readonly open: OpenReport;
  readonly section: FormSection;
  /** Enter in the last row. */
  readonly onEnd: () => void;
  readonly onJump: (cell: string) => void;
}

/** A section of the form: items down, the stages of the school across. Enter and the arrow keys walk it. */
export function FormGrid({ open, section, onEnd, onJump }: FormGridProps) {
  const { t } = useTexts('portal');
  const words = useWords();
  const table = useRef<HTMLTableElement>(null);
  const column = useRef(0);
  const grid = gridOf(section);
  // The cell with the focus keeps its own text: leave it, so that it shows what was pasted, and stand where the block ends.
  const { pasted, paste, undo, close } = usePaste(open, section, (last) => {
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
    requestAnimationFrame(() => focusCell(table.current, last));
  });

  const walk = (event: KeyboardEvent<HTMLTableElement>): void => {
    const target = event.target instanceof HTMLElement ? event.target : null;
    const from = target?.closest('.form-cell')?.querySelector<HTMLElement>('[data-cell]')?.dataset['cell'];
    if (target === null || from === undefined || !target.matches('input, select')) return;
    const direction = directionOf(event, target);
    if (direction === null) return;
    event.preventDefault();
    column.current = columnOf(grid, from, column.current);
    const to = neighbour(grid, from, direction, column.current);
    if (to !== null) focusCell(table.current, to);
    else if (event.key === 'Enter' && !event.shiftKey) onEnd();
  };

  return (
    <>
      {pasted === null ? null : <PasteNote pasted={pasted} onJump={onJump} onUndo={undo} onClose={close} />}
      <table
        className="form-grid"
        ref={table}
        onKeyDown={walk}
        onPaste={(event) => paste(event, column.current)}
        onFocus={(event) => {
          const key = event.target instanceof HTMLElement ? event.target.dataset['cell'] : undefined;
          if (key !== undefined) column.current = columnOf(grid, key, column.current);
        }}
      >
        <thead className={section.stages.length === 0 ? 'jh-visually-hidden' : undefined}>
          <tr>
            <th scope="col">{t('report.item')}</th>
            {section.stages.length === 0 ? <th scope="col">{t('report.wholeSchool')}</th> : null}
            {section.stages.map((stage) => (
              <th scope="col" key={stage}>
                {words.stage(stage)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          <CommentsAtCells reportId={open.report.id}>
            {section.rows.map((row) => (
              <FormLine key={row.item.id} open={open} row={row} stages={section.stages} onJump={onJump} />
            ))}
          </CommentsAtCells>
        </tbody>
      </table>
      {cellsOfSection(section).some(({ key }) => open.report.peers?.bands[key] !== undefined) ? (
        <p className="form-grid__peers">{t('report.peersHelp')}</p>
      ) : null}
    </>
  );
}

interface LineProps {
  readonly open: OpenReport;
  readonly row: FormRow;
  readonly stages: readonly string[];
  readonly onJump: (cell: string) => void;
}

/** Of the lines only those with a changed cell are drawn anew; see `sameForCell`. */
const FormLine = memo(
  DrawnLine,
  (before, after) =>
    before.row === after.row &&
    before.stages === after.stages &&
    before.onJump === after.onJump &&
    (before.open === after.open ||
      cellsOfRow(after.row, after.stages).every((cell) => sameForCell(cell, before.open, after.open))),
);

function DrawnLine(props: LineProps) {
  return (
    <tr className="form-grid__row">
      <ItemHead item={props.row.item} required={isRequired(props.row)} />
      <RowCells {...props} />
    </tr>
  );
}

function RowCells({ open, row, stages, onJump }: LineProps) {
  const words = useWords();
  if (row.whole !== null) {
    return (
      <td colSpan={Math.max(1, stages.length)}>
        <FormCell open={open} cell={row.whole} onJump={onJump} />
      </td>
    );
  }
  return stages.map((stage) => {
    const cell = row.byStage[stage];
    return (
      <td key={stage} data-stage={words.stage(stage)} className={cell === undefined ? 'form-grid__gap' : undefined}>
        {cell === undefined ? null : <FormCell open={open} cell={cell} onJump={onJump} />}
      </td>
    );
  });
}

function isRequired(row: FormRow): boolean {
  return row.whole?.required ?? Object.values(row.byStage).some((cell) => cell?.required ?? false);
}

function directionOf(event: KeyboardEvent, target: HTMLElement): Direction | null {
  if (event.nativeEvent.isComposing || event.altKey || event.ctrlKey || event.metaKey) return null;
  if (event.key === 'Enter') return event.shiftKey ? 'up' : 'down';
  // In lists and radio buttons the arrows choose; only typed cells give them to the grid.
  if (!(target instanceof HTMLInputElement) || target.type !== 'text') return null;
  const { selectionStart: start, selectionEnd: end, value } = target;
  const everything = start === 0 && end === value.length;
  switch (event.key) {
    case 'ArrowUp':
      return 'up';
    case 'ArrowDown':
      return 'down';
    case 'ArrowLeft':
      return everything || (start === 0 && end === 0) ? 'left' : null;
    case 'ArrowRight':
      return everything || (start === value.length && end === value.length) ? 'right' : null;
    default:
      return null;
  }
}

/** Moves the focus to a cell and brings it into view; false where the cell is not on the page. */
export function focusCell(within: ParentNode | null, key: string): boolean {
  const target = within?.querySelector<HTMLElement>(`[data-cell="${CSS.escape(key)}"]`);
  if (target === null || target === undefined) return false;
  target.focus({ preventScroll: true });
  target.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  return true;
}
