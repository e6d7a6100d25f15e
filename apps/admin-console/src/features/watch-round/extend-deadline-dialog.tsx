import type { RoundSelfReport } from '@junheng/api-contract';
import { Button, Dialog, TextAreaField, TextField } from '@junheng/ui/plain';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { RefusalNotice } from '../../display/refusal-notice.tsx';
import { useFormat } from '../../display/use-format.ts';
import { extendDeadline, roundKeys } from '../../server/rounds.ts';

export interface ExtendDeadlineDialogProps {
  readonly roundId: string;
  readonly row: RoundSelfReport;
  readonly onClose: (extendedTo: string | null) => void;
}

/** One school's own deadline, with the reason: the school sees it and it goes on record. */
export function ExtendDeadlineDialog({ roundId, row, onClose }: ExtendDeadlineDialogProps) {
  const { t } = useTranslation('round');
  const { day } = useFormat();
  const client = useQueryClient();
  const [deadline, setDeadline] = useState('');
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const faults = {
    deadline: deadline > row.deadline ? undefined : t('extension.later'),
    reason: reason.trim().length >= 2 ? undefined : t('extension.reasonMissing'),
  };
  const extend = useMutation({
    mutationFn: () => extendDeadline(roundId, row.schoolId, { deadline, reason: reason.trim() }),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: roundKeys.all });
      onClose(deadline);
    },
  });
  return (
    <Dialog
      open
      title={t('extension.title')}
      onClose={() => onClose(null)}
      footer={
        <Button
          variant="primary"
          busy={extend.isPending}
          onClick={() => {
            setTried(true);
            if (faults.deadline === undefined && faults.reason === undefined) extend.mutate();
          }}
        >
          {t('extension.save')}
        </Button>
      }
    >
      <div className="jh-form">
        <p>{t('extension.intro', { name: row.schoolName, day: day(row.deadline) })}</p>
        <RefusalNotice error={extend.error} />
        <TextField
          label={t('extension.deadline')}
          type="date"
          min={row.deadline}
          value={deadline}
          problem={tried ? faults.deadline : undefined}
          onChange={(event) => setDeadline(event.target.value)}
        />
        <TextAreaField
          label={t('extension.reason')}
          help={t('extension.reasonHelp')}
          maxLength={500}
          value={reason}
          problem={tried ? faults.reason : undefined}
          onChange={(event) => setReason(event.target.value)}
        />
      </div>
    </Dialog>
  );
}
