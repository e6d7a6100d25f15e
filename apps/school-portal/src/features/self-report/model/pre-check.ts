import type { CellKey } from '@junheng/evaluation-core';
import type { ReturnReason, SectionWork } from '../../../api/types.ts';
import { cellsOfSection, type FormSection } from './form.ts';
import type { WeighedFinding } from './progress.ts';
import { cellsThatNeedThePerson, type WorkFacts } from './work-list.ts';

/** Everything that is to be done or known about one section, and who answers for it. */
export interface CheckedSection {
  readonly section: string;
  readonly work: SectionWork | null;
  readonly missing: readonly CellKey[];
  readonly findings: readonly WeighedFinding[];
  readonly returns: readonly ReturnReason[];
  /** Typed, refused or in conflict. */
  readonly unsaved: readonly CellKey[];
  /** Things that stand in the way of a submission. */
  readonly blocking: number;
}

/** All checks of a report by section, in form order; what has no cell, or one that the form no longer asks for, comes with the first section. Nothing is sent. */
export function checkedSections(
  sections: readonly FormSection[],
  facts: WorkFacts,
  work: readonly SectionWork[],
): CheckedSection[] {
  const unsaved = cellsThatNeedThePerson(facts.queue);
  const asked = new Set<CellKey>(sections.flatMap(cellsOfSection).map(({ key }) => key));
  return sections.map((section, index): CheckedSection => {
    const keys = new Set<string>(cellsOfSection(section).map(({ key }) => key));
    const belongs = (cell: CellKey | null | undefined): boolean =>
      cell === null || cell === undefined || !asked.has(cell) ? index === 0 : keys.has(cell);
    const own = {
      missing: facts.missing.map(({ key }) => key).filter((key) => keys.has(key)),
      findings: facts.findings.filter(({ finding }) => belongs(finding.cells[0])),
      returns: facts.report.returnReasons.filter(({ state, cell }) => state === 'open' && belongs(cell)),
      unsaved: unsaved.filter(belongs),
    };
    const inTheWay = own.findings.filter(({ weight }) => weight === 'blocks' || weight === 'needs-reason').length;
    return {
      section: section.id,
      work: work.find((each) => each.section === section.id) ?? null,
      ...own,
      blocking: own.missing.length + own.returns.length + own.unsaved.length + inTheWay,
    };
  });
}
