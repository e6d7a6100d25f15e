import type { Recognition } from '@junheng/api-contract';
import { Button, Dialog, StatusTag, TextAreaField, useLanguage } from '@junheng/ui/plain';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { RefusalNotice } from '../../display/refusal-notice.tsx';
import { useFormat } from '../../display/use-format.ts';
import { recognitionsKey, withdrawRecognition } from '../../server/recognitions.ts';
import { editionNameOf } from './edition-name.ts';
import { toneOf } from './step-tone.ts';

/** Every step of a county with a standard, newest first; the last may be taken back by whoever may record it. */
export function HistoryDialog({
  recognition,
  onClose,
}: {
  readonly recognition: Recognition;
  readonly onClose: () => void;
}) {
  const { t } = useTranslation('recognition');
  const { language } = useLanguage();
  const { day, instant } = useFormat();
  const client = useQueryClient();
  const [reason, setReason] = useState<string | null>(null);
  const last = recognition.steps.find(({ withdrawn }) => withdrawn === null);
  const withdrawing = useMutation({
    mutationFn: (why: string) => withdrawRecognition(last?.id ?? '', why),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: recognitionsKey });
      onClose();
    },
  });
  return (
    <Dialog
      open
      title={t('historyOf', { county: recognition.countyName })}
      onClose={onClose}
      footer={
        recognition.mayWithdraw ? (
          reason === null ? (
            <Button onClick={() => setReason('')}>{t('withdraw')}</Button>
          ) : (
            <Button
              variant="danger"
              busy={withdrawing.isPending}
              disabled={reason.trim().length < 2}
              onClick={() => withdrawing.mutate(reason.trim())}
            >
              {t('withdraw')}
            </Button>
          )
        ) : undefined
      }
    >
      <RefusalNotice error={withdrawing.error} />
      <p className="ev-muted">{editionNameOf(recognition, language)}</p>
      <ol className="jc-rules" reversed>
        {recognition.steps.map(
          ({ id, step, on, document, issuer, evaluation, note, recordedBy, recordedAt, withdrawn }) => (
            <li key={id}>
              <div className="jc-rules__line">
                <StatusTag tone={withdrawn === null ? toneOf(step) : 'neutral'}>{t(`step.${step}`)}</StatusTag>
                <b>{withdrawn === null ? day(on) : <s>{day(on)}</s>}</b>
                <span>{[document, issuer].filter(Boolean).join(' · ')}</span>
                {evaluation === null ? null : (
                  <Link to={`/rounds/${evaluation.roundId}/evaluations/${evaluation.id}`}>
                    {t('evaluationOf', { year: evaluation.year })}
                  </Link>
                )}
              </div>
              {note === null ? null : <span>{note}</span>}
              <span className="ev-muted">{t('recordedBy', { name: recordedBy, at: instant(recordedAt) })}</span>
              {withdrawn === null ? null : (
                <span className="ev-muted">
                  {t('withdrawnBy', { name: withdrawn.by, at: instant(withdrawn.at), reason: withdrawn.reason })}
                </span>
              )}
            </li>
          ),
        )}
      </ol>
      {reason === null ? null : (
        <>
          <p className="ev-muted">{t('withdrawHelp')}</p>
          <TextAreaField
            label={t('reason')}
            maxLength={500}
            value={reason}
            onChange={(event) => setReason(event.target.value)}
          />
        </>
      )}
    </Dialog>
  );
}
