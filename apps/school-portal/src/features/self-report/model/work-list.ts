import type { CellKey } from '@junheng/evaluation-core';
import type { ReturnReason } from '../../../api/types.ts';
import type { WeighedFinding, Weight } from './progress.ts';
import { unsentCells, type QueueState } from '@junheng/offline-journal';

/** What is left to do with a report, by what it takes. */
export type WorkGroup =
  /** Typed, but refused or in conflict: not saved until the person has dealt with it. */
  | { readonly kind: 'unsaved'; readonly cells: readonly CellKey[] }
  | { readonly kind: 'returns'; readonly reasons: readonly ReturnReason[] }
  | { readonly kind: Weight; readonly findings: readonly WeighedFinding[] }
  /** Required and still empty. */
  | { readonly kind: 'missing'; readonly cells: readonly CellKey[] };
export type WorkKind = WorkGroup['kind'];

const BLOCKING: readonly WorkKind[] = ['unsaved', 'returns', 'blocks', 'needs-reason', 'missing'];

export interface WorkFacts {
  readonly report: { readonly returnReasons: readonly ReturnReason[] };
  readonly queue: QueueState;
  readonly missing: readonly { readonly key: CellKey }[];
  /** In form order. */
  readonly findings: readonly WeighedFinding[];
}

/** Everything left to do or to know, what blocks first; within a group in form order. Empty groups are left out. */
export function workGroups({ report, queue, missing, findings }: WorkFacts): WorkGroup[] {
  const unsaved = cellsThatNeedThePerson(queue);
  // What was typed there is in the first group already.
  const empty = missing.map(({ key }) => key).filter((key) => !unsaved.includes(key));
  const open = report.returnReasons.filter((reason) => reason.state === 'open');
  const weighing = (kind: Weight): WorkGroup[] => {
    const own = findings.filter(({ weight }) => weight === kind);
    return own.length === 0 ? [] : [{ kind, findings: own }];
  };
  return [
    ...(unsaved.length === 0 ? [] : [{ kind: 'unsaved' as const, cells: unsaved }]),
    ...(open.length === 0 ? [] : [{ kind: 'returns' as const, reasons: open }]),
    ...weighing('blocks'),
    ...weighing('needs-reason'),
    ...(empty.length === 0 ? [] : [{ kind: 'missing' as const, cells: empty }]),
    ...weighing('explained'),
    ...weighing('information'),
  ];
}

/** Conflicts, and texts that this page or the server refused. */
export function cellsThatNeedThePerson(queue: QueueState): CellKey[] {
  const refused = Object.entries(queue.edits).flatMap(([key, edit]) => (edit.value === undefined ? [key] : []));
  return [...new Set([...Object.keys(queue.conflicts), ...refused])];
}

const HELD = 'self-report.cell-held';

/**
 * Of these, what cannot be mended where it was typed: the form no longer asks for the cell, or a colleague alone may change it.
 * @param asked whether the form has the cell
 */
export function outOfReach(
  queue: QueueState,
  asked: (cell: CellKey) => boolean,
): { readonly notAsked: readonly CellKey[]; readonly held: readonly CellKey[] } {
  const cells = cellsThatNeedThePerson(queue);
  return {
    notAsked: cells.filter((key) => !asked(key)),
    held: cells.filter((key) => asked(key) && queue.edits[key]?.refusal === HELD),
  };
}

export function blocks(group: WorkGroup): boolean {
  return BLOCKING.includes(group.kind);
}

/** How many things a group holds. */
export function sizeOf(group: WorkGroup): number {
  switch (group.kind) {
    case 'unsaved':
    case 'missing':
      return group.cells.length;
    case 'returns':
      return group.reasons.length;
    case 'blocks':
    case 'needs-reason':
    case 'explained':
    case 'information':
      return group.findings.length;
    default: {
      const exhaustive: never = group;
      return exhaustive;
    }
  }
}

/** Things that want attention now. Empty cells are not among them: the sections count those. */
export function urgentCount(groups: readonly WorkGroup[]): number {
  return groups.reduce((sum, group) => sum + (blocks(group) && group.kind !== 'missing' ? sizeOf(group) : 0), 0);
}

/** On its way to the server: goes by itself with a network, but a report cannot be handed in before it has arrived. */
export function onTheWay(queue: QueueState): number {
  return unsentCells(queue).length - cellsThatNeedThePerson(queue).length;
}
