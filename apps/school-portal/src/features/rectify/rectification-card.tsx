import { text as words } from '@junheng/evaluation-messages';
import { rectificationNumberText, rectificationProblemText } from '@junheng/evaluation-messages/ledger';
import { Button, Notice, StatusTag, TextAreaField, useLanguage } from '@junheng/ui/plain';
import { problemOf } from '@junheng/api-client';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { RowEvidence } from './row-evidence.tsx';
import { rectificationsQuery, reportDone, tellProgress } from '../../api/rectifications.ts';
import type { RectificationRow } from '../../api/types.ts';

const TONES = { open: 'warning', 'to-verify': 'info', closed: 'success', excepted: 'neutral' } as const;

/** One problem: in words, with its deadline, the measures, the newest progress, and a field to say more. */
export function RectificationCard({ row }: { readonly row: RectificationRow }) {
  const { t } = useTranslation('rectify');
  const { language } = useLanguage();
  const [act, setAct] = useState<'progress' | 'done' | null>(null);
  const dates = new Intl.DateTimeFormat(language, { timeZone: 'Asia/Shanghai', dateStyle: 'long' });
  const day = (date: string) => dates.format(new Date(`${date}T00:00:00+08:00`));
  const title = row.title ?? (row.place === null ? '—' : rectificationProblemText(language, row.place));
  const number = rectificationNumberText(language, row.measured);
  return (
    <article className="rectify__card" aria-label={title}>
      <header className="rectify__head">
        <h2 className="rectify__title">{title}</h2>
        <StatusTag tone={TONES[row.status]}>{words(language, `rectification-status.${row.status}`)}</StatusTag>
        {row.escalation === null ? null : (
          <StatusTag tone="danger">{t('overdue', { count: row.overdueDays })}</StatusTag>
        )}
      </header>
      <dl className="rectify__facts">
        {number === null ? null : (
          <div>
            <dt>{t('now')}</dt>
            <dd>{number}</dd>
          </div>
        )}
        <div>
          <dt>{t('deadline')}</dt>
          <dd>{row.deadline === null ? t('noDeadline') : day(row.deadline)}</dd>
        </div>
        {row.measures.length === 0 ? null : (
          <div>
            <dt>{t('measures')}</dt>
            {row.measures.map(({ id, kind, description }) => (
              <dd key={id}>
                {words(language, `measure-kind.${kind}`)} · {description}
              </dd>
            ))}
          </div>
        )}
        {row.progress === null ? null : (
          <div>
            <dt>{t('progress')}</dt>
            <dd>{row.progress.text}</dd>
          </div>
        )}
      </dl>
      <RowEvidence row={row} />
      <p className="rectify__next">{t(`next.${nextOf(row)}`)}</p>
      {row.status === 'closed' ? null : act === null ? (
        <div className="rectify__acts">
          <Button onClick={() => setAct('progress')}>{t('tell')}</Button>
          {row.place === null && row.status === 'open' ? (
            <Button variant="primary" onClick={() => setAct('done')}>
              {t('done')}
            </Button>
          ) : null}
        </div>
      ) : (
        <SayForm rowId={row.id} act={act} onClose={() => setAct(null)} />
      )}
    </article>
  );
}

function nextOf(row: RectificationRow): 'open' | 'openWorded' | 'to-verify' | 'closed' | 'excepted' {
  return row.status === 'open' && row.place === null ? 'openWorded' : row.status;
}

interface SayFormProps {
  readonly rowId: string;
  readonly act: 'progress' | 'done';
  readonly onClose: () => void;
}

function SayForm({ rowId, act, onClose }: SayFormProps) {
  const { t } = useTranslation('rectify');
  const { language } = useLanguage();
  const client = useQueryClient();
  const [text, setText] = useState('');
  const [tried, setTried] = useState(false);
  const short = text.trim().length < 2;
  const saying = useMutation({
    mutationFn: () => (act === 'done' ? reportDone(rowId, text.trim()) : tellProgress(rowId, text.trim())),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: rectificationsQuery.queryKey });
      onClose();
    },
  });
  const refusal = problemOf(saying.error);
  return (
    <form
      className="jh-form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        setTried(true);
        if (!short) saying.mutate();
      }}
    >
      {saying.error === null ? null : (
        <Notice tone="danger" role="alert">
          {refusal === null ? t('notSaved') : words(language, `problem.${refusal.code}`)}
        </Notice>
      )}
      <TextAreaField
        label={act === 'done' ? t('doneLabel') : t('progress')}
        help={act === 'done' ? t('doneHelp') : t('tellHelp')}
        maxLength={1000}
        autoFocus
        value={text}
        problem={tried && short ? t('textMissing') : undefined}
        onChange={(event) => setText(event.target.value)}
      />
      <div className="rectify__acts">
        <Button type="submit" variant="primary" busy={saying.isPending}>
          {act === 'done' ? t('done') : t('save')}
        </Button>
        <Button onClick={onClose}>{t('cancel')}</Button>
      </div>
    </form>
  );
}
