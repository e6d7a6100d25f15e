import { useRef, useState, type ClipboardEvent } from 'react';
import { cellsOfSection, type FormSection } from './model/form.ts';
import { columnOf, gridOf } from './model/grid-navigation.ts';
import { inOneLine, pastePlan, readBlock } from './model/paste.ts';
import { storedValue } from './model/stored-report.ts';
import { readTyped } from './model/read-typed.ts';
import { pendingOf } from '@junheng/offline-journal';
import type { Pasted } from './paste-note.tsx';
import type { Entered, OpenReport } from './use-report.ts';

/** Blocks copied from a spreadsheet: fills the cells from the one that has the focus on, and can take it back. */
export function usePaste(open: OpenReport, section: FormSection, onLanded: (lastCell: string) => void) {
  const [pasted, setPasted] = useState<Pasted | null>(null);
  const before = useRef<readonly Entered[]>([]);

  const paste = (event: ClipboardEvent<HTMLElement>, column: number): void => {
    const from = event.target instanceof HTMLElement ? event.target.dataset['cell'] : undefined;
    const block = from === undefined ? null : readBlock(event.clipboardData.getData('text/plain'));
    if (from === undefined || block === null || !open.report.may.fill) return;
    event.preventDefault();
    const grid = gridOf(section);
    const cells = new Map(cellsOfSection(section).map((cell) => [cell.key, cell]));
    const { fills, leftOver } = pastePlan(grid, from, columnOf(grid, from, column), block);
    const queue = open.saver.state();
    const landed: Entered[] = [];
    const kept = [...leftOver];
    for (const { cell: key, text } of fills) {
      const cell = cells.get(key);
      // A cell that two people have changed waits for a decision; what was pasted for it is named, not lost.
      if (cell === undefined || queue.conflicts[key] !== undefined) kept.push(text);
      else landed.push([cell, inOneLine(cell.item, text)]);
    }
    before.current = landed.map(([cell]) => [
      cell,
      pendingOf(queue, cell.key)?.text ?? storedValue(open.report, queue, cell.key) ?? '',
    ]);
    open.type(...landed);
    open.saver.flush();
    setPasted({
      filled: landed.map(([cell]) => cell.key),
      refused: landed.filter(([cell, text]) => !readTyped(cell.item, text).ok).map(([cell]) => cell.key),
      leftOver: kept,
    });
    const last = landed.at(-1)?.[0].key;
    if (last !== undefined) onLanded(last);
  };

  const undo = (): void => {
    open.type(...before.current);
    open.saver.flush();
    setPasted(null);
  };
  return { pasted, paste, undo, close: () => setPasted(null) };
}
