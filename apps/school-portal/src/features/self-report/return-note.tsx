import { useState } from 'react';
import { useTexts } from '@junheng/ui/plain';
import { readDraft } from './model/drafts.ts';
import type { ReturnReason } from '../../api/types.ts';
import { useDates } from './use-dates.ts';
import { useReportActions } from './use-report-actions.ts';
import { useWords } from './use-words.ts';
import { WrittenAnswer } from './written-answer.tsx';

export interface ReturnNoteProps {
  readonly reportId: string;
  readonly reason: ReturnReason;
  readonly editable: boolean;
  /** It stands before the form: it is about the whole report, or about a cell that the form no longer has. */
  readonly apart?: boolean;
}

/** Why the bureau returned the report, pinned where it belongs until it is settled. */
export function ReturnNote({ reportId, reason, editable, apart = false }: ReturnNoteProps) {
  const { t } = useTexts('portal');
  const words = useWords();
  const dates = useDates();
  const { answerReason } = useReportActions(reportId);
  const [answering, setAnswering] = useState(() => apart || readDraft(reason.id) !== null);
  const open = reason.state === 'open';
  const whatToDo = reason.cell === null ? 'openWhole' : apart ? 'openNotAsked' : 'open';
  return (
    <div className={open ? 'return-note' : 'return-note return-note--settled'}>
      <p className="return-note__title">
        {t('returned.title')}
        <span className="return-note__by">{t('returned.by', { by: reason.by, time: dates.moment(reason.at) })}</span>
      </p>
      {apart && reason.cell !== null ? <p className="return-note__cell">{words.cell(reason.cell)}</p> : null}
      <p className="return-note__reason">{reason.reason}</p>
      {open ? (
        <p className="return-note__hint">{t(`returned.${whatToDo}`)}</p>
      ) : (
        <p className="return-note__hint">
          {reason.state === 'changed' ? t('returned.changed') : t('returned.answered', { answer: reason.answer ?? '' })}
        </p>
      )}
      {open && editable && !answering ? (
        <button type="button" className="link-button" onClick={() => setAnswering(true)}>
          {t('returned.answer')}
        </button>
      ) : null}
      {open && editable && answering ? (
        <WrittenAnswer
          label={t('returned.answerLabel')}
          submitText={t('returned.send')}
          tooShort={t('returned.tooShort')}
          initial=""
          draftKey={reason.id}
          onSave={(answer) => answerReason(reason.id, answer)}
        />
      ) : null}
    </div>
  );
}
