import { Button, StatusTag, type Tone } from '@junheng/ui/plain';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { reasonKeyOf, type Weight, type WeighedFinding } from './model/progress.ts';
import { useReportActions } from './use-report-actions.ts';
import { useWords } from './use-words.ts';
import { WrittenAnswer } from './written-answer.tsx';

export const toneOfWeight: Readonly<Record<Weight, Tone>> = {
  blocks: 'danger',
  'needs-reason': 'warning',
  explained: 'success',
  information: 'info',
};

export interface FindingNoteProps {
  readonly reportId: string;
  readonly finding: WeighedFinding;
  readonly editable: boolean;
  /** Leads to the cell, which is then named; left out where the note already stands at it. */
  readonly onJump?: () => void;
}

/** One finding in plain words, with what to do about it. */
export function FindingNote({ reportId, finding: { finding, weight, reason }, editable, onJump }: FindingNoteProps) {
  const { t } = useTranslation('portal');
  const words = useWords();
  const { giveReason } = useReportActions(reportId);
  const [changing, setChanging] = useState(false);
  const [firstCell] = finding.cells;
  const asks = editable && (weight === 'needs-reason' || (weight === 'explained' && changing));
  return (
    <div className={`finding finding--${weight}`}>
      {onJump === undefined || firstCell === undefined ? null : (
        <p className="finding__cell">{words.cell(firstCell)}</p>
      )}
      <p className="finding__text">
        <StatusTag tone={toneOfWeight[weight]}>{t(`checks.${weight}`)}</StatusTag>{' '}
        {words.of(finding.messageKey, finding.facts)}
      </p>
      {reason === '' || changing ? null : (
        <p className="finding__reason">
          {t('checks.reasonGiven', { reason })}{' '}
          {editable ? (
            <button type="button" className="link-button" onClick={() => setChanging(true)}>
              {t('checks.reasonChange')}
            </button>
          ) : null}
        </p>
      )}
      {asks ? (
        <WrittenAnswer
          label={t('checks.reasonLabel')}
          submitText={t('checks.reasonSave')}
          tooShort={t('checks.reasonShort')}
          initial={reason}
          onSave={(text) => giveReason(reasonKeyOf(finding), text)}
          onSaved={() => setChanging(false)}
        />
      ) : null}
      {onJump === undefined || finding.cells.length === 0 ? null : (
        <Button size="small" variant="quiet" onClick={onJump}>
          {t('checks.jump')}
        </Button>
      )}
    </div>
  );
}
