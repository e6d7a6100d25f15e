import type { ReportReview, ReviewLevel } from '@junheng/api-contract';
import { cellName } from '@junheng/evaluation-messages';
import { Button, Dialog, TextAreaField, TextField, useLanguage } from '@junheng/ui/plain';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { RefusalNotice } from '../../display/refusal-notice.tsx';
import {
  LONGEST_REASON,
  reasonsToSend,
  WHOLE_REPORT,
  type ReasonToSend,
  type ReturnMarks,
} from './model/return-marks.ts';

export interface ReturnDialogProps {
  readonly schoolName: string;
  /** Where it lies; null while that is not known. */
  readonly review: ReportReview | null;
  readonly marks: ReturnMarks;
  readonly formOrder: readonly string[];
  readonly busy: boolean;
  readonly error: unknown;
  readonly onMark: (cell: string, reason: string | null) => void;
  readonly onReturn: (reasons: readonly ReasonToSend[], correctBy: string | null) => void;
  readonly onClose: () => void;
}

/** The level it goes back to; null: the school. */
function levelBelow(review: ReportReview | null): ReviewLevel | null {
  if (review === null || review.level === null || review.returnsTo === 'school') return null;
  return review.levels[review.levels.indexOf(review.level) - 1] ?? null;
}

/** The reasons in the order of the form; nothing goes back without at least one. */
export function ReturnDialog(props: ReturnDialogProps) {
  const { t } = useTranslation('review');
  const { language } = useLanguage();
  const [correctBy, setCorrectBy] = useState('');
  const below = levelBelow(props.review);
  const { ready, tooShort } = reasonsToSend(props.marks, props.formOrder);
  // The reason about the whole is optional: an empty one is not sent instead of standing in the way.
  const unfinished = tooShort.filter((cell) => cell !== null);
  const anchored = ready.filter((reason) => reason.cell !== null);
  return (
    <Dialog
      open
      title={t('returning.title', { name: props.schoolName })}
      onClose={props.onClose}
      footer={
        <Button
          variant="primary"
          busy={props.busy}
          disabled={ready.length === 0 || unfinished.length > 0}
          onClick={() => props.onReturn(ready, correctBy === '' ? null : correctBy)}
        >
          {t('returning.submit', { count: ready.length })}
        </Button>
      }
    >
      <div className="jh-form">
        <p>{below === null ? t('returning.intro') : t('returning.introBelow', { level: t(`level.${below}`) })}</p>
        <RefusalNotice error={props.error} />
        {anchored.length === 0 && unfinished.length === 0 ? <p className="ev-muted">{t('returning.none')}</p> : null}
        {anchored.length === 0 ? null : (
          <ul className="jc-guard__list jc-guard__list--plain">
            {anchored.map(({ cell, reason }) => (
              <li key={cell}>
                <b>{cellName(language, cell ?? '')}</b>
                <span>{reason}</span>
              </li>
            ))}
          </ul>
        )}
        {unfinished.length === 0 ? null : (
          <div>
            <p className="jc-danger">{t('returning.tooShort', { count: unfinished.length })}</p>
            <ul className="jc-guard__list">
              {unfinished.map((cell) => (
                <li key={cell}>{cellName(language, cell)}</li>
              ))}
            </ul>
          </div>
        )}
        <TextAreaField
          label={t('returning.wholeLabel')}
          maxLength={LONGEST_REASON}
          value={props.marks[WHOLE_REPORT] ?? ''}
          onChange={(event) => props.onMark(WHOLE_REPORT, event.target.value === '' ? null : event.target.value)}
        />
        <TextField
          label={t('returning.correctBy')}
          help={t('returning.correctByHelp')}
          type="date"
          value={correctBy}
          onChange={(event) => setCorrectBy(event.target.value)}
        />
      </div>
    </Dialog>
  );
}
