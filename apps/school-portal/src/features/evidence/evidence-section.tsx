import { ErrorState, LoadingState, useTexts } from '@junheng/ui/plain';
import type { SelfReport, Session } from '../../api/types.ts';
import { useEvidenceParts } from './use-evidence-parts.ts';
import './evidence.css';

/** On the page of handing in: every file of the report and what it proves. */
export function EvidenceSection({ report, session }: { readonly report: SelfReport; readonly session: Session }) {
  const { t } = useTexts('portal');
  const { parts, failed, again } = useEvidenceParts(true);
  return (
    <section className="hand-in__part evidence-section" aria-labelledby="evidence-title">
      <h2 className="hand-in__title" id="evidence-title">
        {t('evidence.title')}
      </h2>
      {parts !== null ? (
        <parts.EvidencePanel report={report} session={session} target={null} />
      ) : failed ? (
        <ErrorState title={t('evidence.panelFailed')} onRetry={again} />
      ) : (
        <LoadingState />
      )}
    </section>
  );
}
