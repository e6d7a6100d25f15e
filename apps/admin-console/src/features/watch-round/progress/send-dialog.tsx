import type { Round, RoundSelfReport } from '@junheng/api-contract';
import { Button, Dialog, SelectField, TextAreaField, useLanguage } from '@junheng/ui/plain';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { RefusalNotice } from '../../../display/refusal-notice.tsx';
import { useFormat } from '../../../display/use-format.ts';
import { sendMessage, sentMessagesQuery } from '../../../server/messages.ts';
import { audiences, schoolsOf, type Audience } from './model/group-progress.ts';

export interface SendDialogProps {
  readonly kind: 'reminder' | 'announcement';
  readonly round: Round;
  readonly rows: readonly RoundSelfReport[];
  /** With how many schools were told; null: none. */
  readonly onClose: (told: number | null) => void;
}

/** A reminder or a notice: to whom, which schools these are, and the words. */
export function SendDialog({ kind, round, rows, onClose }: SendDialogProps) {
  const { t } = useTranslation(['progress', 'display']);
  const { language } = useLanguage();
  const { day } = useFormat();
  const client = useQueryClient();
  const title = t('round.title', {
    ns: 'display',
    year: round.year,
    kind: t(`round.kind.${round.kind}`, { ns: 'display' }),
  });
  const [audience, setAudience] = useState<Audience>(kind === 'reminder' ? 'not-handed-in' : 'all');
  const [text, setText] = useState(() => t(`send.draft.${kind}`, { round: title, day: day(round.deadline) }));
  const [tried, setTried] = useState(false);
  const { data: before } = useQuery(sentMessagesQuery(round.id));
  const schools = schoolsOf(rows, audience);
  const written = text.trim().length >= 2;
  const sending = useMutation({
    mutationFn: () =>
      sendMessage(round.id, { kind, text: text.trim(), schoolIds: schools.map(({ schoolId }) => schoolId) }),
    onSuccess: (sent) => {
      client.setQueryData(sentMessagesQuery(round.id).queryKey, sent);
      onClose(schools.length);
    },
  });
  return (
    <Dialog
      open
      title={t(`send.title.${kind}`)}
      onClose={() => onClose(null)}
      footer={
        <Button
          variant="primary"
          busy={sending.isPending}
          disabled={schools.length === 0}
          onClick={() => {
            setTried(true);
            if (written) sending.mutate();
          }}
        >
          {t('send.submit', { count: schools.length })}
        </Button>
      }
    >
      <div className="jh-form">
        <p>
          {t('send.intro')}
          {before?.byMail === true ? t('send.byMail') : ''}
        </p>
        <RefusalNotice error={sending.error} />
        <SelectField
          label={t('send.audience')}
          value={audience}
          options={audiences.map((each) => ({ value: each, label: t(`send.to.${each}`) }))}
          help={t('send.count', { count: schools.length })}
          onChange={(event) => setAudience(audiences.find((each) => each === event.target.value) ?? 'all')}
        />
        {schools.length === 0 ? (
          <p className="ev-muted">{t('send.nobody')}</p>
        ) : (
          <details>
            <summary>{t('send.names')}</summary>
            <p>{schools.map(({ schoolName }) => schoolName).join(language === 'zh-CN' ? '、' : ', ')}</p>
          </details>
        )}
        <TextAreaField
          label={t('send.text')}
          maxLength={1000}
          rows={4}
          value={text}
          problem={tried && !written ? t('send.textMissing') : undefined}
          onChange={(event) => setText(event.target.value)}
        />
      </div>
    </Dialog>
  );
}
