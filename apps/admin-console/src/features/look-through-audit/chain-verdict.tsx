import type { AuditVerification } from '@junheng/api-contract';
import { Notice } from '@junheng/ui/plain';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../display/use-format.ts';

const KINDS = ['edited', 'deleted', 'reordered', 'truncated', 'rewritten', 'anchors-damaged'] as const;

/** What the verifier found, in words. */
export function ChainVerdict({ found }: { readonly found: AuditVerification }) {
  const { t } = useTranslation('audit');
  const { instant } = useFormat();
  const notes = [
    found.notYetAnchored > 0 ? t('chain.notAnchored', { count: found.notYetAnchored }) : null,
    found.notYetSealed > 0 ? t('chain.notSealed', { count: found.notYetSealed }) : null,
    t('chain.verifiedAt', { at: instant(found.verifiedAt) }),
  ].filter((note) => note !== null);
  if (found.intact) {
    return (
      <Notice
        tone="success"
        role="status"
        title={t('chain.intact', { entries: found.entries, anchors: found.anchors })}
      >
        {notes.join(' ')}
      </Notice>
    );
  }
  return (
    <>
      {found.faults.map((fault) => {
        const kind = KINDS.find((known) => known === fault.kind);
        return (
          <Notice
            key={`${fault.kind} ${fault.sequence}`}
            tone="danger"
            role="alert"
            title={t('chain.damaged', { sequence: fault.sequence })}
          >
            {kind === undefined ? fault.description : t(`chain.fault.${kind}`)}{' '}
            {fault.unprovenFrom < fault.sequence ? t('chain.unproven', { from: fault.unprovenFrom }) : null}{' '}
            {notes.join(' ')}
          </Notice>
        );
      })}
    </>
  );
}
