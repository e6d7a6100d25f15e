import type { SectionWork } from '@junheng/api-contract';
import { applicableCells, splitCellKey, type CellKey, type Edition } from '@junheng/evaluation-core';
import { checkSelfReport, hasReason } from './report-checks.rules.ts';
import { revisionOf, valueOf } from './save-cells.rules.ts';
import type { ReportRecord } from './self-reports.types.ts';

/** A section of a report and who does it inside the school. */
export interface SectionAssignment {
  readonly reportId: string;
  readonly section: string;
  readonly personId: string;
  readonly displayName: string;
  readonly internalDate: string | null;
  readonly finishedAt: Date | null;
  readonly finishedRevision: number | null;
}

/** The section each cell of the form stands in, whether the school is asked for it now or not. */
export function sectionOf(edition: Edition, cell: CellKey): string | null {
  const { itemId } = splitCellKey(cell);
  return edition.items.find((item) => item.id === itemId)?.section ?? null;
}

/**
 * How far each section of this school's form is, in form order, and who has it.
 * @param here people who may fill in at this school today
 * @param openReturns cells with an open return reason
 */
export function sectionWorkOf(
  edition: Edition,
  report: ReportRecord,
  assignments: readonly SectionAssignment[],
  here: ReadonlySet<string>,
  openReturns: readonly (CellKey | null)[],
): readonly SectionWork[] {
  const cells = applicableCells(edition, report.cells);
  const checks = checkSelfReport(edition, report.cells, report, report.checkReasons);
  const atFault = checks.findings
    .filter(({ severity }) => severity !== 'information')
    .filter((finding) => finding.severity === 'hard' || !hasReason(finding, report.checkReasons))
    .map((finding) => finding.cells[0] ?? null);
  const faulty = [...atFault, ...openReturns].map((cell) => (cell === null ? null : sectionOf(edition, cell)));
  const revisions = Object.fromEntries(Object.entries(report.cellStates).map(([key, state]) => [key, state.revision]));
  return edition.sections.flatMap((section): SectionWork[] => {
    const own = cells.filter((cell) => cell.item.section === section);
    if (own.length === 0) return [];
    const required = own.filter((cell) => cell.required);
    const assignment = assignments.find((each) => each.section === section);
    const finishedRevision = assignment?.finishedRevision ?? null;
    return [
      {
        section,
        assignee:
          assignment === undefined
            ? null
            : {
                personId: assignment.personId,
                displayName: assignment.displayName,
                here: here.has(assignment.personId),
              },
        internalDate: assignment?.internalDate ?? null,
        finishedAt: assignment?.finishedAt?.toISOString() ?? null,
        changedSince: finishedRevision !== null && own.some(({ key }) => revisionOf(revisions, key) > finishedRevision),
        filled: required.filter(({ key }) => valueOf(report.cells, key) !== null).length,
        required: required.length,
        faults: faulty.filter((each) => each === section).length,
      },
    ];
  });
}

/** The same number of days before the new deadline as before the old one, so that a proposal keeps its rhythm. */
export function proposedDate(internalDate: string | null, oldDeadline: string, deadline: string): string | null {
  if (internalDate === null) return null;
  const day = 24 * 60 * 60_000;
  const before = Math.max(0, Math.round((Date.parse(oldDeadline) - Date.parse(internalDate)) / day));
  return new Date(Date.parse(deadline) - before * day).toISOString().slice(0, 10);
}
