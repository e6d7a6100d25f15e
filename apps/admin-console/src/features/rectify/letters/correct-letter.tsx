import type { FeedbackLetter } from '@junheng/api-contract';
import { Button, Notice, PageHeader, TextAreaField, TextField } from '@junheng/ui/plain';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import { RefusalNotice } from '../../../display/refusal-notice.tsx';
import { useToday } from '../../../display/use-today.ts';
import { correctLetter } from '../../../server/feedback-letters.ts';
import { rectificationKeys } from '../../../server/rectifications.ts';
import { correctionOf, isChanged, withDueOn, type TypedCorrection } from './model/letter-correction.ts';
import { headFaults, problemFaults, type HeadField } from './model/letter-draft.ts';
import '../rectify.css';

/** What was mistyped when a letter was entered, put right with a reason; its rows follow or say why not. */
export function CorrectLetter({ letter }: { readonly letter: FeedbackLetter }) {
  const { t } = useTranslation('letters');
  const client = useQueryClient();
  const navigate = useNavigate();
  const today = useToday();
  const [draft, setDraft] = useState<TypedCorrection>(() => correctionOf(letter));
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const page = `/rectifications/letters/${letter.id}`;
  const head = headFaults(draft, today);
  const faults = problemFaults(draft);
  const noDay = draft.problems.some(({ deadline }) => deadline === '');
  const short = reason.trim().length < 2;
  const changed = isChanged(letter, draft);
  const wrong = short || noDay || Object.keys(head).length > 0 || faults.some((fault) => fault !== null);
  const correcting = useMutation({
    mutationFn: () =>
      correctLetter(letter.id, {
        revision: letter.revision,
        reason: reason.trim(),
        ...draft.head,
        problems: draft.problems.map(({ id, text, deadline }) => ({ id, text: text.trim(), deadline })),
      }),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: rectificationKeys.all });
      void navigate(page);
    },
  });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    setTried(true);
    if (!wrong && changed) correcting.mutate();
  };
  const fieldOf = (field: HeadField, type: 'text' | 'date', help?: string) => {
    const fault = tried ? head[field] : undefined;
    return (
      <TextField
        label={t(`head.${field}`)}
        type={type}
        maxLength={100}
        value={draft.head[field]}
        help={help}
        problem={fault === undefined ? undefined : t(`fault.${fault}`, { today })}
        onChange={({ target }) =>
          setDraft(
            field === 'dueOn'
              ? withDueOn(draft, target.value)
              : { ...draft, head: { ...draft.head, [field]: target.value } },
          )
        }
      />
    );
  };
  const change = (id: string, said: { readonly text?: string; readonly deadline?: string }) =>
    setDraft({ ...draft, problems: draft.problems.map((each) => (each.id === id ? { ...each, ...said } : each)) });
  return (
    <form className="jc-stack" noValidate onSubmit={submit}>
      <PageHeader
        above={<Link to={page}>{letter.document}</Link>}
        title={t('correct.title')}
        subtitle={t('correct.subtitle')}
      />
      <section className="jc-part">
        <h2 className="jc-h2">{t('head.title')}</h2>
        <div className="jc-surface jc-padded jh-form">
          <div className="jc-pair">
            {fieldOf('document', 'text')}
            {fieldOf('issuer', 'text')}
          </div>
          {fieldOf('addressee', 'text')}
          <div className="jc-pair">
            {fieldOf('datedOn', 'date')}
            {fieldOf('dueOn', 'date', t('correct.dueOnHelp'))}
          </div>
        </div>
      </section>
      <section className="jc-part">
        <h2 className="jc-h2">{t('problems.title')}</h2>
        {draft.problems.map((problem, index) => {
          const fault = tried ? (faults[index] ?? null) : null;
          const atText = fault === 'short' || fault === 'twice';
          return (
            <fieldset key={problem.id} className="jc-surface jc-padded jh-form jc-letter__problem">
              <legend>{t('problems.one', { number: index + 1 })}</legend>
              <TextAreaField
                label={t('problems.text')}
                maxLength={500}
                value={problem.text}
                problem={atText ? t(`fault.${fault}`) : undefined}
                onChange={({ target }) => change(problem.id, { text: target.value })}
              />
              <TextField
                label={t('correct.deadline')}
                type="date"
                value={problem.deadline}
                problem={
                  tried && problem.deadline === ''
                    ? t('fault.missing')
                    : fault === 'early'
                      ? t('fault.early')
                      : undefined
                }
                onChange={({ target }) => change(problem.id, { deadline: target.value })}
              />
            </fieldset>
          );
        })}
      </section>
      <section className="jc-surface jc-padded jh-form" aria-label={t('correct.reason')}>
        <TextAreaField
          label={t('correct.reason')}
          help={t('correct.reasonHelp')}
          maxLength={500}
          value={reason}
          problem={tried && short ? t('correct.reasonMissing') : undefined}
          onChange={({ target }) => setReason(target.value)}
        />
      </section>
      <RefusalNotice error={correcting.error} />
      {tried && (wrong || !changed) ? (
        <Notice tone="danger" role="alert">
          {changed ? t('fault.form') : t('correct.nothing')}
        </Notice>
      ) : null}
      <div className="jc-filters">
        <Button type="submit" variant="primary" busy={correcting.isPending}>
          {t('correct.save')}
        </Button>
        <Link className="jh-button" to={page}>
          {t('cancel')}
        </Link>
      </div>
    </form>
  );
}
