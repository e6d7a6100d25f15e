import type { CellDefinition, CellKey, Cells } from '@junheng/evaluation-core';
import type { SelfReport } from '../../../api/types.ts';
import type { WeighedFinding } from './progress.ts';

/** What of a report stands in a cell or beside it. */
type CellReport = Pick<
  SelfReport,
  'id' | 'cells' | 'cellRevisions' | 'cellSources' | 'prefilledFrom' | 'lastYear' | 'peers' | 'returnReasons'
> & { readonly may: Pick<SelfReport['may'], 'fill'> };

/** What a cell is drawn from, besides what was typed into it (`useCellWork`). */
export interface CellSurroundings {
  readonly report: CellReport;
  readonly saver: unknown;
  readonly type: unknown;
  readonly openedWith: Cells;
  readonly cells: Cells;
  readonly findings: readonly WeighedFinding[];
}

/**
 * Whether a cell looks and acts the same with either: of what changes with every key only its own part matters, and drawing all
 * cells anew would take longer than reading, computing and drawing what has changed.
 */
export function sameForCell(cell: CellDefinition, one: CellSurroundings, other: CellSurroundings): boolean {
  const { key } = cell;
  if (!sameInReport(key, one.report, other.report)) return false;
  if (one.saver !== other.saver || one.type !== other.type) return false;
  if (one.openedWith !== other.openedWith || one.cells[key] !== other.cells[key]) return false;
  // Beside an answer that shapes the form stands what it does to all of it.
  const { kind } = cell.item.value;
  if ((kind === 'choice' || kind === 'flag') && one.cells !== other.cells) return false;
  return sameFindings(key, one.findings, other.findings);
}

/** A save changes the report, but of one that was read again the parts that say the same stay the same objects. */
function sameInReport(key: CellKey, one: CellReport, other: CellReport): boolean {
  return (
    one === other ||
    (one.id === other.id &&
      one.may.fill === other.may.fill &&
      one.cells[key] === other.cells[key] &&
      one.cellRevisions[key] === other.cellRevisions[key] &&
      one.cellSources[key] === other.cellSources[key] &&
      one.prefilledFrom[key] === other.prefilledFrom[key] &&
      one.lastYear?.[key] === other.lastYear?.[key] &&
      one.peers === other.peers &&
      one.returnReasons === other.returnReasons)
  );
}

function sameFindings(key: CellKey, one: readonly WeighedFinding[], other: readonly WeighedFinding[]): boolean {
  if (one === other) return true;
  const at = (findings: readonly WeighedFinding[]) => findings.filter(({ finding }) => finding.cells[0] === key);
  return JSON.stringify(at(one)) === JSON.stringify(at(other));
}
