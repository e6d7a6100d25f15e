import {
  allowedCells,
  parseCell,
  splitCellKey,
  type CellKey,
  type Cells,
  type Edition,
  type ItemDefinition,
} from '@junheng/evaluation-core';
import type { LocatedProblem } from '../../platform/errors/domain-error.ts';

export type CellRevisions = Readonly<Record<CellKey, number>>;

export interface WantedChange {
  readonly cell: CellKey;
  /** null clears the cell: it becomes missing. */
  readonly value: string | null;
  /** The cell's revision the client last saw. */
  readonly baseRevision: number;
}

export interface CellChange {
  readonly cell: CellKey;
  readonly before: string | null;
  readonly after: string | null;
}

export interface ConflictingCell {
  readonly cell: CellKey;
  readonly mine: string | null;
  readonly theirs: string | null;
  readonly revision: number;
}

/** What a batch of changes comes to. Nothing of a refused or conflicting batch is applied. */
export type SaveDecision =
  | {
      readonly kind: 'refused';
      readonly code: 'self-report.cell-invalid' | 'self-report.cell-not-applicable';
      readonly problems: readonly LocatedProblem[];
    }
  | { readonly kind: 'conflict'; readonly cells: readonly ConflictingCell[] }
  | {
      readonly kind: 'accepted';
      /** All cells after the batch. */
      readonly cells: Cells;
      /** What differs from before; empty where the batch repeats what is stored. */
      readonly changes: readonly CellChange[];
      /** The canonical value of every cell of the batch. */
      readonly saved: Readonly<Record<CellKey, string | null>>;
    };

/** Why a cell is not one of this school's form. */
export type ApplicabilityProblem = 'unknown-item' | 'other-stage' | 'not-applicable' | 'import-only';

export function valueOf(cells: Cells, cell: CellKey): string | null {
  return Object.hasOwn(cells, cell) ? (cells[cell] ?? null) : null;
}

export function revisionOf(revisions: CellRevisions, cell: CellKey): number {
  return Object.hasOwn(revisions, cell) ? (revisions[cell] ?? 0) : 0;
}

/**
 * Decides a batch: every value is read by the core's own parser, cells that are not part of this school's form are refused,
 * and a cell that somebody else has changed to another value since is a conflict.
 *
 * Which cells belong to the form is judged on the state after the batch, so that a flag and the cells it opens may travel
 * together. A cell that a change makes inapplicable keeps its value: switching a type back loses nothing.
 *
 * @param by `typed` in the form, or `imported` from a workbook (which alone may fill aggregate items)
 */
export function decideSave(
  edition: Edition,
  stored: { readonly cells: Cells; readonly cellRevisions: CellRevisions; readonly revision: number },
  wanted: readonly WantedChange[],
  by: 'typed' | 'imported' = 'typed',
): SaveDecision {
  const itemOf = (id: string) => edition.items.find((item) => item.id === id);
  const problems: LocatedProblem[] = [];
  const saved = new Map<CellKey, string | null>();
  let invalid = false;

  for (const { cell, value } of wanted) {
    const item = itemOf(splitCellKey(cell).itemId);
    if (item === undefined) {
      problems.push({ at: cell, code: 'unknown-item' satisfies ApplicabilityProblem });
      continue;
    }
    if (value === null) {
      saved.set(cell, null);
      continue;
    }
    const parsed = parseCell(item, value);
    if (!parsed.ok) {
      invalid = true;
      problems.push({ at: cell, code: parsed.problem, facts: factsOf(item, value) });
      continue;
    }
    saved.set(cell, parsed.value);
  }

  const cells = cellsAfter(stored.cells, saved);
  const inForm = allowedCells(edition, cells);
  for (const [cell, value] of saved) {
    if (value === null) continue;
    const { itemId, stage } = splitCellKey(cell);
    const item = itemOf(itemId);
    if (item === undefined || valueOf(stored.cells, cell) === value) continue;
    if (!inForm.has(cell)) {
      problems.push({ at: cell, code: whyNotInForm(item, stage), facts: { item: itemId, stage } });
    } else if (by === 'typed' && item.entry === 'import' && valueOf(stored.cells, cell) === null) {
      problems.push({ at: cell, code: 'import-only' satisfies ApplicabilityProblem, facts: { item: itemId, stage } });
    }
  }
  if (problems.length > 0) {
    return {
      kind: 'refused',
      code: invalid ? 'self-report.cell-invalid' : 'self-report.cell-not-applicable',
      problems,
    };
  }

  const conflicts = wanted.flatMap(({ cell, baseRevision }): ConflictingCell[] => {
    const revision = revisionOf(stored.cellRevisions, cell);
    const mine = saved.get(cell) ?? null;
    const theirs = valueOf(stored.cells, cell);
    // A base this server has never reached comes from a state it does not know (a restored backup): also shown, never guessed.
    const sawCurrent = revision <= baseRevision && baseRevision <= stored.revision;
    return sawCurrent || mine === theirs ? [] : [{ cell, mine, theirs, revision }];
  });
  if (conflicts.length > 0) return { kind: 'conflict', cells: conflicts };

  const changes = [...saved].flatMap(([cell, value]): CellChange[] => {
    const before = valueOf(stored.cells, cell);
    return before === value ? [] : [{ cell, before, after: value }];
  });
  return { kind: 'accepted', cells, changes, saved: Object.fromEntries(saved) };
}

function cellsAfter(before: Cells, saved: ReadonlyMap<CellKey, string | null>): Cells {
  const filled = [...saved].flatMap(([cell, value]) => (value === null ? [] : [[cell, value] as const]));
  const cells: Cells = { ...before, ...Object.fromEntries(filled) };
  if (filled.length === saved.size) return cells;
  return Object.fromEntries(Object.entries(cells).filter(([cell]) => saved.get(cell) !== null));
}

function whyNotInForm(item: ItemDefinition, stage: string | null): ApplicabilityProblem {
  const known = stage === null ? item.stages === null : [...(item.stages ?? []), ...item.alsoByStage].includes(stage);
  return known ? 'not-applicable' : 'other-stage';
}

function factsOf(item: ItemDefinition, value: string): Readonly<Record<string, unknown>> {
  const scale = item.value.kind === 'number' ? item.value.scale : null;
  return { item: item.id, typed: value.slice(0, 100), scale };
}
