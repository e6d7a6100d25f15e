import type { AnnualTarget } from '@junheng/api-contract';
import { targetPlaceText } from '@junheng/evaluation-messages/ledger';
import { TextAreaField, useLanguage } from '@junheng/ui/plain';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FormDialog } from '../../../display/form-dialog.tsx';
import { annualTargetsQuery, withdrawTarget } from '../../../server/annual-targets.ts';

/** A target that was set by mistake, or was changed by those above: it stays to be seen, with the reason. */
export function WithdrawTargetDialog({
  target,
  onClose,
}: {
  readonly target: AnnualTarget;
  readonly onClose: () => void;
}) {
  const { t } = useTranslation('targets');
  const { language } = useLanguage();
  const client = useQueryClient();
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const short = reason.trim().length < 2;
  const withdrawing = useMutation({
    mutationFn: () => withdrawTarget(target.id, reason.trim()),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: annualTargetsQuery(target.county.id).queryKey });
      onClose();
    },
  });
  return (
    <FormDialog
      title={t('withdraw.title')}
      confirm={t('withdraw.action')}
      danger
      busy={withdrawing.isPending}
      error={withdrawing.error}
      onClose={onClose}
      onConfirm={() => {
        setTried(true);
        if (!short) withdrawing.mutate();
      }}
    >
      <p>{[target.school?.name, targetPlaceText(language, target.place)].filter(Boolean).join(' · ')}</p>
      <p className="ev-muted">{t('withdraw.help')}</p>
      <TextAreaField
        label={t('withdraw.reason')}
        maxLength={500}
        autoFocus
        value={reason}
        problem={tried && short ? t('withdraw.reasonMissing') : undefined}
        onChange={(event) => setReason(event.target.value)}
      />
    </FormDialog>
  );
}
