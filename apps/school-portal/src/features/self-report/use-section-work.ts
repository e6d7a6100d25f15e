import { useQuery } from '@tanstack/react-query';
import { sectionWorkQuery } from '../../api/section-work.ts';
import type { OpenReport } from './use-report.ts';

export interface SectionWorkOfForm {
  /** The server has said how the school divides its work. */
  readonly known: boolean;
  /** Who alone (beside the principal) may change this section; null where this person may. */
  readonly heldBy: (section: string) => string | null;
}

/** How the school divides its work, for the form. While it is not known (no network), nothing is held back: the server decides. */
export function useSectionWork(open: OpenReport, personId: string): SectionWorkOfForm {
  const { report } = open;
  const { data } = useQuery({ ...sectionWorkQuery(report.id), enabled: report.lock !== 'no-right' });
  return {
    known: data !== undefined,
    heldBy: (section) => {
      if (data === undefined || !data.held || data.mayAssign) return null;
      const assignee = data.sections.find((each) => each.section === section)?.assignee ?? null;
      return assignee === null || !assignee.here || assignee.personId === personId ? null : assignee.displayName;
    },
  };
}

/** The same report, for looking only. */
export function lookedAt(open: OpenReport): OpenReport {
  return { ...open, report: { ...open.report, may: { ...open.report.may, fill: false } } };
}
