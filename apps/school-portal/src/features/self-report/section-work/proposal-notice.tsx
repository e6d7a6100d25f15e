import { Button, Notice, useTexts } from '@junheng/ui/plain';
import type { AssignSectionsRequest, SectionWorkList } from '../../../api/types.ts';
import { useWords } from '../use-words.ts';

export interface ProposalNoticeProps {
  readonly proposal: NonNullable<SectionWorkList['proposal']>;
  readonly busy: boolean;
  readonly onAccept: (assignments: AssignSectionsRequest['assignments']) => void;
}

/** The division of the round before, to be taken over as it is; nothing is assigned until then. */
export function ProposalNotice({ proposal, busy, onAccept }: ProposalNoticeProps) {
  const { t } = useTexts('portal');
  const words = useWords();
  return (
    <Notice
      tone="info"
      title={t('sectionWork.proposal')}
      action={
        <Button
          busy={busy}
          onClick={() =>
            onAccept(proposal.map(({ section, personId, internalDate }) => ({ section, personId, internalDate })))
          }
        >
          {t('sectionWork.takeOver')}
        </Button>
      }
    >
      {words.list(
        proposal.map(({ section, displayName }) =>
          t('sectionWork.proposed', { section: words.section(section), name: displayName }),
        ),
      )}
    </Notice>
  );
}
