import { Dialog, ErrorState, LoadingState, useLanguage, useTexts } from '@junheng/ui/plain';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { evidenceQuery } from '../../api/evidence.ts';
import type { EvidenceTarget, SelfReport, Session } from '../../api/types.ts';
import { present, proves } from './model/shown-file.ts';
import { targetName } from './panel/target-name.ts';
import { useEvidenceParts } from './use-evidence-parts.ts';
import './evidence.css';

export interface EvidenceButtonProps {
  readonly report: SelfReport;
  readonly session: Session;
  /** What the files are to prove. */
  readonly target: EvidenceTarget;
}

/** Beside an indicator or a special rule: how many files prove it, and the way to them. */
export function EvidenceButton({ report, session, target }: EvidenceButtonProps) {
  const { t } = useTexts('portal');
  const { language } = useLanguage();
  const [open, setOpen] = useState(false);
  // A form has dozens of these; the dialog is made where one is opened, and stays, for it gives the focus back.
  const [used, setUsed] = useState(false);
  const { data } = useQuery(evidenceQuery(report.id));
  const { parts, failed, again } = useEvidenceParts(open);
  const count = present(data?.evidence ?? []).filter((each) => proves(each, target)).length;
  if (!report.may.fill && count === 0) return null;
  const what = count === 0 ? t('evidence.add') : t('evidence.count', { count });
  const indicator = targetName(language, target);
  return (
    <>
      <button
        type="button"
        className="link-button evidence-button"
        aria-label={t('evidence.named', { what, indicator })}
        onClick={() => {
          setUsed(true);
          setOpen(true);
        }}
      >
        {what}
      </button>
      {used ? (
        <Dialog open={open} shape="sheet" title={t('evidence.titleFor', { indicator })} onClose={() => setOpen(false)}>
          {parts !== null ? (
            <parts.EvidencePanel report={report} session={session} target={target} />
          ) : failed ? (
            <ErrorState title={t('evidence.panelFailed')} onRetry={again} />
          ) : (
            <LoadingState />
          )}
        </Dialog>
      ) : null}
    </>
  );
}
