import type { CheckFinding } from '@junheng/evaluation-core';
import { hasText } from '@junheng/evaluation-messages/plain';
import { Button, StatusTag, type Tone, useTexts } from '@junheng/ui/plain';
import { useState } from 'react';
import { readDraft } from './model/drafts.ts';
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
  readonly onJump: (cell: string) => void;
  /** The cell the note stands at; left out in a list, where the note names its cell. */
  readonly at?: string;
}

/** One finding in plain words, with what to do about it and the way to every cell it names. */
export function FindingNote({ reportId, finding: weighed, editable, onJump, at }: FindingNoteProps) {
  const { t } = useTexts('portal');
  const words = useWords();
  const { giveReason } = useReportActions(reportId);
  const { finding, weight, reason } = weighed;
  const draftKey = `${reportId}/${reasonKeyOf(finding)}`;
  const [changing, setChanging] = useState(() => readDraft(draftKey) !== null);
  const [firstCell, ...otherCells] = finding.cells;
  const asks = editable && (weight === 'needs-reason' || (weight === 'explained' && changing));
  const hint = hintKeyOf(finding);
  return (
    <div className={`finding finding--${weight}`}>
      {at !== undefined || firstCell === undefined ? null : <p className="finding__cell">{words.cell(firstCell)}</p>}
      <p className="finding__text">
        <StatusTag tone={toneOfWeight[weight]}>{t(`checks.${weight}`)}</StatusTag>{' '}
        {words.of(finding.messageKey, finding.facts)}
      </p>
      {hint === null ? null : <p className="finding__hint">{words.of(hint, finding.facts)}</p>}
      {otherCells.length === 0 ? null : (
        <p className="finding__others">
          {t('checks.seeAlso')}
          {otherCells.slice(0, OTHERS).map((cell) => (
            <button key={cell} type="button" className="link-button" onClick={() => onJump(cell)}>
              {words.cell(cell)}
            </button>
          ))}
        </p>
      )}
      {reason === '' || asks ? null : (
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
          draftKey={draftKey}
          onSave={(text) => giveReason(reasonKeyOf(finding), text)}
          onSaved={() => setChanging(false)}
        />
      ) : null}
      {at !== undefined || firstCell === undefined ? null : (
        <Button size="small" variant="quiet" onClick={() => onJump(firstCell)}>
          {t('checks.jump')}
        </Button>
      )}
    </div>
  );
}

/** A sum of ten class bands names ten cells; the first few show where it is. */
const OTHERS = 4;

/** How to repair it, where the check says so. */
function hintKeyOf(finding: CheckFinding): string | null {
  const key = 'hintKey' in finding && typeof finding.hintKey === 'string' ? finding.hintKey : '';
  return hasText(key) ? key : null;
}
