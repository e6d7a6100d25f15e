import type { Rectification } from '@junheng/api-contract';
import { TextAreaField, TextField } from '@junheng/ui/plain';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FormDialog } from '../../display/form-dialog.tsx';
import { useToday } from '../../display/use-today.ts';
import { closeRectification, exceptRectification, rectificationKeys, sayOf } from '../../server/rectifications.ts';

export type RowAct = 'notes' | 'completion' | 'return' | 'close' | 'except';
/** Fewest characters of the text each act asks for. */
const LEAST: Readonly<Record<RowAct, number>> = { notes: 2, completion: 2, return: 2, close: 0, except: 4 };

/** One act on a row: what it means stands above, and what cannot be undone says so. */
export function ActDialog({
  row,
  act,
  onClose,
}: {
  readonly row: Rectification;
  readonly act: RowAct;
  readonly onClose: () => void;
}) {
  const { t } = useTranslation('rectify');
  const client = useQueryClient();
  const today = useToday();
  const [text, setText] = useState('');
  const [expiresOn, setExpiresOn] = useState('');
  const [tried, setTried] = useState(false);
  const said = text.trim();
  const short = said.length < LEAST[act];
  const dayWrong = act === 'except' && (expiresOn === '' || expiresOn < today);
  const acting = useMutation({
    mutationFn: (): Promise<Rectification> => {
      switch (act) {
        case 'close':
          return closeRectification(row.id, said === '' ? null : said);
        case 'except':
          return exceptRectification(row.id, { reason: said, expiresOn });
        case 'notes':
        case 'completion':
        case 'return':
          return sayOf(row.id, act, said);
        default: {
          const exhaustive: never = act;
          return exhaustive;
        }
      }
    },
    onSuccess: async (changed) => {
      client.setQueryData(rectificationKeys.one(row.id), changed);
      await client.invalidateQueries({ queryKey: rectificationKeys.all });
      onClose();
    },
  });
  return (
    <FormDialog
      title={t(`act.${act}.title`)}
      confirm={t(`act.${act}.confirm`)}
      busy={acting.isPending}
      error={acting.error}
      onClose={onClose}
      onConfirm={() => {
        setTried(true);
        if (!short && !dayWrong) acting.mutate();
      }}
    >
      <p>{t(`act.${act}.help`)}</p>
      <TextAreaField
        label={t(`act.${act}.label`)}
        maxLength={1000}
        autoFocus
        value={text}
        problem={tried && short ? t('act.textMissing', { count: LEAST[act] }) : undefined}
        onChange={(event) => setText(event.target.value)}
      />
      {act === 'except' ? (
        <TextField
          label={t('act.except.until')}
          type="date"
          min={today}
          value={expiresOn}
          problem={tried && dayWrong ? t('act.except.untilMissing', { today }) : undefined}
          onChange={(event) => setExpiresOn(event.target.value)}
        />
      ) : null}
    </FormDialog>
  );
}
