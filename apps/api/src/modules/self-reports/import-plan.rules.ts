import { allowedCells, type CellKey, type Cells, type Edition } from '@junheng/evaluation-core';
import type { LocatedProblem } from '../../platform/errors/domain-error.ts';
import { decideSave, revisionOf, type CellChange } from './save-cells.rules.ts';
import type { ReportRecord } from './self-reports.types.ts';

/** What taking the cells of a workbook over into a report comes to. */
export interface ImportPlan {
  readonly blockedBy: 'submitted' | 'approved' | 'not-in-round' | null;
  readonly cells: Cells;
  readonly changes: readonly CellChange[];
  /** Cells that hold another value now. */
  readonly replaces: readonly { readonly cell: CellKey; readonly before: string; readonly after: string }[];
  /** Cells the report cannot take. */
  readonly problems: readonly LocatedProblem[];
}

/**
 * @param report the report of the school the workbook's school was matched to; null when it has none in this round
 */
export function planImport(edition: Edition, report: ReportRecord | null, imported: Cells): ImportPlan {
  const nothing: ImportPlan = { blockedBy: null, cells: report?.cells ?? {}, changes: [], replaces: [], problems: [] };
  if (report === null) return { ...nothing, blockedBy: 'not-in-round' };
  const { status } = report.progress;
  if (status === 'submitted' || status === 'approved') return { ...nothing, blockedBy: status };

  // County tables have a column for every stage and a 0 where a school has none of it: that is no value of the school.
  const form = allowedCells(edition, { ...report.cells, ...imported });
  const wanted = Object.entries(imported).filter(([cell, value]) => form.has(cell) || value !== '0');
  const cellRevisions = Object.fromEntries(
    Object.entries(report.cellStates).map(([cell, { revision }]) => [cell, revision]),
  );
  const decision = decideSave(
    edition,
    { cells: report.cells, cellRevisions, revision: report.revision },
    wanted.map(([cell, value]) => ({ cell, value, baseRevision: revisionOf(cellRevisions, cell) })),
    'imported',
  );
  switch (decision.kind) {
    case 'refused':
      return { ...nothing, problems: decision.problems };
    case 'conflict':
      // Every change was based on what is stored.
      return { ...nothing, problems: decision.cells.map(({ cell }) => ({ at: cell, code: 'self-report.conflict' })) };
    case 'accepted':
      return {
        blockedBy: null,
        cells: decision.cells,
        changes: decision.changes,
        replaces: decision.changes.flatMap(({ cell, before, after }) =>
          before === null || after === null ? [] : [{ cell, before, after }],
        ),
        problems: [],
      };
    default: {
      const exhaustive: never = decision;
      return exhaustive;
    }
  }
}

/** A school of the files with the school of the register it will be taken over to; null leaves it out. */
export interface MappedSchool {
  readonly key: string;
  readonly schoolId: string | null;
  readonly how: 'code' | 'name' | 'chosen' | 'none';
}

/** What the register settled, overruled by what a person chose. */
export function mapSchools(
  matches: readonly {
    readonly key: string;
    readonly how: 'code' | 'name' | 'none';
    readonly schoolId: string | null;
  }[],
  chosen: readonly { readonly key: string; readonly schoolId: string | null }[],
): {
  readonly mapped: readonly MappedSchool[];
  /** Keys that neither the register nor a person settled. */
  readonly unmapped: readonly string[];
  /** Keys that share a school of the register. */
  readonly doubled: readonly string[];
} {
  const choices = new Map(chosen.map(({ key, schoolId }) => [key, schoolId]));
  const mapped = matches.map((match): MappedSchool => {
    const choice = choices.get(match.key);
    return choice === undefined ? match : { key: match.key, schoolId: choice, how: 'chosen' };
  });
  const bySchool = new Map<string, string[]>();
  for (const { key, schoolId } of mapped) {
    if (schoolId !== null) bySchool.set(schoolId, [...(bySchool.get(schoolId) ?? []), key]);
  }
  return {
    mapped,
    unmapped: mapped.filter(({ how }) => how === 'none').map(({ key }) => key),
    doubled: [...bySchool.values()].filter((keys) => keys.length > 1).flat(),
  };
}
