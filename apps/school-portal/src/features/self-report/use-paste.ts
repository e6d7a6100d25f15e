import type { CellDefinition } from '@junheng/evaluation-core';
import { useRef, useState, type ClipboardEvent } from 'react';
import { cellsOfSection, type FormSection } from './model/form.ts';
import { columnOf, gridOf } from './model/grid-navigation.ts';
import { inOneLine, pastePlan, readBlock } from './model/paste.ts';
import { readTyped } from './model/read-typed.ts';
import { pendingOf } from '@junheng/offline-journal';
import type { Pasted } from './paste-note.tsx';
import type { OpenReport } from './use-report.ts';

/** Blocks copied from a spreadsheet: fills the cells from the one that has the focus on, and can take it back. */
export function usePaste(open: OpenReport, section: FormSection, onLanded: (lastCell: string) => void) {
  const [pasted, setPasted] = useState<Pasted | null>(null);
  const before = useRef<readonly (readonly [CellDefinition, string])[]>([]);

  const paste = (event: ClipboardEvent<HTMLElement>, column: number): void => {
    const from = event.target instanceof HTMLElement ? event.target.dataset['cell'] : undefined;
    const block = from === undefined ? null : readBlock(event.clipboardData.getData('text/plain'));
    if (from === undefined || block === null || !open.report.may.fill) return;
    event.preventDefault();
    const grid = gridOf(section);
    const cells = new Map(cellsOfSection(section).map((cell) => [cell.key, cell]));
    const { fills, leftOver } = pastePlan(grid, from, columnOf(grid, from, column), block);
    const landed: (readonly [CellDefinition, string])[] = [];
    const kept = [...leftOver];
    for (const { cell: key, text } of fills) {
      const cell = cells.get(key);
      // A cell that two people have changed waits for a decision; what was pasted for it is named, not lost.
      if (cell === undefined || open.queue.conflicts[key] !== undefined) kept.push(text);
      else landed.push([cell, inOneLine(cell.item, text)]);
    }
    before.current = landed.map(([cell]) => [
      cell,
      pendingOf(open.queue, cell.key)?.text ?? open.report.cells[cell.key] ?? '',
    ]);
    for (const [cell, text] of landed) open.type(cell, text);
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
    for (const [cell, text] of before.current) open.type(cell, text);
    open.saver.flush();
    setPasted(null);
  };
  return { pasted, paste, undo, close: () => setPasted(null) };
}
