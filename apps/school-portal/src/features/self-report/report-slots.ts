import { createContext, useContext, type ReactNode } from 'react';
import type { SelfReport } from '../../api/types.ts';

/** What the app puts into the pages of a report. What it is, this feature does not know. */
export interface ReportSlots {
  readonly besideIndicator: (report: SelfReport, indicatorId: string) => ReactNode;
  readonly besideSpecialRule: (report: SelfReport, ruleId: string) => ReactNode;
  readonly onHandIn: (report: SelfReport) => ReactNode;
}

export const ReportSlotsContext = createContext<ReportSlots>({
  besideIndicator: () => null,
  besideSpecialRule: () => null,
  onHandIn: () => null,
});

export const useReportSlots = (): ReportSlots => useContext(ReportSlotsContext);
