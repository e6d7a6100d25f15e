import type { RegisterRow } from '@junheng/api-contract';
import { TextAreaField } from '@junheng/ui/plain';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FormDialog } from '../../display/form-dialog.tsx';
import { registerKeys, withdrawRegisterRow } from '../../server/registers.ts';

export function WithdrawDialog(props: {
  readonly row: RegisterRow;
  readonly what: string;
  readonly onClose: () => void;
}) {
  const { t } = useTranslation('registers');
  const client = useQueryClient();
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const missing = reason.trim().length < 2;
  const withdrawing = useMutation({
    mutationFn: () => withdrawRegisterRow(props.row.id, { revision: props.row.revision, reason: reason.trim() }),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: registerKeys });
      props.onClose();
    },
  });
  return (
    <FormDialog
      title={t('withdrawOf', { what: props.what })}
      confirm={t('withdrawal.confirm')}
      danger
      busy={withdrawing.isPending}
      error={withdrawing.error}
      onClose={props.onClose}
      onConfirm={() => {
        setTried(true);
        if (!missing) withdrawing.mutate();
      }}
    >
      <p>{t('withdrawal.intro')}</p>
      <TextAreaField
        label={t('withdrawal.reason')}
        maxLength={500}
        autoFocus
        value={reason}
        problem={tried && missing ? t('withdrawal.reasonMissing') : undefined}
        onChange={(event) => setReason(event.target.value)}
      />
    </FormDialog>
  );
}
