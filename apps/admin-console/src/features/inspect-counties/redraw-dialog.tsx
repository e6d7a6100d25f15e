import type { Inspection } from '@junheng/api-contract';
import { Button, Dialog, TextAreaField } from '@junheng/ui/plain';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { RefusalNotice } from '../../display/refusal-notice.tsx';
import { commitDraw, inspectionKeys } from '../../server/inspections.ts';

const LEAST_CHARACTERS = 4;

/** Another draw: with its reason, which everybody reads. */
export function RedrawDialog({
  inspection,
  onClose,
}: {
  readonly inspection: Inspection;
  readonly onClose: () => void;
}) {
  const { t } = useTranslation('inspect');
  const client = useQueryClient();
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const short = reason.trim().length < LEAST_CHARACTERS;
  const acting = useMutation({
    mutationFn: () => commitDraw(inspection.id, reason.trim()),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: inspectionKeys.all });
      onClose();
    },
  });
  const act = (): void => {
    setTried(true);
    if (!short) acting.mutate();
  };
  return (
    <Dialog
      open
      title={t('draw.againTitle')}
      onClose={onClose}
      footer={
        <Button variant="danger" busy={acting.isPending} onClick={act}>
          {t('draw.again')}
        </Button>
      }
    >
      <div className="jh-form">
        <p>{t('draw.againText')}</p>
        <RefusalNotice error={acting.error} />
        <TextAreaField
          label={t('draw.reason')}
          maxLength={500}
          value={reason}
          problem={tried && short ? t('draw.reasonFault') : undefined}
          onChange={(event) => setReason(event.target.value)}
        />
      </div>
    </Dialog>
  );
}
