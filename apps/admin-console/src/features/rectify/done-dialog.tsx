import type { CompleteMeasureRequest, Rectification, RectificationMeasure } from '@junheng/api-contract';
import { Button, TextField } from '@junheng/ui/plain';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FormDialog } from '../../display/form-dialog.tsx';
import { useToday } from '../../display/use-today.ts';
import { completeMeasure, rectificationKeys } from '../../server/rectifications.ts';
import { MONEY } from './model/amounts.ts';

interface DoneDialogProps {
  readonly row: Rectification;
  readonly measure: RectificationMeasure;
  readonly onClose: () => void;
}

/** A measure was carried out: when, and for how much; one that was marked by mistake is planned again. */
export function DoneDialog({ row, measure, onClose }: DoneDialogProps) {
  const { t } = useTranslation('rectify');
  const client = useQueryClient();
  const today = useToday();
  const [on, setOn] = useState(measure.done?.on ?? today);
  const [spent, setSpent] = useState(measure.done?.spent ?? '');
  const [tried, setTried] = useState(false);
  const dayWrong = on === '' || on > today;
  const spentWrong = spent.trim() !== '' && !MONEY.test(spent.trim());
  const saving = useMutation({
    mutationFn: (body: CompleteMeasureRequest) => completeMeasure(row.id, measure.id, body),
    onSuccess: async (changed) => {
      client.setQueryData(rectificationKeys.one(row.id), changed);
      await client.invalidateQueries({ queryKey: rectificationKeys.all });
      onClose();
    },
  });
  return (
    <FormDialog
      title={t('measures.doneTitle')}
      confirm={t('measures.doneConfirm')}
      busy={saving.isPending}
      error={saving.error}
      onClose={onClose}
      onConfirm={() => {
        setTried(true);
        if (!dayWrong && !spentWrong) saving.mutate({ done: { on, spent: spent.trim() === '' ? null : spent.trim() } });
      }}
    >
      <p>{measure.description}</p>
      <p className="ev-muted">{t('measures.doneHelp')}</p>
      <TextField
        label={t('measures.doneOn')}
        type="date"
        max={today}
        value={on}
        problem={tried && dayWrong ? t('measures.doneOnWrong', { today }) : undefined}
        onChange={(event) => setOn(event.target.value)}
      />
      <TextField
        label={t('measures.spent')}
        inputMode="decimal"
        value={spent}
        problem={tried && spentWrong ? t('measures.moneyWrong') : undefined}
        onChange={(event) => setSpent(event.target.value)}
      />
      {measure.done === null ? null : (
        <div>
          <Button size="small" busy={saving.isPending} onClick={() => saving.mutate({ done: null })}>
            {t('measures.undo')}
          </Button>
        </div>
      )}
    </FormDialog>
  );
}
