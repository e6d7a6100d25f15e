import { TextAreaField, TextField } from '@junheng/ui/plain';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FormDialog } from './form-dialog.tsx';
import { useToday } from './use-today.ts';

export interface EndingDialogProps {
  readonly title: string;
  readonly intro: string;
  readonly confirm: string;
  readonly busy: boolean;
  readonly error: unknown;
  readonly onEnd: (day: string, reason: string) => void;
  readonly onClose: () => void;
}

/** Asks for the last day and the reason before something of the register ends for good. */
export function EndingDialog({ title, intro, confirm, busy, error, onEnd, onClose }: EndingDialogProps) {
  const { t } = useTranslation('display');
  const today = useToday();
  const [day, setDay] = useState(today);
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const dayWrong = !/^\d{4}-\d\d-\d\d$/.test(day);
  const reasonMissing = reason.trim().length < 2;
  return (
    <FormDialog
      title={title}
      confirm={confirm}
      danger
      busy={busy}
      error={error}
      onClose={onClose}
      onConfirm={() => {
        setTried(true);
        if (!dayWrong && !reasonMissing) onEnd(day, reason.trim());
      }}
    >
      <p>{intro}</p>
      <TextField
        label={t('ending.day')}
        type="date"
        max={today}
        value={day}
        problem={tried && dayWrong ? t('ending.dayMissing') : undefined}
        onChange={(event) => setDay(event.target.value)}
      />
      <TextAreaField
        label={t('ending.reason')}
        help={t('ending.reasonHelp')}
        maxLength={500}
        value={reason}
        problem={tried && reasonMissing ? t('ending.reasonMissing') : undefined}
        onChange={(event) => setReason(event.target.value)}
      />
    </FormDialog>
  );
}
