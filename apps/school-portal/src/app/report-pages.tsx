import { useMemo, type ReactNode } from 'react';
import type { Session } from '../api/types.ts';
import { EvidenceButton } from '../features/evidence/evidence-button.tsx';
import { EvidenceKeeper } from '../features/evidence/evidence-keeper.tsx';
import { evidenceParts, loadEvidenceParts } from '../features/evidence/evidence-parts.ts';
import { EvidenceSection } from '../features/evidence/evidence-section.tsx';
import { countKeptFiles } from '../features/evidence/model/kept-files.ts';
import * as report from '../features/self-report/pages.ts';
import { ReportSlotsContext, type ReportSlots } from '../features/self-report/report-slots.ts';

// The entry of the reports' chunk: the pages of a report with the evidence joined to them.
export { allKept, flushAll, onWork, resumeJournals, workLeft } from '../features/self-report/pages.ts';

interface PageProps {
  readonly session: Session;
}

export function ReportPage({ session }: PageProps) {
  return (
    <WithEvidence session={session}>
      <report.ReportPage session={session} />
    </WithEvidence>
  );
}

export function HandInPage({ session }: PageProps) {
  return (
    <WithEvidence session={session}>
      <report.HandInPage session={session} />
    </WithEvidence>
  );
}

/** What would be lost by closing the page: cells, and files that this device could not keep. */
export function unsentCount(): number {
  return report.unsentCount() + (evidenceParts()?.unkeptFiles() ?? 0);
}

/** What signing out would throw away, of this page and of any other on this device: nothing is kept for whoever comes next. */
export async function unsentWork(personId: string): Promise<number> {
  const files = Math.max(evidenceParts()?.unsentFiles() ?? 0, await countKeptFiles(personId));
  return (await report.unsentOnDevice(personId)) + report.draftCount(personId) + files;
}

export function resumeAll(): void {
  report.resumeAll();
  evidenceParts()?.resumeUploads();
}

/** Signing out: nothing of this person stays in the page or on the computer. */
export async function forgetAll(personId: string): Promise<void> {
  // Also where no report was opened in this window.
  report.keepDraftsFor(personId);
  await report.forgetAll(personId);
  if (evidenceParts() === null && (await countKeptFiles(personId)) === 0) return;
  await (await loadEvidenceParts()).forgetUploads(personId);
}

function WithEvidence({ session, children }: PageProps & { readonly children: ReactNode }) {
  const slots = useMemo(
    (): ReportSlots => ({
      besideIndicator: (open, indicatorId) => (
        <EvidenceButton report={open} session={session} target={{ kind: 'indicator', id: indicatorId }} />
      ),
      besideSpecialRule: (open, ruleId) => (
        <EvidenceButton report={open} session={session} target={{ kind: 'special-rule', id: ruleId }} />
      ),
      onHandIn: (open) => <EvidenceSection report={open} session={session} />,
    }),
    [session],
  );
  return (
    <ReportSlotsContext value={slots}>
      <EvidenceKeeper session={session} />
      {children}
    </ReportSlotsContext>
  );
}
